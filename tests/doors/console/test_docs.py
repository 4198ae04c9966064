"""`bloodpatch docs`: the reference says everything that the code says, and the same each time."""

import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

import pytest

from bloodpatch.doors.console import docs
from bloodpatch.doors.console.exits import MEANING, Exit, Refusal
from bloodpatch.doors.console.reference.closed_lists import lists, question_lists
from bloodpatch.doors.console.reference.markdown import slug
from bloodpatch.doors.console.verbs import VERBS
from bloodpatch.pathway import findings
from bloodpatch.pathway.protocol import KINDS as PARAMETERS
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ACTS, CAUSES, EVENTS, STAGES
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.record.protocols import shipped, shipped_citations

MADE = {page.name: page.text() for page in docs.pages()}


def told(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[Exit, str]:
    parser = ArgumentParser()
    docs.words(parser)
    code = docs.run(parser.parse_args([str(word) for word in words]))
    return code, capsys.readouterr().out


def part(page: str, heading: str) -> str:
    """A page from a heading to the next."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", MADE[page], re.M | re.S)
    assert found, heading
    return found[1]


# --- what stands in the pages ---


@pytest.mark.parametrize("name", ACTS)
def test_each_command_is_told_with_every_field(name: str) -> None:
    act = ACTS[name]
    said = part("commands", name)
    assert act.command.title in said
    assert ("Permit, given by" in said) is act.permit
    assert f"`{act.becomes.name}`" in said
    for field in stated(act.command):
        row = f"| `{field.name}`"
        line = next((line for line in said.splitlines() if line.startswith(row)), None)
        if line is None:
            line = next(x for x in part("commands", "How a fact was told").splitlines() if row in x)
        assert " ".join(field.metadata["meaning"].replace("|", "\\|").split()) in line
        assert field.metadata["ask"] in line


def test_units_bounds_examples_and_choices_are_told() -> None:
    drawn = next(x for x in part("commands", "procedure.record_draw").splitlines() if "mL" in x)
    assert "0 to 100 mL, 1 decimal | `22.5 mL`" in drawn
    lying = part("commands", "recovery.record_stand_and_walk")
    assert (
        "`walked` **required** | Walked | one of [Walked](#walked) |  | `whole_distance`" in lying
    )
    assert "(here: lying) |  | `8 lying`" in lying
    assert "| `whole_distance` | The whole distance |" in part("commands", "Walked")


def test_each_closed_list_is_told_whole() -> None:
    for kind, name in lists().items():
        said = part("commands", name)
        assert all(f"| `{member.value}` |" in said for member in kind), name
    for questions, name in question_lists().items():
        said = part("commands", name)
        assert all(f"| `{code}` |" in said for code, _ in questions), name
    assert len(set(lists().values())) == len(lists()) > 50


def test_the_table_of_roles_is_the_codes() -> None:
    table = part("commands", "Who may give which command").splitlines()
    head = [cell.strip() for cell in table[1].split("|")]
    override = next(line for line in table if "[review.override_hold]" in line)
    cells = dict(zip(head, [cell.strip() for cell in override.split("|")], strict=True))
    assert cells["Kind"] == "record"
    assert (cells["physician"], cells["nurse"]) == ("yes", "")
    assert Role.ADMINISTRATOR.value not in head or cells["administrator"] == ""


@pytest.mark.parametrize(("name", "version"), EVENTS)
def test_each_event_is_told(name: str, version: int) -> None:
    said = part("events", f"{name} {version}")
    assert all(f"`{field.name}`" in said for field in stated(EVENTS[name, version]))


@pytest.mark.parametrize("code", findings.KINDS)
def test_each_finding_is_told(code: str) -> None:
    kind = findings.KINDS[code]
    said = part("findings", code)
    assert f"> {kind.says}" in said
    assert kind.rule in said
    assert kind.clears in said
    assert all(word in said for word in (*kind.treatment, *kind.hazards, *kind.replay))
    assert f"- {kind.level.name.capitalize()}, {kind.cause}." in said
    assert ("may lift it" in said) is kind.lifted_by_review


def test_what_was_not_verified_is_to_be_confirmed_by_a_clinician() -> None:
    said = "house: read in the source itself, kaysville: this clinic's choice, not evidence; to be"
    assert said in part("findings", "recovery.rest_not_over")
    rest = part("protocol", "recovery.rest_minutes").splitlines()
    (house,) = (line for line in rest if line.startswith("| `house`"))
    (ours,) = (line for line in rest if line.startswith("| `kaysville`"))
    assert "| **60 min** | verified |" in house
    assert "| **30 min** | clinic, to be confirmed by a clinician |" in ours
    assert "| `multisociety` | as house |" in "\n".join(rest)


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_each_value_of_the_protocols_is_told(parameter: str) -> None:
    said = part("protocol", parameter)
    assert PARAMETERS[parameter].meaning in said
    for name in ("house", "kaysville", "multisociety"):
        about = shipped(name).about(parameter)
        if about.from_layer == name:
            assert f"| `{name}` | **" in said
            assert " ".join(about.note.replace("|", "\\|").split()) in said
    assert all(f"| `{key}` |" in part("protocol", "Sources") for key in shipped_citations())


def test_the_stages_the_ladder_and_what_is_owed_are_told() -> None:
    page = MADE["stages"]
    order = [page.index(f"| {stage.name}") for stage in STAGES]
    assert order == sorted(order)
    ladder = part("stages", "Where a patient can be")
    places = [ladder.index(f"| {place.label} | `{place.value}` |") for place in Whereabouts]
    assert len(places) == len(Whereabouts)
    owed = part("stages", "What is owed")
    assert all(f"| {cause.__name__.replace('_', ' ')} |" in owed for cause in CAUSES)


def test_the_command_line_is_told() -> None:
    page = MADE["console"]
    assert all(f"| `bloodpatch {name}` | {verb.says} |" in page for name, verb in VERBS.items())
    assert all(f"| {int(code)} | {says} |" in page for code, says in MEANING.items())


def test_case_scripts_are_told_in_the_verbs_own_words() -> None:
    assert 'schema = "bloodpatch-case-script/1"' in MADE["case-script"]


def test_every_link_leads_somewhere() -> None:
    places = {
        name: {slug(line.lstrip("# ")) for line in text.splitlines() if line.startswith("#")}
        for name, text in MADE.items()
    }
    lost = [
        f"{name}: {page}#{place}"
        for name, text in MADE.items()
        for page, place in re.findall(r"\]\(([\w-]*?)(?:\.md)?(?:#([^)]+))?\)", text)
        if place not in ({""} | places[page or name])
    ]
    assert lost == []


# --- the same each time, and never stale unseen ---

TWICE = "from bloodpatch.doors.console import docs; print([p.text() for p in docs.pages()])"
OTHERWISE = f"from bloodpatch.pathway.stages import recovery, procedure; {TWICE}"


def test_the_same_code_makes_the_same_text() -> None:
    """In another process, with other hashes, and with the rooms entered in another order."""
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed, code in (("1", TWICE), ("2", OTHERWISE))
    }
    assert len(made) == 1


def change(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "one more line\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda d: change(d / "events.md"), "events.md is not what the code makes."),
        (lambda d: (d / "events.md").unlink(), "events.md is not what the code makes."),
        (lambda d: (d / "old.md").touch(), "old.md is made by nothing; delete it."),
    ],
)
def test_a_stale_reference_is_said(
    spoil: Callable[[Path], object],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(capsys, "--to", tmp_path)[0] is Exit.DONE
    assert told(capsys, "--to", tmp_path, "--check") == (Exit.DONE, "")
    spoil(tmp_path)
    code, text = told(capsys, "--to", tmp_path, "--check")
    assert code is Exit.FAULT == 1
    assert said in text
    assert "Run `make docs`" in text


def test_it_is_written_in_the_repository_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refusal, match="not the top folder"):
        told(capsys)
    assert list(tmp_path.iterdir()) == []
