"""A preparation of which nothing is recorded has one gap, not one for each question it would ask.

Bleeding, and the drugs for it, are asked apart: they call for bloods and for a drug table.

With the first answer that is recorded, each question that is left speaks for itself.
"""

from collections.abc import Iterator
from functools import wraps

from bloodpatch.pathway.acts import StateRung
from bloodpatch.pathway.clinical.neurology import untested
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings, Level
from bloodpatch.pathway.queries.person_facts import allergic_to
from bloodpatch.pathway.rules.fever import was_read_lately
from bloodpatch.pathway.stages.preparation.events import (
    AllergiesRecorded,
    Arrived,
    BleedingHistoryRecorded,
    NeurologyRecorded,
    ScreenedAgain,
)
from bloodpatch.pathway.stages.preparation.findings import missing
from bloodpatch.pathway.stages.preparation.readiness import not_measured

NOTHING_YET = missing(
    "nothing_yet",
    "Nothing of the preparation is recorded: who the patient is, infection and allergies were not "
    "asked; not examined or measured: {examined}.",
    "Who it is, what speaks against a needle and how the legs are is known before a needle.",
    "Ask, examine and record them; then each of them that is left is named.",
    asks="preparation.record_arrival",
    level=Level.STOP,
    source="yentis2020",
    certainty="secondary",
    hazards=("H01", "H07", "H11", "H34"),
    treatment=("T4", "T13", "T14"),
)

ASKED_OR_EXAMINED = (
    Arrived,
    ScreenedAgain,
    BleedingHistoryRecorded,
    NeurologyRecorded,
    AllergiesRecorded,
)


def is_blank(episode: Episode, context: Context) -> bool:
    """What was recorded for another reason, as a drug or a pressure, prepares no visit. What was
    asked too long ago is no blank: each answer that is out of date is named. So is an allergy that
    is known from before, which is read back by the question for it."""
    told = episode.now.preparation.events
    asked = any(isinstance(h.event, ASKED_OR_EXAMINED) for h in told)
    return not asked and not allergic_to(episode, context.facts)


def something_is_recorded(episode: Episode, context: Context) -> Findings:
    if is_blank(episode, context):
        yield NOTHING_YET(context, examined=", ".join(signs(episode, context)))


def signs(episode: Episode, context: Context) -> Iterator[str]:
    yield from untested(None)
    if not was_read_lately(episode, context):
        yield "temperature"
    yield from not_measured(episode, context)


def once_begun(rung: StateRung) -> StateRung:
    """A question that is asked one by one as soon as anything of it is recorded."""

    @wraps(rung)
    def asked(episode: Episode, context: Context) -> Findings:
        if not is_blank(episode, context):
            yield from rung(episode, context)

    return asked
