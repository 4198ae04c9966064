"""What is known of a drug against clotting: the last dose at the latest, from whatever was told."""

from decimal import Decimal
from typing import Any

import pytest
from clotting import LOW, drug
from entries import puncture
from story import Story, moment

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.queries.drugs_taken import Taken, drugs_taken
from bloodpatch.pathway.stages.discharge.choices import Restart
from bloodpatch.pathway.stages.discharge.events import RestartPlanned
from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic
from bloodpatch.pathway.stages.preparation.events import LabsRecorded
from bloodpatch.pathway.stages.procedure.events import (
    Injected,
    NeedleOut,
    PatchReported,
    Started,
)
from bloodpatch.pathway.stages.repeat.commands import RecordRepeatDecision
from bloodpatch.pathway.stages.repeat.events import RepeatDecided
from bloodpatch.pathway.stages.repeat.statements import Verdict
from bloodpatch.pathway.values import Answer, CrClMlPerMin, Dose

PUNCTURED = puncture(punctured_at=moment("2026-11-15 10:00"))


def taken(story: Story) -> Taken:
    (one,) = drugs_taken(story.episode)
    return one


def since(story: Story) -> str | None:
    """The last dose at the latest, by the clock on the wall."""
    last = taken(story).since
    zone = moment("2026-11-16").local.tzinfo
    return f"{last.astimezone(zone):%d %H:%M}" if last else None


def told(timing: str, **said: Any) -> RecordAntithrombotic:
    return drug(timing=Timing.parse(timing), **said)


# the last dose


@pytest.mark.parametrize(
    ("last", "latest"),
    [
        ("2026-11-15 20:00", "15 20:00"),
        ("2026-11-15 20h", "15 20:59"),
        ("2026-11-15", "15 23:59"),
        ("by 2026-11-15 20:00", None),
    ],
)
def test_the_last_dose_is_known_at_the_latest(story: Story, last: str, latest: str | None) -> None:
    story.nurse(drug(last=last))
    assert (since(story), taken(story).hours) == (latest, None)
    assert taken(story).last_dose_known is (latest is not None)


FROM_THE_PUNCTURE = {
    "2 hours after puncture": "15 12:00",
    "2-3 hours after puncture": "15 13:00",
    "2 hours before puncture": "15 08:00",
    "2-3 hours before puncture": "15 08:00",
    "at puncture": "15 10:00",
    "within 4 hours after puncture": "15 14:00",
    "within 4 hours before puncture": "15 10:00",
    "until 4 hours after puncture": "15 14:00",
    "until 4 hours before puncture": None,
    "2 hours since puncture": None,
    "soon after puncture": None,
    "for 3 months": None,
    "2 hours after delivery": None,
}


@pytest.mark.parametrize(("timing", "latest"), FROM_THE_PUNCTURE.items())
def test_it_is_counted_from_the_puncture(story: Story, timing: str, latest: str | None) -> None:
    story.nurse(PUNCTURED, told(timing))
    assert (since(story), taken(story).hours) == (latest, None)


@pytest.mark.parametrize(
    ("punctures", "latest"),
    [
        ([], None),
        ([puncture()], None),
        ([puncture(punctured_at=moment("by 2026-11-15 10:00"))], None),
        ([puncture(punctured_at=moment("2026-11-15 10h"))], "15 12:59"),
        ([PUNCTURED, puncture(punctured_at=moment("2026-11-14 10:00"))], None),
    ],
    ids=["none", "no time", "a time that is not known", "an hour", "two"],
)
def test_only_from_the_one_puncture_whose_time_is_known(
    story: Story, punctures: list[Any], latest: str | None
) -> None:
    story.nurse(*punctures, told("2 hours after puncture"))
    assert since(story) == latest


def test_from_now_is_from_when_it_was_told(story: Story) -> None:
    story.nurse(told("2 hours before now", occurred=moment("2026-11-16 06h")))
    assert since(story.wait(hours=5)) == "16 04:59"


# the wait before the patch


@pytest.mark.parametrize(
    ("timing", "hours"),
    [
        ("18 hours before patch", 18),
        ("18 hours before patch 1", 18),
        ("18-20 hours before patch 1", 18),
        ("at patch 1", 0),
        ("within 4 hours before patch 1", 0),
        ("18 hours before patch 2", None),
        ("18 hours after patch 1", None),
        ("within 4 hours after patch 1", None),
        ("until 4 hours before patch 1", None),
        ("soon before patch 1", None),
        ("18 hours before delivery", None),
    ],
)
def test_the_wait_before_the_patch_is_told_at_the_least(
    story: Story, timing: str, hours: int | None
) -> None:
    story.nurse(PUNCTURED, told(timing))
    one = taken(story)
    assert (one.since, one.hours) == (None, None if hours is None else Decimal(hours))
    assert one.last_dose_known is (hours is not None)


def test_a_last_dose_by_the_clock_counts_more_than_a_wait(story: Story) -> None:
    story.nurse(told("18 hours before patch 1", last="2026-11-15 20:00"))
    assert (since(story), taken(story).hours) == ("15 20:00", None)


# another round


def again() -> Story:
    """A patch was reported at 10:00 on the 16th; on the 17th another one is prepared."""
    story = Story("2026-11-16 10:00").given(PatchReported())
    return story.at("2026-11-17 08:00").given(RepeatDecided()).wait(hours=1)


@pytest.mark.parametrize(
    ("timing", "latest", "hours"),
    [
        ("2 hours after patch 1", "16 12:00", None),
        ("2 hours before patch 1", "16 08:00", None),
        ("2 hours after patch", None, None),
        ("2 hours after patch 2", None, None),
        ("2 hours after patch 3", None, None),
        ("2 hours after discharge 1", None, None),
        ("18 hours before patch 2", None, 18),
        ("18 hours before patch", None, 18),
    ],
)
def test_in_another_round_it_may_be_counted_from_the_patch_before(
    timing: str, latest: str | None, hours: int | None
) -> None:
    story = again()
    story.nurse(told(timing))
    known = None if hours is None else Decimal(hours)
    assert (since(story), taken(story).hours) == (latest, known)


def test_the_patch_of_this_round_is_the_one_that_is_prepared() -> None:
    """From the next round on it is an earlier one, and has its time."""
    story = Story("2026-11-16 10:00").given(PatchReported())
    story.wait(hours=4).nurse(told("2 hours after patch 1"))
    assert not taken(story).last_dose_known
    story.wait(hours=1).given(RepeatDecided()).nurse(told("2 hours after patch 1"))
    assert since(story) == "16 12:00"


def test_from_a_patch_without_a_time_nothing_is_counted() -> None:
    story = Story().given(RepeatDecided())
    story.wait(hours=1).nurse(told("2 hours after patch 1"))
    assert since(story) is None


# what was told before the last patch

LAST = "2026-11-16 07:00"


def stopped(*then: Any, **said: Any) -> Story:
    """The last dose was told at 08:00; what follows is on record an hour apart."""
    story = Story("2026-11-16 08:00")
    story.nurse(drug(last=LAST, **said))
    for event in then:
        story.wait(hours=1).given(event)
    return story


def before_the_patch(story: Story) -> bool:
    """Whether the last dose is not known any more, because a patch was given since."""
    one = taken(story)
    assert one.last_dose_known is not one.before_last_patch
    return one.before_last_patch


@pytest.mark.parametrize(
    ("then", "before"),
    [
        ([], False),
        ([Injected()], True),
        ([Started(), Injected()], False),
        ([Started(), Injected(), NeedleOut()], True),
        ([PatchReported()], False),
        ([PatchReported(), RepeatDecided()], True),
        ([PatchReported(), RepeatDecided(), RepeatDecided()], True),
        ([RepeatDecided()], False),
    ],
    ids=[
        "no patch",
        "only the injection was told",
        "the needle is in",
        "the needle is out",
        "reported in this round",
        "in the round before",
        "two rounds before",
        "no patch in the round before",
    ],
)
def test_what_was_told_before_a_patch_says_nothing_of_what_was_taken_since(
    then: list[Any], before: bool
) -> None:
    assert before_the_patch(stopped(*then)) is before


@pytest.mark.parametrize("timing", ["2 hours before now", "18 hours before patch 1"])
def test_nor_does_a_wait_that_was_told_before_it(timing: str) -> None:
    story = Story("2026-11-16 08:00")
    story.nurse(told(timing))
    assert not before_the_patch(story)
    assert before_the_patch(story.wait(hours=1).given(Injected()))


def test_what_is_told_after_it_does() -> None:
    story = stopped(Injected())
    story.wait(minutes=1).nurse(drug(last=LAST))
    assert not before_the_patch(story)


OFF, ON = Restart.STAYS_OFF, Restart.RESTART
ENOXAPARIN, ASPIRIN = Antithrombotic.ENOXAPARIN, Antithrombotic.ASPIRIN


@pytest.mark.parametrize(
    ("plans", "before"),
    [
        ([(ENOXAPARIN, OFF)], False),
        ([(None, OFF)], False),
        ([(ASPIRIN, OFF)], True),
        ([(ENOXAPARIN, ON)], True),
        ([(ENOXAPARIN, OFF), (ENOXAPARIN, ON)], True),
        ([(ENOXAPARIN, ON), (ENOXAPARIN, OFF)], False),
        ([(ENOXAPARIN, OFF), (ASPIRIN, ON)], False),
    ],
)
def test_unless_the_newest_plan_for_it_is_that_it_stays_off(
    plans: list[tuple[Antithrombotic | None, Restart]], before: bool
) -> None:
    story = stopped(Injected(), *(RestartPlanned(drug=d, plan=plan) for d, plan in plans))
    assert before_the_patch(story) is before
    assert before_the_patch(story.given(RepeatDecided())) is before


def test_a_plan_from_before_it_was_taken_again_is_over() -> None:
    story = Story("2026-11-16 07:30").given(RestartPlanned(drug=ENOXAPARIN, plan=OFF))
    story.wait(hours=1).nurse(drug(last=LAST))
    assert before_the_patch(story.wait(hours=1).given(Injected()))


# the newest statement


def test_each_drug_stands_once_in_the_order_in_which_they_were_named(story: Story) -> None:
    story.nurse(drug(last="2026-11-15 20:00"), drug("aspirin"))
    story.wait(minutes=1).nurse(drug(last="2026-11-15 21:00"))
    assert [one.drug for one in drugs_taken(story.episode)] == [ENOXAPARIN, ASPIRIN]
    assert drugs_taken(story.episode)[0].entry.event.last_dose == moment("2026-11-15 21:00")


def test_in_a_later_round_it_is_the_newest_one() -> None:
    story = stopped(RepeatDecided())
    story.wait(minutes=1).nurse(drug(last="2026-11-16 08:30"))
    assert since(story) == "16 08:30"


def test_where_a_round_was_entered_late_the_newest_one_may_be_of_the_round_before() -> None:
    """At 12:00 it was told; later that another patch was decided on at 10:00, and what was told
    at 11:00."""
    story = Story("2026-11-16 12:00")
    story.nurse(drug(last="2026-11-16 09:00"))
    decided = RecordRepeatDecision(decision=Verdict.REPEAT, occurred=moment("2026-11-16 10:00"))
    story.wait(hours=1).physician(decided)
    story.nurse(drug(last="2026-11-16 06:00", occurred=moment("2026-11-16 11:00")))
    assert len(story.episode.rounds) == 2
    assert since(story) == "16 09:00"


@pytest.mark.parametrize(("said", "dose"), [(LOW, LOW), (None, None), (DoseClass.NOT_TOLD, None)])
def test_not_told_is_no_dose(story: Story, said: DoseClass | None, dose: DoseClass | None) -> None:
    story.nurse(drug(dose_class=said))
    assert taken(story).dose is dose


def crcl(number: str) -> CrClMlPerMin:
    return CrClMlPerMin.parse(f"{number} mL/min")


@pytest.mark.parametrize(
    ("own", "reports", "counts"),
    [
        (None, [], None),
        (None, [crcl("80")], "80"),
        (None, [crcl("80"), crcl("20")], "20"),
        (None, [crcl("80"), None], "80"),
        (crcl("50"), [crcl("80")], "50"),
    ],
)
def test_the_kidneys_are_told_with_the_drug_or_by_the_newest_report(
    own: CrClMlPerMin | None, reports: list[CrClMlPerMin | None], counts: str | None
) -> None:
    story = stopped(*(LabsRecorded(crcl=each) for each in reports), crcl=own)
    number = None if counts is None else Decimal(counts)
    assert taken(story).clearance == number
    assert taken(story.given(RepeatDecided())).clearance == number


# what an override remembers of it


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Enoxaparin, last dose not known"),
        ({"last_dose": moment(LAST)}, f"Enoxaparin, last dose {moment(LAST)}"),
        (
            {"timing": Timing.parse("18 hours before patch 1")},
            f"Enoxaparin, last dose {Timing.parse('18 hours before patch 1')}",
        ),
        (
            {
                "last_dose": moment(LAST),
                "timing": Timing.parse("18 hours before patch 1"),
                "dose": Dose.parse("enoxaparin 40 mg"),
                "dose_class": LOW,
                "crcl": crcl("80"),
                "running": Answer.YES,
            },
            f"Enoxaparin, enoxaparin 40 mg, {LOW.label}, 80 mL/min, last dose {moment(LAST)}, "
            "still given",
        ),
        ({"running": Answer.NO}, "Enoxaparin, last dose not known"),
    ],
)
def test_all_that_a_physician_judged_it_by(said: dict[str, Any], words: str) -> None:
    story = Story("2026-11-16 08:00")
    story.nurse(drug(**{"dose_class": None} | said))
    assert taken(story).told == words
    story.wait(hours=1).given(Injected())
    assert taken(story).told == f"{words}, recorded before the last patch"
