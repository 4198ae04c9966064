"""What was recorded, in words: the same on every page of this door."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import Field
from datetime import timedelta
from typing import Any

from bloodpatch.doors.ui.forms.submitted_values import answered, in_short, shown
from bloodpatch.doors.ui.times import exactly, moment
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import Answer, Answers, When

Line = tuple[str, str]


TITLES: Mapping[str, str] = {
    "referral.received": "Referral received",
    "referral.sorted": "Referral read and sorted",
    "referral.declined": "The patient declined",
    "referral.withdrawn": "The patient left or withdrew",
    "recovery.received": "Received in recovery",
    "recovery.got_up": "The patient got up",
    "recovery.lay_down": "The patient lay down again",
    "recovery.observed": "Observations",
    "procedure.drawn": "Blood drawn",
    "procedure.injected": "Blood injected",
    "procedure.started": "Procedure started",
    "procedure.abandoned": "Procedure given up",
    "clearance.cleared": "All-clear given: normal activity",
    "clearance.deferred": "All-clear deferred",
    "followup.contacted": "Contact",
    "discharge.permitted": "Discharge permitted",
    "discharge.departed": "Went home",
    "discharge.left": "Left before it was permitted",
    "amendment.struck": "Entries struck",
    "amendment.noted": "Note",
    "amendment.expected": "To be entered here: entries that were struck in another record",
    "amendment.reentry_finished": "Not entered here, of what was struck in another record",
    "amendment.protocol_adopted": "Moved to the rules that the clinic runs now",
}
"""Where the name of an event alone would not say enough."""


def title(event: Event | type[Event]) -> str:
    """ "recovery.rest_started" is said "Rest started"."""
    if event.name in TITLES:
        return TITLES[event.name]
    return event.name.partition(".")[2].replace("_", " ").capitalize()


def asked(field: Field[Any]) -> str:
    """The label of a field, without its question mark."""
    label = field.metadata.get("ask") or field.metadata.get("meaning") or field.name
    return str(label).rstrip("?")


PLANNED = re.compile(r"([hdwm])([0-9]+)")
SPANS = {"h": "hours", "d": "days", "w": "weeks", "m": "months"}
"""How a protocol names its contacts: h24, d7, w6, m3."""


def value(said: Any, field: Field[Any], names: Mapping[str, str]) -> str:
    """One value in words; a code by the name that it stands for."""
    if isinstance(said, tuple):
        return ", ".join(value(one, field, names) for one in said) or "none"
    if isinstance(said, Answers):
        return answered(said, field.metadata.get("choices", ()))
    if isinstance(said, When):
        return exactly(said)
    if field.name == "planned" and (found := PLANNED.fullmatch(str(said))):
        return f"{found[2]} {SPANS[found[1]]} after the patch"
    if isinstance(said, Code):
        return names.get(str(said), str(said))
    return shown(said)


INSIDE = frozenset(
    {
        "finding", "act", "patch_number", "saw", "positions", "position", "field", "belongs_to",
        "struck_in", "protocol",
    }
)  # fmt: skip
"""What a physician's word and a correction carry for the machine; `about` says it for people."""


def lines(event: Event, names: Mapping[str, str], *, brief: bool = False) -> Iterator[Line]:
    """Everything that was stated; what was not stated is left out."""
    desk = event.name.partition(".")[0] in ("review", "amendment")
    for field in stated(type(event)):
        said = getattr(event, field.name)
        if said is not None and not (desk and field.name in INSIDE):
            if brief and isinstance(said, Answers):
                yield asked(field), briefly(said, field.metadata.get("choices", ()))
            else:
                yield asked(field), value(said, field, names)


def summary(event: Event, names: Mapping[str, str]) -> str:
    """In one line. Of many answers, those that are *no* are counted; the entry's page has all."""
    said = [f"{label}: {words}" for label, words in lines(event, names, brief=True)]
    return "; ".join((*about(event), *said))


MOST_ANSWERS = 3


def briefly(said: Answers, choices: tuple[tuple[str, str], ...]) -> str:
    """What is *yes* and what was not asked by name, and how many were *no*."""
    pairs = tuple(said.pairs)
    if len(pairs) <= MOST_ANSWERS:
        return answered(said, choices)
    words = dict(choices)
    other = [(code, given) for code, given in pairs if given is not Answer.NO]
    named = [f"{words.get(code, code)}: {in_short(given)}" for code, given in other]
    no = len(pairs) - len(other)
    if not other:
        return f"{no} asked, all no"
    return ", ".join((*named, f"no to {no} more")) if no else ", ".join(named)


def about(event: Event) -> Iterator[str]:
    """Which rule a physician's word is about, and for which act."""
    code = str(getattr(event, "finding", ""))
    if code in KINDS:
        yield KINDS[code].rule.rstrip(".")
    act = str(getattr(event, "act", ""))
    if act in ACTS:
        yield f"for: {ACTS[act].command.title}"


LATE = timedelta(minutes=15)
"""What is written down later than this says so."""


def stamp(happened: Happened[Any], by: str) -> str:
    """Who recorded it, and when, where it was recorded later than it happened."""
    late = happened.recorded_at - happened.occurred.latest > LATE
    if not late:
        return by
    return f"{by}; recorded {moment(happened.recorded_at)}"
