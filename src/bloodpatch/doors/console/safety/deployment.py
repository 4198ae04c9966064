"""deployment.md: what a clinic must do before and while it uses the software."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bloodpatch.doors.console.reference.markdown import Page, heading, table
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.console.safety.hazard_log import Log
from bloodpatch.doors.console.safety.page_phrases import CASE, MADE, draft, to

ABOUT = "What the clinic checks, configures, trains and rehearses, because software cannot."

WORK: Mapping[str, str] = {
    "check": "To check, before the first patient and again from time to time.",
    "configure": "To decide and set up: names, numbers, places, signatures.",
    "train": "To teach everybody who works with it, and to see that they do it.",
    "rehearse": "To try out, as if it were so, before it is.",
}

FIRST = """\
Each line comes from a hazard that the software alone does not hold back. A clinic goes through all
of them, writes down who did it and when, and does not start while one is open. Where a part of the
software is not there yet, the line says so: it waits until that part is used.

Before the first patient a clinical safety officer also goes through the scores of the
[safety case report](case.md), confirms or changes them, and signs."""


def page(log: Log) -> Page:
    sections = [line for kind, says in WORK.items() for line in work(log, kind, says)]
    written = made(
        "deployment", "What the clinic must do", ABOUT, (draft(log),), (FIRST,), sections, site(log)
    )
    return replace(written, made=MADE)


def work(log: Log, kind: str, says: str) -> Iterator[str]:
    yield heading(2, kind.capitalize())
    yield ""
    yield says
    yield ""
    rows = (
        (to(h, CASE), h.site, f"waits for: {h.part}" if h.part else "", "")
        for h in log
        if kind in h.site_does
    )
    yield from table(("Hazard", "What the clinic does", "", "Who, and when"), rows)
    yield ""


def site(log: Log) -> Iterator[str]:
    """Every hazard that needs the clinic stands above; this says that none was left out."""
    need = [h for h in log if h.needs_site]
    said = [h for h in need if h.site and h.site_does]
    yield heading(2, "All of them")
    yield ""
    yield f"{len(said)} of {len(need)} hazards that need the clinic say above what it does."
