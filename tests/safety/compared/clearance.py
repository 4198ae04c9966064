"""The permit `clearance.clear`."""

from datetime import timedelta
from functools import cache

from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import AdverseKind, Setting, Symptom
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion
from bloodpatch.pathway.stages.adverse_event.events import (
    Opened,
    Reviewed,
)
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.stages.discharge.choices import Company
from bloodpatch.pathway.stages.discharge.events import Departed
from bloodpatch.pathway.stages.followup.choices import Channel, Effect, HeadacheNow
from bloodpatch.pathway.stages.followup.events import Contacted
from bloodpatch.pathway.values import Answer, Answers, Celsius, Pain, PainPosition
from tests.safety.compared import patients as p
from tests.safety.compared.recovery import in_the_bay
from tests.safety.oracle.table import Plain, Vector

ANSWER: dict[Plain, Answer | None] = {"yes": Answer.YES, "no": Answer.NO, "not_told": None}
# Upright scores with the minutes at which they were told before the permit.
HOURS_48, A_WEEK = 48 * 60, 8 * 24 * 60
UPRIGHT: dict[Plain, tuple[tuple[int, int | None], ...]] = {
    "3_at_both_ends_of_48h": ((HOURS_48, 3), (0, 3)),
    "0_at_both_ends_of_48h": ((HOURS_48, 0), (0, 0)),
    "3_at_both_ends_of_47h59": ((HOURS_48 - 1, 3), (0, 3)),
    "one_score_of_3": ((0, 3),),
    "4_between_two_of_3": ((HOURS_48, 3), (HOURS_48 // 2, 4), (0, 3)),
    "4_now": ((HOURS_48, 3), (0, 4)),
    "not_told": ((HOURS_48, None), (0, None)),
    "3_for_48h_last_heard_8_days_ago": ((A_WEEK + HOURS_48, 3), (A_WEEK, 3)),
}
FLAGS: dict[Plain, dict[str, Answer | None]] = {
    "all_no": {},
    "hold_class_yes": {"severe_vomiting": Answer.YES},
    "stop_class_yes": {"thunderclap": Answer.YES},
    "one_not_told": {"seizure": None},
}


@cache
def at_home() -> Story:
    """Patched and gone home on the day."""
    story = in_the_bay("kaysville").copy().at(f"{p.TODAY} 16:00")
    return story.given(Departed(to=Setting.HOME, company=Company.ADULT), role=NURSE)


def may_resume(vector: Vector) -> tuple[Finding, ...]:
    story = at_home().copy()
    permit = story.now + timedelta(days=12)
    heard = UPRIGHT[vector["upright"]]
    for number, (minutes, score) in enumerate(heard, start=1):
        story.now = permit - timedelta(minutes=minutes)
        story.given(contact(vector, score, last=number == len(heard)), role=NURSE)
    if vector["adverse_event"] != "none":
        story.given(Opened(kinds=(AdverseKind.VASOVAGAL,)))
    if vector["adverse_event"] in ("settled", "still_watched"):
        settled = vector["adverse_event"] == "settled"
        word = Conclusion.SETTLED if settled else Conclusion.WATCHED
        story.given(Reviewed(conclusion=word))
    story.now = permit
    return p.found(story, PHYSICIAN, ClearActivity(told=Answer.YES))


def contact(vector: Vector, score: int | None, *, last: bool) -> Contacted:
    """The last contact says what the vector says; those before, only how the back is."""
    upright = None if score is None else Pain(score, PainPosition.UPRIGHT)
    asked = vector["back_pain"] != "not_told"
    before = Contacted(
        contact=Channel.CALL,
        answered=Answer.YES,
        headache=HeadacheNow.BETTER,
        pain_upright=upright,
        back_pain_score=Pain(4, PainPosition.NOT_STATED) if asked else None,
    )
    if not last:
        return before
    back, temperature = vector["back_pain"], vector["temperature_c"]
    weak = vector["neuro_deficit"] == "yes"
    return Contacted(
        contact=Channel.CALL,
        answered=Answer.YES,
        headache=HeadacheNow.BETTER,
        pain_upright=upright,
        flags=None if vector["flags"] == "not_told" else p.flags(**FLAGS[vector["flags"]]),
        adverse_effects=effects(vector),
        symptoms=Answers({Symptom.LEG_WEAKNESS: Answer.YES}) if weak else None,
        temperature=None if temperature == "not_told" else Celsius.parse(str(temperature)),
        back_pain_score=Pain(back, PainPosition.NOT_STATED) if isinstance(back, int) else None,
        strong_painkillers=ANSWER[vector["opioids"]],
    )


def effects(vector: Vector) -> Answers:
    asked = {Effect.NERVE_DAMAGE: "neuro_deficit", Effect.MORE_PAIN: "back_pain_worse"}
    told = {effect: Answer.NO for effect in Effect if effect not in asked}
    for effect, name in asked.items():
        if (answer := ANSWER[vector[name]]) is not None:
            told[effect] = answer
    return Answers(told)
