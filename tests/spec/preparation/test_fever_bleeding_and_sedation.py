"""What can make a patch harmful that is usually harmless (T13): fever, bleeding; and sedation
with all that it brings (T5)."""

import pytest
from journey import time_out
from story import NURSE, PHYSICIAN, SERVICE_LEAD, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic, SedationLevel
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review.commands import OverrideHold
from bloodpatch.pathway.stages.assessment.commands import RecordVitals as RecordVitalsBefore
from bloodpatch.pathway.stages.followup.commands import RecordContact
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAccess,
    RecordAntithrombotic,
    RecordAnxiety,
    RecordBleedingHistory,
    RecordEscort,
    RecordFasting,
    RecordSedationPlan,
    RecordVitals,
    ScreenAgain,
    TakeTimeOut,
)
from bloodpatch.pathway.values import (
    Answer,
    ApaisAnxiety,
    Celsius,
    Count,
    FreeText,
    Hours,
)

TIME_OUT = time_out()
NO_BLEEDING = {"bleeding_history": Answer.NO, "antiplatelet": Answer.NO}


def celsius(text: str) -> Celsius:
    return Celsius.parse(text)


# temperature and infection


def test_fever_holds(checked: Story) -> None:
    checked.nurse(RecordVitals(temperature=celsius("38.0")))
    finding = checked.finding(NURSE, TakeTimeOut, "fever.measured")
    assert finding.says == "Temperature 38.0 °C at 13:55."


def test_a_tenth_below_is_no_fever(checked: Story) -> None:
    checked.nurse(RecordVitals(temperature=celsius("37.9")))
    assert checked.asks(NURSE, TakeTimeOut) == []


@pytest.mark.parametrize(
    "reading",
    [
        RecordVitals(temperature=celsius("38.6")),
        ScreenAgain(temperature=celsius("38.6")),
        ScreenAgain(temperature=celsius("36.6"), temperature_later=celsius("38.6")),
        RecordVitalsBefore(temperature=celsius("38.6")),
        RecordContact(temperature=celsius("38.6")),
    ],
    ids=["vital signs", "screen", "taken again", "at the assessment", "told on the telephone"],
)
def test_fever_is_fever_wherever_it_was_measured(checked: Story, reading: RecordVitals) -> None:
    checked.nurse(reading)
    assert checked.refuses(NURSE, TIME_OUT) == ["fever.measured"]


def test_of_several_readings_the_highest_is_said(checked: Story) -> None:
    checked.nurse(RecordVitals(temperature=celsius("39.1")))
    checked.wait(minutes=5).nurse(RecordVitals(temperature=celsius("38.2")))
    finding = checked.finding(NURSE, TakeTimeOut, "fever.measured")
    assert finding.says == "Temperature 39.1 °C at 13:55."


def test_it_counts_for_a_day_and_no_longer(checked: Story) -> None:
    hours = checked.protocol.preparation.fever_window_hours
    checked.nurse(RecordVitals(temperature=celsius("38.6")))
    checked.wait(hours=hours).nurse(RecordVitals(temperature=celsius("36.8")))
    assert "fever.measured" in checked.asks(NURSE, TakeTimeOut)
    checked.wait(minutes=1)
    assert "fever.measured" not in checked.asks(NURSE, TakeTimeOut)


def test_the_temperature_is_taken(checked: Story) -> None:
    hours = checked.protocol.preparation.fever_window_hours
    checked.at("2026-11-16 13:40").wait(hours=hours)
    assert "preparation.temperature_not_taken" not in checked.asks(NURSE, TakeTimeOut)
    checked.wait(minutes=1)
    assert "preparation.temperature_not_taken" in checked.asks(NURSE, TakeTimeOut)


def test_infection_holds(checked: Story) -> None:
    checked.nurse(ScreenAgain(infection=Answer.YES))
    assert checked.refuses(NURSE, TIME_OUT) == ["preparation.infection"]


@pytest.mark.parametrize("answer", [None, Answer.NOT_ASKED])
def test_infection_is_asked(arrived: Story, answer: Answer | None) -> None:
    arrived.nurse(ScreenAgain(infection=answer))
    assert "preparation.infection_not_asked" in arrived.asks(NURSE, TakeTimeOut)


def test_not_asking_again_keeps_the_answer(checked: Story) -> None:
    checked.nurse(ScreenAgain(infection=Answer.YES))
    checked.wait(minutes=5).nurse(ScreenAgain(infection=Answer.NOT_ASKED), ScreenAgain())
    assert checked.refuses(NURSE, TIME_OUT) == ["preparation.infection"]


# bleeding


def test_the_bleeding_questions_are_asked_one_by_one(arrived: Story) -> None:
    arrived.nurse(RecordBleedingHistory(bleeding_history=Answer.NO, antiplatelet=Answer.NOT_ASKED))
    finding = arrived.finding(NURSE, TakeTimeOut, "preparation.bleeding_not_asked")
    assert finding.says == (
        "Not asked for this visit: drugs against clotting, drugs against platelets."
    )


def test_they_may_be_answered_at_several_times(arrived: Story) -> None:
    arrived.nurse(RecordBleedingHistory(**NO_BLEEDING))
    arrived.wait(minutes=5).nurse(RecordBleedingHistory(antithrombotic=Answer.NO))
    assert "preparation.bleeding_not_asked" not in arrived.asks(NURSE, TakeTimeOut)


@pytest.mark.parametrize("question", ["antithrombotic", "antiplatelet", "long_on_heparin"])
def test_a_drug_that_is_taken_is_named(checked: Story, question: str) -> None:
    checked.wait(minutes=1).nurse(RecordBleedingHistory(**{question: Answer.YES}))
    assert checked.refuses(NURSE, TIME_OUT)[0] == "preparation.drug_not_named"


def test_a_drug_against_clotting_holds_until_a_physician_has_judged_it(checked: Story) -> None:
    taken = moment("2026-11-16 08:00")
    checked.nurse(RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN, last_dose=taken))
    assert checked.refuses(NURSE, TIME_OUT) == ["antithrombotics.no_table_chosen"]
    finding = checked.finding(NURSE, TakeTimeOut, "antithrombotics.no_table_chosen")
    assert Antithrombotic.ENOXAPARIN.label in finding.says


def test_a_missing_time_is_not_taken_for_long_ago(checked: Story) -> None:
    checked.nurse(RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN))
    assert checked.refuses(NURSE, TIME_OUT) == [
        "antithrombotics.no_table_chosen",
        "antithrombotics.last_dose_not_known",
    ]


def test_the_newest_entry_about_a_drug_counts(checked: Story) -> None:
    checked.nurse(RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN))
    taken = moment("2026-11-15 20:00")
    checked.wait(minutes=2).nurse(
        RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN, last_dose=taken)
    )
    assert checked.refuses(NURSE, TIME_OUT) == ["antithrombotics.no_table_chosen"]


@pytest.mark.parametrize(
    ("drug", "left"),
    [
        (Antithrombotic.ENOXAPARIN, "bleeding, drugs against platelets"),
        (Antithrombotic.CLOPIDOGREL, "bleeding, drugs against clotting"),
    ],
)
def test_naming_the_drug_answers_the_question_for_its_own_kind_only(
    arrived: Story, drug: Antithrombotic, left: str
) -> None:
    arrived.nurse(RecordAntithrombotic(drug=drug))
    finding = arrived.finding(NURSE, TakeTimeOut, "preparation.bleeding_not_asked")
    assert finding.says == f"Not asked for this visit: {left}."


def test_a_drug_of_one_kind_does_not_name_one_of_the_other(checked: Story) -> None:
    checked.nurse(RecordBleedingHistory(antiplatelet=Answer.YES))
    checked.nurse(RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN))
    assert "preparation.drug_not_named" in checked.asks(NURSE, TakeTimeOut)
    checked.nurse(RecordAntithrombotic(drug=Antithrombotic.CLOPIDOGREL))
    assert "preparation.drug_not_named" not in checked.asks(NURSE, TakeTimeOut)


# anxiety and sedation


def test_a_particularly_anxious_patient_is_owed_a_decision(checked: Story) -> None:
    """T5: the physician may sedate; that nobody thought of it is said, and holds nothing."""
    least = checked.protocol.preparation.anxious_from_apais
    checked.wait(minutes=1).nurse(RecordAnxiety(anxiety=ApaisAnxiety(least - 1)))
    assert checked.asks(NURSE, TakeTimeOut) == []
    checked.wait(minutes=1).nurse(RecordAnxiety(anxiety=ApaisAnxiety(least)))
    assert checked.asks(NURSE, TakeTimeOut) == ["preparation.sedation_not_decided"]
    checked.physician(RecordSedationPlan(plan=SedationLevel.NONE))
    assert checked.nurse(TIME_OUT) == []


def test_only_a_physician_decides_on_sedation(checked: Story) -> None:
    plan = RecordSedationPlan(plan=SedationLevel.NONE)
    for role in (NURSE, SERVICE_LEAD):
        assert checked.refuses(role, plan) == ["person.not_your_act"]


@pytest.fixture
def sedated(checked: Story) -> Story:
    """Moderate sedation is planned."""
    return planned(checked, SedationLevel.MODERATE)


def planned(story: Story, plan: SedationLevel) -> Story:
    said = RecordSedationPlan(plan=plan, watched=Answer.YES, antagonist=Answer.YES)
    story.physician(said, RecordAccess())
    return story


def fasted(story: Story, **hours: str) -> None:
    protocol = story.protocol.preparation
    enough = {
        "clear_h": protocol.fasting_clear_hours,
        "light_h": protocol.fasting_light_hours,
        "fatty_h": protocol.fasting_fatty_hours,
    }
    story.nurse(RecordFasting(**{n: Hours.parse(str(hours.get(n, h))) for n, h in enough.items()}))


def test_sedation_needs_an_empty_stomach_and_somebody_to_go_home_with(sedated: Story) -> None:
    assert sedated.refuses(NURSE, TIME_OUT) == [
        "preparation.fasting_not_asked",
        "preparation.no_escort",
    ]
    fasted(sedated)
    sedated.nurse(RecordEscort(escort=Answer.YES))
    assert sedated.nurse(TIME_OUT) == []


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NOT_ASKED])
def test_an_escort_is_named(sedated: Story, answer: Answer) -> None:
    fasted(sedated)
    sedated.nurse(RecordEscort(escort=answer))
    assert sedated.refuses(NURSE, TIME_OUT) == ["preparation.no_escort"]


def test_a_form_about_food_that_says_nothing_asked_nothing(sedated: Story) -> None:
    sedated.nurse(RecordEscort(escort=Answer.YES), RecordFasting())
    assert sedated.refuses(NURSE, TIME_OUT) == ["preparation.fasting_not_asked"]


def test_what_is_told_of_one_meal_is_looked_at_by_itself(sedated: Story) -> None:
    """What nobody told of the others is missing still, until somebody tells that alone."""
    sedated.nurse(RecordEscort(escort=Answer.YES), RecordFasting(light_h=Hours(1)))
    assert sedated.refuses(NURSE, TIME_OUT) == [
        "preparation.fasting_not_asked",
        "preparation.not_fasted",
    ]
    missing = sedated.finding(NURSE, TakeTimeOut, "preparation.fasting_not_asked")
    assert missing.seen == {"parts": "a clear drink, a fatty meal"}
    sedated.wait(minutes=1).nurse(RecordFasting(clear_h=Hours(20), fatty_h=Hours(20)))
    assert sedated.refuses(NURSE, TIME_OUT) == ["preparation.not_fasted"]
    says = sedated.finding(NURSE, TakeTimeOut, "preparation.not_fasted").says
    assert "a light meal was 1 h ago" in says


@pytest.mark.parametrize(
    ("name", "least", "what"),
    [
        ("clear_h", "fasting_clear_hours", "a clear drink"),
        ("light_h", "fasting_light_hours", "a light meal"),
        ("fatty_h", "fasting_fatty_hours", "a fatty meal"),
    ],
)
def test_too_short_is_said_with_what_it_was(
    sedated: Story, name: str, least: str, what: str
) -> None:
    sedated.nurse(RecordEscort(escort=Answer.YES))
    hours = getattr(sedated.protocol.preparation, least)
    fasted(sedated, **{name: f"{hours - 0.5}"})
    assert sedated.refuses(NURSE, TIME_OUT) == ["preparation.not_fasted"]
    says = sedated.finding(NURSE, TakeTimeOut, "preparation.not_fasted").says
    assert what in says
    assert f"{hours} hours are needed" in says


def test_of_minimal_sedation_a_short_fast_is_told_and_holds_nobody(checked: Story) -> None:
    planned(checked, SedationLevel.MINIMAL).nurse(RecordEscort(escort=Answer.YES))
    fasted(checked, light_h="2")
    assert checked.asks(NURSE, TakeTimeOut) == ["preparation.fasted_briefly"]
    says = checked.finding(NURSE, TakeTimeOut, "preparation.fasted_briefly").says
    assert "a light meal was 2 h ago" in says
    assert checked.nurse(TIME_OUT) == []


def test_overriding_one_meal_does_not_override_another(sedated: Story) -> None:
    sedated.nurse(RecordEscort(escort=Answer.YES))
    fasted(sedated, clear_h="1", light_h="3")
    finding = sedated.finding(NURSE, TakeTimeOut, "preparation.not_fasted")
    sedated.physician(
        OverrideHold(
            finding=Code(finding.code),
            act=Code(TakeTimeOut.name),
            patch_number=Count(1),
            saw=PlainForm(dict(finding.seen)),
            reason=FreeText("A sip of water."),
        )
    )
    assert sedated.refuses(NURSE, TIME_OUT) == ["preparation.not_fasted"]
    assert "light meal" in sedated.finding(NURSE, TakeTimeOut, "preparation.not_fasted").says


def test_without_sedation_nobody_asks_about_breakfast(checked: Story) -> None:
    checked.physician(RecordSedationPlan(plan=SedationLevel.NONE))
    assert checked.asks(PHYSICIAN, TakeTimeOut) == []
