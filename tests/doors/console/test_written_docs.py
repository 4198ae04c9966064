"""What the written pages name is there: commands, verbs, files, names in the code, sign-ins."""

import re
from pathlib import Path

import pytest

from bloodpatch.clinic.demo import PEOPLE
from bloodpatch.doors.console.verbs import VERBS
from tests.tidy.files import PACKAGE, ROOT

PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(page for page in (ROOT / "docs").rglob("*.md") if page.parent.name != "reference"),
    ]
)
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
ROOMS = "|".join(sorted({p.name for p in (*ROOT.iterdir(), *PACKAGE.iterdir()) if p.is_dir()}))
PATH = re.compile(rf"`((?:{ROOMS})/[\w./*-]+)`")
NAMED = re.compile(r"`(\w+)` \(`((?:\w+/)+\w+\.py)`\)")
each_page = pytest.mark.parametrize("page", PAGES, ids=NAMES)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def test_the_pages_for_newcomers_are_there() -> None:
    assert {"README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md"} <= set(NAMES)


@each_page
def test_every_make_command_is_a_target(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.M))
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", text(page), re.M))
    assert named <= targets


@each_page
def test_every_verb_is_one(page: Path) -> None:
    named = set(re.findall(r"(?:`|bin/)bloodpatch ([a-z]+)", text(page)))
    assert named <= set(VERBS)


def test_the_two_commands_stand_in_the_readme() -> None:
    assert {"    make run\n", "    make test\n"} <= {
        line + "\n" for line in text(ROOT / "README.md").splitlines()
    }


@each_page
def test_every_link_leads_to_a_file(page: Path) -> None:
    found = re.findall(r"(!?)\[[^\]]*\]\(([^)#\s]+)[^)]*\)", text(page))
    # Pictures are made from the running demo and come with a release.
    links = [link for picture, link in found if not picture and "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@each_page
def test_every_path_is_there(page: Path) -> None:
    lost = [
        path
        for path in PATH.findall(text(page))
        if not any(list(top.glob(path.rstrip("/"))) for top in (ROOT, PACKAGE))
    ]
    assert lost == []


@each_page
def test_every_name_in_the_code_is_in_its_file(page: Path) -> None:
    for name, path in NAMED.findall(text(page)):
        assert re.search(rf"(?:def|class) {name}\b", text(PACKAGE / path)), (name, path)


def test_the_life_of_a_request_names_the_code() -> None:
    page = text(ROOT / "ARCHITECTURE.md")
    assert len(NAMED.findall(page)) >= 5
    assert len(re.findall(r"^\d\. ", page, re.M)) == 8
    assert len(page.splitlines()) <= 100


def test_the_sign_ins_are_the_demos() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| `(\w+)` \| (.+) \|$", text(ROOT / "README.md"), re.M)
    assert rows == [(one.role.replace("_", " "), one.name, one.password) for one in PEOPLE]


@each_page
def test_the_prose_is_plain(page: Path) -> None:
    """No dash as decoration, no sign for a feeling."""
    assert re.findall(r"[\u2013\u2014\u2600-\u27bf\U0001f300-\U0001faff]", text(page)) == []


def test_decisions_are_numbered_once() -> None:
    numbers = [page.name[:4] for page in (ROOT / "docs" / "decisions").glob("*.md")]
    assert all(re.fullmatch(r"\d{4}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers) >= 5


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda p: p.stem
)
def test_a_decision_says_why_and_what_it_costs_and_what_enforces_it(page: Path) -> None:
    parts = ("**Context.**", "**Options.**", "**Decision.**", "**Price.**", "**What enforces it.**")
    places = [text(page).find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
