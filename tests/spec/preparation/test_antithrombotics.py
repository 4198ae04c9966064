"""Drugs against clotting before the needle (H06): for each drug the last dose at the latest, and
the hold time of the table that the clinic follows."""

from dataclasses import replace
from typing import Any

import pytest
from clotting import AAGBI, HIGH, LOW, PAIN, REGIONAL, drug, follows, ready, signed, table
from journey import time_out
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass, ResultWord
from bloodpatch.pathway.clinical.measured import Measured
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.stages.preparation.commands import RecordLabs, TakeTimeOut
from bloodpatch.pathway.values import Answer, Count, CrClMlPerMin, FreeText, Inr, Precision, When

TIME_OUT = time_out()
WINDOW = "antithrombotics.inside_hold_time"
UNKNOWN = "antithrombotics.last_dose_not_known"


def stands(story: Story) -> list[str]:
    return story.asks(NURSE, TakeTimeOut)


def given(story: Story, *statements: Any) -> Story:
    story.nurse(*statements)
    return story


def says(story: Story, code: str) -> str:
    return story.finding(NURSE, TakeTimeOut, code).says


def crcl(number: str) -> CrClMlPerMin:
    return CrClMlPerMin.parse(f"{number} mL/min")


# the hold time


@pytest.mark.parametrize(
    ("statement", "over"),
    [
        (drug("enoxaparin", "2026-11-16 08:00"), "2026-11-16 20:00"),
        (drug("enoxaparin", "2026-11-16 08:00", dose_class=HIGH), "2026-11-17 08:00"),
        (drug("clopidogrel", "2026-11-12 09:00", dose_class=None), "2026-11-19 09:00"),
        (drug("rivaroxaban", "2026-11-16 08:00", crcl=crcl("30")), "2026-11-17 08:00"),
        (drug("rivaroxaban", "2026-11-16 08:00", crcl=crcl("29.9")), "2026-11-17 14:00"),
        (drug("rivaroxaban", "2026-11-16 08:00"), "2026-11-17 14:00"),
        (drug("apixaban", "2026-11-16 08:00", dose_class=HIGH), "2026-11-19 08:00"),
    ],
)
def test_the_needle_waits_to_the_minute(statement: Any, over: str) -> None:
    story = given(ready(), statement)
    story.at(over).wait(minutes=-1)
    assert WINDOW in stands(story)
    assert story.finding(NURSE, TakeTimeOut, WINDOW).valid_until == moment(over).at
    assert WINDOW not in stands(story.at(over))
    assert WINDOW not in stands(story.wait(minutes=1))


@pytest.mark.parametrize(
    ("last", "inside", "over"),
    [
        ("2026-11-16 08:00", "2026-11-16 19:59", "2026-11-16 20:00"),
        ("2026-11-16 08h", "2026-11-16 20:59", "2026-11-16 21:00"),
        ("2026-11-16", "2026-11-17 11:59", "2026-11-17 12:00"),
        # The day on which the clocks went back has 25 hours, and ends when it ends.
        ("2026-11-01", "2026-11-02 11:59", "2026-11-02 12:00"),
    ],
)
def test_of_an_hour_or_a_day_its_end_counts(last: str, inside: str, over: str) -> None:
    story = given(ready(), drug("enoxaparin", last))
    assert WINDOW in stands(story.at(inside))
    assert WINDOW not in stands(story.at(over))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"last_dose": When(moment("2026-10-01").at, "America/Denver", Precision.UNKNOWN)},
        {"timing": Timing.parse("soon after admission")},
        {"timing": Timing.parse("2 days after patch 1")},
    ],
    ids=["nothing", "by a day", "no number", "from something that has not been"],
)
def test_a_last_dose_without_a_known_time_holds_always(told: dict[str, Any]) -> None:
    story = given(ready(), drug("enoxaparin", **told)).wait(days=90)
    assert UNKNOWN in stands(story)
    assert WINDOW not in stands(story)


@pytest.mark.parametrize(
    "statement",
    [
        drug("aspirin", dose_class=None),
        drug("aspirin", dose_class=None, running=Answer.YES),
        drug("aspirin", "2026-11-16 08:00", dose_class=None),
    ],
    ids=["no time", "still taken", "this morning"],
)
def test_nothing_is_asked_of_a_drug_whose_row_asks_no_wait(statement: Any) -> None:
    assert stands(given(ready(), statement)) == []


@pytest.mark.parametrize("policy", [REGIONAL, PAIN, AAGBI, None])
@pytest.mark.parametrize("name", ["nsaid", "ssri_snri"])
def test_nothing_is_said_of_what_no_table_waits_for(name: str, policy: Any) -> None:
    """Whatever the clinic follows, and whether or not anybody has confirmed a row."""
    story = ready(None)
    story = follows(story, policy, confirmed=()) if policy else story
    assert story.nurse(drug(name, dose_class=None, running=Answer.YES)) == []
    assert stands(story) == []


def test_the_clinic_says_what_never_waits() -> None:
    story = ready(AAGBI)
    preparation = story.protocol.preparation
    only = replace(preparation, drugs_that_never_wait=(Antithrombotic.SSRI_SNRI,))
    story.protocol = replace(story.protocol, preparation=only)
    assert stands(given(story, drug("nsaid", dose_class=None))) != []


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ("11 hours before patch 1", [WINDOW]),
        ("12 hours before patch 1", []),
        ("about 12 hours before patch", [WINDOW]),
        ("1 day before patch", [WINDOW]),
        ("2 days before patch", []),
    ],
)
def test_a_wait_told_in_hours_is_compared_at_its_shortest(told: str, codes: list[str]) -> None:
    story = given(ready(), drug("enoxaparin", timing=Timing.parse(told)))
    assert stands(story) == codes


def test_a_wait_told_from_now_becomes_a_time() -> None:
    story = given(ready(), drug("enoxaparin", timing=Timing.parse("10 hours before now")))
    assert WINDOW in stands(story.wait(minutes=119))
    assert stands(story.wait(minutes=1)) == []


def test_the_newest_statement_counts_also_where_it_says_less() -> None:
    story = given(ready(), drug("enoxaparin", "2026-11-10 08:00"))
    assert stands(story) == []
    story.wait(minutes=1)
    assert UNKNOWN in stands(given(story, drug("enoxaparin")))


def test_of_several_drugs_the_longest_counts_and_is_named_first() -> None:
    story = given(
        ready(),
        drug("enoxaparin", "2026-11-16 08:00"),
        drug("clopidogrel", "2026-11-15 08:00", dose_class=None),
    )
    assert stands(story) == [WINDOW, "antithrombotics.several_drugs"]
    expected = "Patch not before Sun 22 Nov 08:00: Clopidogrel (168 h), Enoxaparin (12 h)."
    assert says(story, WINDOW) == expected


def test_a_drug_that_is_still_given_has_no_last_dose() -> None:
    running = drug("heparin_iv", "2026-11-10 08:00", dose_class=None, running=Answer.YES)
    story = given(ready(), running)
    assert "antithrombotics.drug_still_given" in stands(story)
    aspirin = drug("aspirin", "2026-11-16 08:00", dose_class=None, running=Answer.YES)
    assert stands(given(ready(), aspirin)) == []


# dose and kidneys


@pytest.mark.parametrize("dose", [None, DoseClass.NOT_TOLD])
def test_a_dose_that_was_not_told_is_asked_and_the_longer_wait_counts(
    dose: DoseClass | None,
) -> None:
    code = "antithrombotics.dose_class_not_known"
    story = given(ready(), drug("enoxaparin", "2026-11-16 01:00", dose_class=dose))
    assert stands(story) == [code]
    assert "not before Tue 17 Nov 01:00" in says(story, code)
    story.wait(minutes=1).nurse(drug("enoxaparin", "2026-11-16 01:00"))
    assert stands(story) == []


def test_a_drug_with_one_row_needs_no_dose() -> None:
    assert stands(given(ready(), drug("clopidogrel", "2026-11-02", dose_class=None))) == []


def test_kidneys_are_asked_only_where_a_row_depends_on_them() -> None:
    story = given(ready(), drug("rivaroxaban", "2026-11-16 08:00"))
    assert "creatinine clearance not recorded" in says(story, WINDOW)
    story = given(ready(), drug("enoxaparin", "2026-11-16 08:00"))
    assert "creatinine" not in says(story, WINDOW)


def test_the_laboratory_answers_for_the_kidneys() -> None:
    story = given(ready(), RecordLabs(crcl=crcl("80")), drug("rivaroxaban", "2026-11-15 13:00"))
    assert stands(story) == []
    story.wait(minutes=1).nurse(RecordLabs(crcl=crcl("20")))
    assert stands(story) == [WINDOW]


# the table


def test_without_a_table_every_drug_holds() -> None:
    story = given(ready(None), drug("aspirin", "2026-10-01", dose_class=None))
    assert stands(story) == ["antithrombotics.no_table_chosen"]


@pytest.mark.parametrize("policy", [REGIONAL, PAIN, AAGBI])
def test_until_a_physician_has_confirmed_its_row_a_drug_holds(policy: Any) -> None:
    story = follows(ready(None), policy, confirmed=())
    given(story, drug("enoxaparin", "2026-10-01"))
    assert stands(story) == ["antithrombotics.row_not_confirmed"]
    says_ = says(story, "antithrombotics.row_not_confirmed")
    assert says_.startswith("Enoxaparin: table not yet confirmed by your clinic (Draft after")
    mine = [r for r in table(policy).rows if r.drug == "enoxaparin" and r.dose.value == LOW]
    assert stands(signed(story, mine)) == []


def test_another_row_confirmed_is_not_this_one() -> None:
    others = [r for r in table(REGIONAL).rows if r.drug != "enoxaparin"]
    story = given(ready(confirmed=others), drug("enoxaparin", "2026-10-01"))
    assert stands(story) == ["antithrombotics.row_not_confirmed"]


@pytest.mark.parametrize("name", ["other", "anticoagulant_not_named", "cilostazol"])
def test_a_drug_without_a_row_holds(name: str) -> None:
    story = given(ready(), drug(name, "2026-10-01"))
    assert stands(story) == ["antithrombotics.drug_without_row"]


@pytest.mark.parametrize(
    ("policy", "statement"),
    [
        (REGIONAL, drug("fondaparinux", "2026-10-01", dose_class=None)),
        (REGIONAL, drug("dabigatran", "2026-10-01", dose_class=HIGH, crcl=crcl("29"))),
        (REGIONAL, drug("dabigatran", "2026-10-01", dose_class=HIGH)),
        (PAIN, drug("aspirin", "2026-10-01", dose_class=None)),
        (PAIN, drug("fibrinolytic", "2026-10-01", dose_class=None)),
    ],
)
def test_what_is_avoided_or_weighed_is_a_physicians(policy: Any, statement: Any) -> None:
    assert stands(given(ready(policy), statement)) == ["antithrombotics.drug_is_judged"]


# the laboratory

WARFARIN = drug("warfarin", "2026-11-10 08:00", dose_class=None)
NEEDED = "antithrombotics.drug_laboratory_not_known"
WRONG = "antithrombotics.drug_laboratory_out_of_range"


def inr(number: str, taken: str = "2026-11-16 09:00") -> RecordLabs:
    return RecordLabs(inr=Inr.parse(number), taken=moment(taken))


@pytest.mark.parametrize(
    ("report", "codes"),
    [
        (None, [NEEDED]),
        (inr("1.1"), []),
        (inr("1.11"), [WRONG]),
        (inr("1.4"), [WRONG]),
        (inr("1.0", "2026-11-10 08:00"), []),
        (inr("1.0", "2026-11-10 07:59"), [NEEDED]),
        (inr("1.0", "2026-11-10"), [NEEDED]),
        (RecordLabs(values=(Measured.parse("INR 1.1"),)), []),
        (RecordLabs(word=ResultWord.NORMAL), [NEEDED]),
    ],
)
def test_an_inr_from_after_the_last_dose_is_needed(report: Any, codes: list[str]) -> None:
    story = given(ready(), WARFARIN, *([report] if report else []))
    assert stands(story) == codes


def test_the_newest_value_counts() -> None:
    story = given(ready(), WARFARIN, inr("1.1", "2026-11-15 09:00"), inr("1.6"))
    assert stands(story) == [WRONG]
    assert says(story, WRONG) == "Warfarin: INR 1.6; a needle waits until it is 1.1 or less."


@pytest.mark.parametrize(
    ("policy", "number", "high"),
    [(AAGBI, "1.4", False), (AAGBI, "1.5", True), (PAIN, "1.1", False), (PAIN, "1.4", True)],
)
def test_each_table_has_an_inr_of_its_own(policy: Any, number: str, high: bool) -> None:
    codes = stands(given(ready(policy), WARFARIN, inr(number)))
    assert (WRONG in codes) is high


@pytest.mark.parametrize(
    ("word", "codes"),
    [(ResultWord.NORMAL, []), (ResultWord.RAISED, [WRONG]), (None, [NEEDED])],
)
def test_an_aptt_is_normal_by_the_word_of_its_laboratory(
    word: ResultWord | None, codes: list[str]
) -> None:
    heparin = drug("heparin_iv", "2026-11-15 08:00", dose_class=None)
    report = RecordLabs(values=(Measured.parse("aPTT 31 s"),), word=word)
    assert stands(given(ready(), heparin, report)) == codes


# a physician's word


def override(story: Story, code: str) -> OverrideHold:
    finding = story.finding(NURSE, TakeTimeOut, code)
    return OverrideHold(
        finding=Code(code),
        act=Code(TakeTimeOut.name),
        patch_number=Count(1),
        saw=PlainForm(dict(finding.seen)),
        reason=FreeText("The risk of waiting is greater."),
    )


def test_only_a_physician_overrides_and_only_what_was_seen() -> None:
    story = given(ready(), drug("enoxaparin", "2026-11-16 08:00"))
    word = override(story, WINDOW)
    assert story.refuses(NURSE, word) == ["person.not_your_act"]
    story.does(PHYSICIAN, word)
    assert story.copy().nurse(TIME_OUT) == [WINDOW]
    story.wait(minutes=1).nurse(drug("enoxaparin", "2026-11-16 12:00"))
    assert story.refuses(NURSE, TIME_OUT) == [WINDOW]


def test_it_holds_for_a_later_needle_and_for_no_earlier_one() -> None:
    story = given(ready(), drug("enoxaparin", "2026-11-16 08:00"))
    word = override(story, WINDOW)
    later = story.copy()
    later.does(PHYSICIAN, word)
    assert later.wait(minutes=20).nurse(TIME_OUT) == [WINDOW]
    seen = dict(word.saw.plain())
    planned = seen | {"needle": moment("2026-11-16 16:00").at.isoformat()}
    story.does(PHYSICIAN, replace(word, saw=PlainForm(planned)))
    assert story.refuses(NURSE, TIME_OUT) == [WINDOW]


def test_who_decided_about_the_row_has_not_decided_about_the_time() -> None:
    story = follows(ready(None), REGIONAL, confirmed=())
    given(story, drug("enoxaparin", "2026-11-16 08:00"))
    story.does(PHYSICIAN, override(story, "antithrombotics.row_not_confirmed"))
    assert story.refuses(NURSE, TIME_OUT) == [WINDOW]
    given(story.wait(minutes=1), drug("enoxaparin"))
    assert story.refuses(NURSE, TIME_OUT) == ["antithrombotics.row_not_confirmed", UNKNOWN]


def test_what_was_used_of_the_clinic_is_only_asked_where_a_drug_is_taken() -> None:
    class Unasked(frozenset[str]):
        def __contains__(self, row: object) -> bool:
            raise AssertionError("the clinic was asked for nothing")

    story = ready()
    object.__setattr__(story.facts, "confirmed_rows", Unasked())
    assert stands(story) == []
    with pytest.raises(AssertionError):
        stands(given(story, drug("enoxaparin", "2026-11-16 08:00")))


NO_WAIT = {
    (REGIONAL, Antithrombotic.ASPIRIN),
    (PAIN, Antithrombotic.CILOSTAZOL),
    (PAIN, Antithrombotic.DIPYRIDAMOLE),
}


def test_every_drug_of_the_list_is_answered_by_every_table() -> None:
    for policy in (REGIONAL, PAIN, AAGBI):
        for one in Antithrombotic:
            story = given(ready(policy), drug(one.value, dose_class=None))
            free = one in story.protocol.preparation.drugs_that_never_wait
            free |= (policy, one) in NO_WAIT
            assert (stands(story) == []) is free, f"{policy} {one}"
