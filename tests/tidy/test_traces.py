"""Traces of a machine: a file of this repository means the same wherever it is checked out."""

import re
import tomllib

import pytest

from tests.tidy.files import ROOT, listed, shown, texts

# Written with gaps, so that this file is not its own first finding.
TRACES = {
    "somebody's own folder": r"(?<![\w.])/(?:ro[o]t|ho[m]e|Use[r]s|wo[r]k)/",
    "one machine's package settings": r"pip[.]co[n]f|find[-]lin[k]s|extra-ind[e]x",
    "one machine's temporary folder": r"(?<![\w.])/tm[p]/",
    "a merge that was not finished": r"^(?:<{7}|>{7}) ",
}
REGISTRY = "https://pypi.org/simple"
FILES = "https://files.pythonhosted.org/"


def traces(text: str) -> list[str]:
    return [
        f"{what}: {found.group()!r}"
        for what, pattern in TRACES.items()
        if (found := re.search(pattern, text, re.MULTILINE))
    ]


def strange_sources(lock: str) -> list[str]:
    """Packages of a lock file that come from anywhere but the public index."""
    strange = []
    for package in tomllib.loads(lock)["package"]:
        files = [*package.get("wheels", []), package.get("sdist", {})]
        if package["source"] == {"editable": "."}:
            continue
        public = package["source"] == {"registry": REGISTRY}
        if not public or not all(f.get("url", FILES).startswith(FILES) for f in files):
            strange.append(package["name"])
    return strange


def test_no_file_names_a_machine() -> None:
    faults = [f"{shown(path)}: {found}" for path, text in texts() for found in traces(text)]
    assert faults == [], listed(faults)


def test_the_lock_file_names_the_public_index_only() -> None:
    assert strange_sources((ROOT / "uv.lock").read_text()) == []


@pytest.mark.parametrize(
    "text",
    [
        "see /wo" + "rk/notes",
        "cp x /ho" + "me/jo/x",
        "pip" + ".conf",
        "out = '/t" + "mp/x'",
        "<" * 7 + " ours",
    ],
)
def test_a_trace_is_caught(text: str) -> None:
    assert traces(text)


@pytest.mark.parametrize("text", ["docs/work/notes", "https://a.example/home/", "../tmp/x"])
def test_an_ordinary_path_is_fine(text: str) -> None:
    assert traces(text) == []


@pytest.mark.parametrize(
    "source", ['{ registry = "https://mirror.example/simple" }', '{ path = "../wheels" }']
)
def test_a_strange_source_is_caught(source: str) -> None:
    assert strange_sources(f'[[package]]\nname = "a"\nsource = {source}\n') == ["a"]
