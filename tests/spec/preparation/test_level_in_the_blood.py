"""A level in the blood in place of the wait (H06), and what each finding about a drug rests on."""

from typing import Any

import pytest
from clotting import HIGH, LOW, PAIN, REGIONAL, drug, follows, ready
from story import NURSE, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic
from bloodpatch.pathway.clinical.measured import Measured
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.stages.preparation.commands import RecordLabs, TakeTimeOut

WINDOW, DOSE = "antithrombotics.inside_hold_time", "antithrombotics.dose_class_not_known"
IS_LOW = "antithrombotics.level_is_low"
UNKNOWN = "antithrombotics.last_dose_not_known"
NOT_CONFIRMED = "antithrombotics.row_not_confirmed"


def on(name: str = "apixaban", last: str = "2026-11-16 08:00", **told: Any) -> Story:
    story = ready()
    story.nurse(drug(name, last, **{"dose_class": HIGH} | told))
    return story


def level(*texts: str, taken: str | None = "2026-11-16 12:00") -> RecordLabs:
    return RecordLabs(
        values=tuple(map(Measured.parse, texts)), taken=moment(taken) if taken else None
    )


def stands(story: Story) -> list[str]:
    return story.asks(NURSE, TakeTimeOut)


LEVELS: dict[str, tuple[RecordLabs, list[str]]] = {
    "activity at the limit": (level("anti_xa 0.1 IU/mL"), [IS_LOW]),
    "activity above it": (level("anti_xa 0.11 IU/mL"), [WINDOW]),
    "amount below": (level("anti_xa 29.9 ng/mL"), [IS_LOW]),
    "amount at the limit": (level("anti_xa 30 ng/mL"), [WINDOW]),
    "below the limit, no number": (level("anti_xa <30 ng/mL"), [IS_LOW]),
    "below something higher": (level("anti_xa <50 ng/mL"), [WINDOW]),
    "at least": (level("anti_xa >=0.05 IU/mL"), [WINDOW]),
    "one low, one high": (level("anti_xa 0.05 IU/mL", "anti_xa 60 ng/mL"), [WINDOW]),
    "in another unit": (level("anti_xa 0.05 ratio"), [WINDOW]),
    "another value": (level("aptt 0.05 IU/mL"), [WINDOW]),
    "taken before the last dose": (
        level("anti_xa 0.05 IU/mL", taken="2026-11-16 07:59"), [WINDOW]
    ),
    "taken at the last dose": (level("anti_xa 0.05 IU/mL", taken="2026-11-16 08:00"), [WINDOW]),
    "taken while the drug goes into the blood": (
        level("anti_xa 0.05 IU/mL", taken="2026-11-16 11:59"), [WINDOW]
    ),
    "taken on some hour of the day": (
        level("anti_xa 0.05 IU/mL", taken="2026-11-16"), [WINDOW]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "codes"), LEVELS.values(), ids=LEVELS)
def test_a_low_level_from_after_the_last_dose_stands_in_for_the_wait(
    said: RecordLabs, codes: list[str]
) -> None:
    story = on()
    story.nurse(said)
    assert stands(story) == codes


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        ("2026-11-16 11:59", [IS_LOW]),
        ("2026-11-16 12:00", [WINDOW]),
        ("2026-11-16 13:00", [WINDOW]),
        ("2026-11-16", [WINDOW]),
    ],
)
def test_no_higher_level_may_be_as_new(other: str, codes: list[str]) -> None:
    story = on()
    story.nurse(level("anti_xa 0.05 IU/mL"), level("anti_xa 0.3 IU/mL", taken=other))
    assert stands(story) == codes


def test_a_dose_after_it_counts_again() -> None:
    story = on()
    story.nurse(level("anti_xa 0.05 IU/mL"))
    story.wait(minutes=1).nurse(drug("apixaban", "2026-11-16 13:00", dose_class=HIGH))
    assert stands(story) == [WINDOW]


def test_low_or_high_dose_is_not_asked_where_the_level_says_it() -> None:
    story = on(dose_class=None)
    assert stands(story) == [DOSE]
    story.nurse(level("anti_xa 0.05 IU/mL"))
    assert stands(story) == [IS_LOW]


def test_without_a_last_dose_no_level_is_from_after_it() -> None:
    story = on(last="")
    story.nurse(level("anti_xa 0.05 IU/mL"))
    assert stands(story) == [UNKNOWN]


@pytest.mark.parametrize("name", ["enoxaparin", "dabigatran", "fondaparinux"])
def test_only_where_the_table_says_so(name: str) -> None:
    story, other = on(name), on(name)
    story.nurse(level("anti_xa 0.05 IU/mL"))
    assert stands(story) == stands(other) != []
    assert IS_LOW not in stands(story)


def test_nor_in_a_table_that_does_not_say_so() -> None:
    story = follows(on(), PAIN)
    story.nurse(level("anti_xa 0.05 IU/mL"))
    assert WINDOW in stands(story)


def test_an_unconfirmed_row_holds_all_the_same() -> None:
    story = follows(on(), REGIONAL, confirmed=())
    story.nurse(level("anti_xa 0.05 IU/mL"))
    assert NOT_CONFIRMED in stands(story)


# what a finding rests on


@pytest.mark.parametrize(
    ("statements", "code", "source", "certainty"),
    [
        ([drug("rivaroxaban", "2026-11-16 08:00", dose_class=HIGH)], WINDOW, "Rivaroxaban",
         Certainty.SECONDARY),
        ([drug("enoxaparin", "2026-11-16 08:00", dose_class=LOW)], WINDOW, "Enoxaparin",
         Certainty.MEMORY_HIGH),
        ([drug("rivaroxaban", "2026-11-16 08:00", dose_class=HIGH),
          drug("clopidogrel", "2026-11-16 08:00", dose_class=None)], WINDOW,
         "Clopidogrel, Rivaroxaban", Certainty.MEMORY_MEDIUM),
        ([drug("rivaroxaban", "2026-11-16 08:00", dose_class=None)], DOSE, "Rivaroxaban",
         Certainty.SECONDARY),
    ],
)  # fmt: skip
def test_it_names_the_draft_table_and_is_as_sure_as_its_least_sure_row(
    statements: list[Any], code: str, source: str, certainty: Certainty
) -> None:
    story = ready()
    story.nurse(*statements)
    grounds = story.finding(NURSE, TakeTimeOut, code).rests_on
    assert grounds is not None
    assert grounds.source == f"Draft after ASRA 2025, regional: {source}"
    assert grounds.certainty is certainty


@pytest.mark.parametrize(
    ("confirmed", "name", "last", "code"),
    [
        ((), "enoxaparin", "2026-11-16 08:00", NOT_CONFIRMED),
        (None, "fondaparinux", "2026-11-01 08:00", "antithrombotics.drug_is_judged"),
        (None, "warfarin", "2026-11-01 08:00", "antithrombotics.drug_laboratory_not_known"),
    ],
)
def test_every_finding_on_a_row_names_it(
    confirmed: tuple[()] | None, name: str, last: str, code: str
) -> None:
    story = follows(ready(), REGIONAL, confirmed)
    story.nurse(drug(name, last))
    grounds = story.finding(NURSE, TakeTimeOut, code).rests_on
    assert grounds is not None
    assert Antithrombotic(name).label in grounds.source


@pytest.mark.parametrize(("confirmed", "open_"), [(None, False), ((), True)])
def test_who_signed_its_rows_is_not_asked_to_confirm_it_again(
    confirmed: tuple[()] | None, open_: bool
) -> None:
    story = follows(on(), REGIONAL, confirmed)
    finding = story.finding(NURSE, TakeTimeOut, WINDOW)
    assert finding.to_be_confirmed(story.protocol) is open_


def test_a_drug_without_a_row_rests_on_none() -> None:
    story = ready()
    story.nurse(drug("cilostazol", "2026-11-16 08:00", dose_class=None))
    assert story.finding(NURSE, TakeTimeOut, "antithrombotics.drug_without_row").rests_on is None
