"""case.md: the safety case report, from the hazard log and from what was run last."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bloodpatch.doors.console.reference.markdown import Page, heading, table
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.console.safety.hazard_log import (
    MATRIX,
    WRITTEN_ARGUMENT_FROM,
    Hazard,
    Log,
)
from bloodpatch.doors.console.safety.page_phrases import (
    MADE,
    all_of,
    bullets,
    draft,
    heading_of,
    name_of,
    scored,
    to,
)
from bloodpatch.doors.console.safety.removed_controls import result

ABOUT = "What can hurt a patient, what the software does about it, and what is left for people."

WHAT_IT_IS = """\
Bloodpatch is the record and the work list of an epidural blood patch service: from the first
headache after a lumbar puncture to the physician's written all-clear. It keeps what people say and
do, asks what was not asked, holds back an act that a rule of the clinic's protocol speaks against
until a physician has looked, and shows what is owed to whom and by when.

**Intended use.** By trained staff of a clinic that gives epidural blood patches, under a protocol
that a physician of this clinic has signed. It supports their decisions. It makes none: a physician
decides on a patch, on a repeat, on the clearance and on the end, and may override every hold by
name and with a reason.

**Not intended.** To diagnose, to choose a drug or a dose, to watch a patient in place of staff, to
call for help by itself, or to be the only copy of what must be known while it is out of order.

This report is about the software. A clinic that uses it needs a safety case of its own, for its
own rooms, people and equipment: see [what the clinic must do](deployment.md)."""

MATRIX_SAYS = """\
Risk 1 and 2 are acceptable. Risk 3 needs a written argument that no more can reasonably be done.
Risk 4 must be reduced, 5 stops. Software lowers the likelihood and never the severity."""

CONTROLS_SAY = """\
Each control is a function of the code. `make prove ONLY=controls` takes out one after another and
runs its proofs: at least one must turn red, or the control is not proven. What came of it stands
beside each control; date and commit stand in [the figures](figures.md)."""


def page(log: Log, kept: Mapping[str, str]) -> Page:
    written = made(
        "case",
        "Safety case report",
        ABOUT,
        (draft(log),),
        section("What the system is", (WHAT_IT_IS,)),
        section("How risk is scored", matrix()),
        section("The hazards, counted", counted(log, kept)),
        section("Risks that remain and need a written argument", remaining(log)),
        section("What is not there yet", not_there(log)),
        section("Each hazard, the greatest risk first", each(log, kept)),
    )
    return replace(written, made=MADE)


def section(title: str, lines: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    yield heading(2, title)
    yield ""
    yield from lines


def matrix() -> Iterator[str]:
    head = ("Likelihood", *(f"severity {n}" for n in range(1, 6)))
    yield from table(head, ((str(n), *map(str, row)) for n, row in MATRIX.items()))
    yield ""
    yield MATRIX_SAYS


def counted(log: Log, kept: Mapping[str, str]) -> Iterator[str]:
    controls = log.controls
    red = sum(bool(kept.get(control)) for control in controls)
    yield from bullets(
        (
            f"{len(log.hazards)} hazards: {sum(bool(h.controls) for h in log)} have controls in"
            f" the software, {sum(bool(h.part) for h in log)} belong to a part that does not exist"
            f" yet, {sum(not h.applies for h in log)} do not apply.",
            f"{len(controls)} controls, {len(log.proofs)} proofs. Taken out, {red} of"
            f" {len(controls)} controls turned a proof red when this was last run.",
            f"{sum(h.needs_site for h in log)} hazards also need something of the clinic.",
        )
    )
    yield ""
    before = Counter(h.initial.risk for h in log if h.applies)
    after = Counter(h.residual.risk for h in log if h.applies)
    yield from table(
        ("Risk", "without controls (draft)", "with all that is meant (draft)"),
        ((str(risk), str(before[risk]), str(after[risk])) for risk in range(5, 0, -1)),
    )
    yield ""
    yield CONTROLS_SAY


def remaining(log: Log) -> Iterator[str]:
    left = [h for h in log if h.needs_argument]
    yield (
        f"{len(left)} hazards keep a risk of {WRITTEN_ARGUMENT_FROM} with all that is meant. Why no"
        " more can reasonably be done stands beside each: a draft of those who wrote the software,"
        " until the clinical safety officer has made it their own."
    )
    yield ""
    rows = (
        (to(h), h.title, scored(h.residual), h.argument, h.not_yet or (h.part and "the part"))
        for h in left
    )
    head = ("Hazard", "", "Risk that remains (draft)", "Why no more (draft)", "Still lacking")
    yield from table(head, rows)


def not_there(log: Log) -> Iterator[str]:
    parts: dict[str, list[Hazard]] = defaultdict(list)
    for hazard in log:
        if hazard.part:
            parts[hazard.part].append(hazard)
    yield "Until a part is there, its hazards have no control in the software and keep the risk"
    yield "that they have without one; the clinic does not use what the part is for."
    yield ""
    yield from table(("Part", "Hazards"), ((p, all_of(held)) for p, held in sorted(parts.items())))
    yield ""
    yield "What single controls lack, as they were meant:"
    yield ""
    yield from table(("Hazard", "Lacking"), ((to(h), h.not_yet) for h in log if h.not_yet))


def each(log: Log, kept: Mapping[str, str]) -> Iterator[str]:
    for hazard in sorted(log, key=lambda h: (not h.applies, -h.initial.risk, h.id)):
        yield heading(3, heading_of(hazard))
        yield ""
        yield from bullets(of_one(hazard))
        yield ""
        if hazard.controls:
            rows = ((name_of(c), result(c, kept)) for c in hazard.controls)
            yield from table(("Control", "Last result"), rows)
            yield ""


def of_one(hazard: Hazard) -> Iterator[str]:
    yield f"{hazard.group}. {hazard.cause}. Effect: {hazard.effect}."
    if not hazard.applies:
        yield f"Does not apply: {hazard.reason}"
    yield f"Risk without controls {scored(hazard.initial)}."
    yield f"Risk with all that is meant {scored(hazard.residual)}."
    yield f"Control: {hazard.control}"
    if hazard.part:
        yield f"Not there yet; it belongs to: {hazard.part}."
    if hazard.not_yet:
        yield f"Still lacking: {hazard.not_yet}"
    if hazard.site:
        yield f"The clinic: {hazard.site}"
    if hazard.proofs:
        yield f"Proofs: {len(hazard.proofs)}, named in [the tables](traceability.md)."
