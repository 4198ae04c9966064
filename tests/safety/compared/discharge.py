"""The permit `discharge.permit`: legs and bladder, after sedation, the plan."""

from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

from clotting import REGIONAL, follows
from story import NURSE, Story, moment

from bloodpatch.pathway.clinical import (
    AdverseKind,
    Antithrombotic,
    DoseClass,
    Examined,
    LegRaise,
    Power,
    SedationLevel,
)
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion, NoEvent
from bloodpatch.pathway.stages.adverse_event.events import (
    Dismissed,
    Opened,
    Reviewed,
)
from bloodpatch.pathway.stages.discharge import commands as c
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.events import (
    Instructed,
    NeurologyChecked,
    RestartPlanned,
    SedationScored,
)
from bloodpatch.pathway.stages.preparation.events import (
    AntithromboticRecorded,
    BleedingHistoryRecorded,
    EscortRecorded,
    SedationPlanned,
)
from bloodpatch.pathway.stages.procedure.choices import DuringAction, DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.events import (
    HappenedDuring,
    Injected,
    Sedated,
)
from bloodpatch.pathway.stages.recovery.events import (
    Observed,
    RestStarted,
    StoodAndWalked,
)
from bloodpatch.pathway.stages.recovery.statements import (
    Legs,
    Walked,
)
from bloodpatch.pathway.values import (
    Aldrete,
    Answer,
    BeatsPerMinute,
    Count,
    FreeText,
    Metres,
    Millilitres,
    Padss,
    When,
)
from tests.safety.compared import patients as p
from tests.safety.oracle.discharge import DISCHARGE, PARTS
from tests.safety.oracle.table import Plain, Vector, harmless

PLAIN = harmless(DISCHARGE)
ANSWER: dict[Plain, Answer | None] = {"yes": Answer.YES, "no": Answer.NO, "not_told": None}
FIELDS = {
    "power": ("power_left", "power_right"),
    "straight_leg_raise": ("straight_leg_left", "straight_leg_right"),
    "sensation": ("sensation",),
    "saddle": ("saddle",),
    "bladder": ("bladder",),
    "gait": ("gait",),
}
WORSE: dict[str, Any] = {"power": Power(3), "straight_leg_raise": LegRaise.LIMITED}
WALKS: dict[Plain, StoodAndWalked] = {
    "whole": StoodAndWalked(
        walked=Walked.WHOLE_DISTANCE,
        distance_m=Metres.parse("10"),
        steady=Answer.YES,
        dizzy=Answer.NO,
    ),
    "unsteady": StoodAndWalked(walked=Walked.WHOLE_DISTANCE, steady=Answer.NO, dizzy=Answer.NO),
    "dizzy": StoodAndWalked(walked=Walked.WHOLE_DISTANCE, steady=Answer.YES, dizzy=Answer.YES),
    "less": StoodAndWalked(walked=Walked.LESS, distance_m=Metres.parse("5")),
    "not_at_all": StoodAndWalked(walked=Walked.NOT_AT_ALL),
}
SEEN = Observed(heart_rate=BeatsPerMinute(70), legs=Legs.NORMAL)
RESTED = (0, 15, 30, 60)
ENOXAPARIN = Antithrombotic("enoxaparin")
CLOPIDOGREL = Antithrombotic("clopidogrel")
LEAVING = f"{p.TODAY} 17:00"


def may_leave(vector: Vector) -> tuple[Finding, ...]:
    told = PLAIN | vector
    without = tuple(part for part in PARTS if told[part] == "abnormal_without_baseline")
    drugs = str(told["restart"])
    story = patched(without, told["sedation"], told["adverse_event"], drugs).copy()
    recovers(story, told)
    reversed_(story, told)
    of_the_event(story, told["adverse_event"])
    story.at("2026-11-16 16:50").given(*said_before_leaving(told), role=NURSE)
    story.given(*plans(story, drugs))
    return p.found(story.at(LEAVING), NURSE, c.PermitDischarge())


@cache
def patched(without: tuple[str, ...], sedation: Plain, event: Plain, drugs: str) -> Story:
    """The patch was given; the needle is out at 14:19 at the latest."""
    story = p.arrived(p.decided())
    left_out = {field: None for part in without for field in FIELDS[part]}
    planned = SedationLevel.NONE if sedation == "none" else SedationLevel.MODERATE
    told: list[Event] = [replace(p.NEUROLOGY, **left_out), SedationPlanned(plan=planned)]
    told += [EscortRecorded(escort=Answer.YES)]
    if drugs == "drugs_not_told":
        told.append(BleedingHistoryRecorded(bleeding_history=Answer.NO))
    elif drugs != "no_drug":
        follows(story, REGIONAL)
        told += taken(two=drugs == "one_of_two_planned")
    p.checked(story, *told).given(p.CONSENT, p.event(p.TIME_OUT))
    story.at(f"{p.TODAY} 14:05")
    if sedation == "given":
        story.given(Sedated(level=SedationLevel.MODERATE, awake_at_injection=Answer.YES))
    stopped = Injected(
        volume_ml_injected=Millilitres(20),
        stop_reason=StopReason.LEG_PAIN,
        stayed_sterile=Answer.YES,
    )
    return p.patch(story, *([stopped] if event == "draft" else []))


def taken(*, two: bool) -> list[Event]:
    """The last doses were long enough ago for the needle."""
    asked = replace(
        p.BLEEDING, antithrombotic=Answer.YES, antiplatelet=Answer.YES if two else Answer.NO
    )
    low = AntithromboticRecorded(
        drug=ENOXAPARIN, dose_class=DoseClass.LOW_PROPHYLACTIC, last_dose=moment("2026-11-06 08:00")
    )
    other = AntithromboticRecorded(drug=CLOPIDOGREL, last_dose=moment("2026-11-06 08:00"))
    return [asked, low, *([other] if two else [])]


def recovers(story: Story, told: Vector) -> None:
    """A rest from 14:20, the observations that are told, and the walk at 15:30."""
    began = story.at(f"{p.TODAY} 14:20").now
    story.given(RestStarted(), role=NURSE)
    seen = {"as_planned": RESTED, "one_overdue": RESTED[:-1], "none": ()}[str(told["observations"])]
    for minute in seen:
        story.now = began + timedelta(minutes=minute)
        story.given(SEEN, role=NURSE)
    story.at(f"{p.TODAY} 15:30")
    if told["walk"] in WALKS:
        story.given(WALKS[told["walk"]], role=NURSE)


def reversed_(story: Story, told: Vector) -> None:
    """An event of the procedure with a reversal, so long before the permit; a physician has
    looked at it."""
    if isinstance(told["reversal_min"], int):
        story.at(LEAVING).wait(minutes=-told["reversal_min"])
        act = (DuringAction.SEDATION_REVERSED,)
        story.given(HappenedDuring(kind=DuringKind.OTHER, action=act), role=NURSE)
        entry = Count(story.episode.position)
        why, reason = NoEvent.EXPECTED, FreeText("Woken after the procedure.")
        story.given(Dismissed(entry=entry, why=why, reason=reason))


def of_the_event(story: Story, told: Plain) -> None:
    story.at(f"{p.TODAY} 16:40")
    if told in ("opened", "settled", "still_watched"):
        story.given(Opened(kinds=(AdverseKind.RADICULAR_PAIN,)))
    if told in ("settled", "still_watched"):
        word = Conclusion.SETTLED if told == "settled" else Conclusion.WATCHED
        story.given(Reviewed(conclusion=word))


def said_before_leaving(told: Vector) -> list[Event]:
    said: list[Event] = [examined(told)]
    if told["sedation"] != "none" or told["aldrete"] != PLAIN["aldrete"]:
        said.append(scores(told))
    if told["instructions"] != "not_given":
        said.append(instructions(told))
    return said


def examined(told: Vector) -> NeurologyChecked:
    seen = {name: getattr(p.NEUROLOGY, name) for names in FIELDS.values() for name in names}
    for part, names in FIELDS.items():
        if told[part] == "not_told":
            seen |= dict.fromkeys(names)
        elif told[part] != "as_before":
            seen |= dict.fromkeys(names, WORSE.get(part, Examined.CHANGED))
    return NeurologyChecked(**seen)


def scores(told: Vector) -> SedationScored:
    aldrete, padss = told["aldrete"], told["padss"]
    return SedationScored(
        aldrete=Aldrete(aldrete) if isinstance(aldrete, int) else None,
        padss=Padss(padss) if isinstance(padss, int) else None,
        escort=ANSWER[told["escort"]],
    )


def instructions(told: Vector) -> Instructed:
    other = told["instructions"] == "in_another_language"
    warned = told["instructions"] != "without_warnings"
    return Instructed(
        language=Code("es" if other else "en"),
        leaflet=Code("after-1"),
        in_person=Answer.YES,
        read_back=Answer.YES,
        warned_of=tuple(WarnedOf) if warned else None,
        return_route=ANSWER[told["whom_to_call"]],
    )


def plans(story: Story, drugs: str) -> list[Event]:
    """Enoxaparin in a low dose is taken again twelve hours after the needle."""
    out = story.episode.now.procedure.ended
    assert out
    earliest = out.latest + timedelta(hours=12)
    at = earliest - timedelta(minutes=1) if drugs == "planned_too_early" else earliest
    again = RestartPlanned(
        drug=ENOXAPARIN, plan=Restart.RESTART, restart_at=When.exact(at, "America/Denver")
    )
    if drugs in ("planned", "planned_too_early", "one_of_two_planned"):
        return [again]
    off = RestartPlanned(drug=ENOXAPARIN, plan=Restart.STAYS_OFF)
    return [off] if drugs == "stays_off" else []
