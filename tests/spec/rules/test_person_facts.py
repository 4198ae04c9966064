"""Facts of the person: told in one episode, read in every other one of theirs (H03, H06, H36)."""

from dataclasses import replace
from typing import Any

import pytest
from entries import raised
from places import there
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Antithrombotic
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.context import Elsewhere
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.queries.person_facts import of_the_person
from bloodpatch.pathway.rules import antithrombotics
from bloodpatch.pathway.stages.assessment.commands import DecidePatch
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAllergies,
    RecordAntithrombotic,
    RecordBleedingHistory,
    TakeTimeOut,
)
from bloodpatch.pathway.stages.preparation.events import (
    AllergiesRecorded,
    AntithromboticRecorded,
    VitalsRecorded,
)
from bloodpatch.pathway.values import Answer, Celsius
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import owed

LEFT_OUT = "preparation.allergy_told_elsewhere"
LATEX = AllergiesRecorded(allergies=(Allergy.LATEX,))
NOTHING = AllergiesRecorded(allergies=(Allergy.NONE,))


def elsewhere(story: Story, *events: Event) -> Story:
    """The same person's other episode says this."""
    other = Story("2026-11-10 08:00").given(*events)
    told = of_the_person(other.episode)
    facts = tuple(Elsewhere(episode="other", happened=h, says=says) for h, says in told)
    story.facts = replace(story.facts, elsewhere=facts)
    return story


@pytest.fixture
def ready() -> Story:
    return there(Whereabouts.BEING_PREPARED)


def test_what_is_read_elsewhere_is_of_the_person_and_nothing_else() -> None:
    """A temperature, a headache or a plan stays where it was told."""
    warfarin = AntithromboticRecorded(drug=Antithrombotic.WARFARIN)
    other = Story().given(LATEX, warfarin, Died(), VitalsRecorded(temperature=Celsius("38.9")))
    assert [says for _, says in of_the_person(other.episode)] == [
        "allergies=latex",
        "drug=warfarin,last=not_known,running=not_asked",
        "died",
    ]
    assert list(of_the_person(Episode("empty"))) == []


# allergies


def test_an_allergy_of_another_episode_is_shown_where_it_is_asked(story: Story) -> None:
    """B1."""
    says = elsewhere(story, LATEX).finding(NURSE, TakeTimeOut, "preparation.allergies_not_asked")
    assert says.says == "Allergies were not asked about for this visit (before: Latex)."


@pytest.mark.parametrize(
    ("there_told", "here_told", "holds"),
    [
        ((LATEX,), (Allergy.NONE,), True),
        ((LATEX,), (Allergy.CONTRAST,), True),
        ((LATEX,), (Allergy.LATEX, Allergy.CONTRAST), False),
        ((NOTHING,), (Allergy.LATEX,), False),
        ((NOTHING,), (Allergy.NONE,), False),
        ((LATEX, NOTHING), (Allergy.NONE,), True),
        ((), (Allergy.NONE,), False),
    ],
)
def test_two_answers_that_differ_the_more_dangerous_counts(
    ready: Story, there_told: Any, here_told: Any, holds: bool
) -> None:
    elsewhere(ready, *there_told).nurse(RecordAllergies(allergies=here_told))
    assert (LEFT_OUT in ready.asks(NURSE, TakeTimeOut)) is holds


# death


@pytest.mark.parametrize("act", [DecidePatch, Book, TakeTimeOut], ids=lambda act: act.name)
def test_nothing_is_permitted_for_who_has_died_elsewhere(ready: Story, act: Any) -> None:
    """R13."""
    assert "closed_episode.patient_died" not in ready.asks(PHYSICIAN, act)
    elsewhere(ready, Died())
    assert "closed_episode.patient_died" in ready.asks(PHYSICIAN, act)


def test_nobody_is_called_who_has_died_elsewhere() -> None:
    home = there(Whereabouts.FOLLOWED_UP)
    assert "followup.contact" in [o.code for o in owed(home.episode, home.protocol)]
    elsewhere(home, Died())
    found = owed(home.episode, home.protocol, home.facts)
    assert [o.code for o in found] == ["closure.died"]
    assert found[0].act == CloseEpisode.name


def test_a_physician_signs_that_episode_too() -> None:
    home = elsewhere(there(Whereabouts.FOLLOWED_UP), Died())
    fits = CloseEpisode(status=Status.DIED)
    assert home.physician(fits) == []
    assert owed(home.episode, home.protocol, home.facts) == ()


# drugs


WARFARIN = Antithrombotic.WARFARIN


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (AntithromboticRecorded(drug=WARFARIN), "antithrombotics.last_dose_not_known"),
        (
            AntithromboticRecorded(drug=WARFARIN, running=Answer.YES),
            "antithrombotics.drug_still_given",
        ),
    ],
    ids=["last dose not known", "still given"],
)
def test_a_drug_that_another_record_names_holds_the_needle(
    ready: Story, told: Event, code: str
) -> None:
    """R6; also where somebody here has answered the question with no."""
    before = {c for rung in antithrombotics.BEFORE_TIME_OUT for c in raised(ready, rung)}
    elsewhere(ready, told).nurse(RecordBleedingHistory(antithrombotic=Answer.NO))
    after = {c for rung in antithrombotics.BEFORE_TIME_OUT for c in raised(ready, rung)}
    assert code in after - before
    found = ready.finding(NURSE, TakeTimeOut, code)
    assert "told in another episode" in found.says


def test_named_here_it_is_read_here(ready: Story) -> None:
    elsewhere(ready, AntithromboticRecorded(drug=WARFARIN, running=Answer.YES))
    here = RecordAntithrombotic(drug=WARFARIN, last_dose=moment("2026-10-01"), running=Answer.NO)
    ready.nurse(here)
    assert "antithrombotics.drug_still_given" not in ready.asks(NURSE, TakeTimeOut)
    assert not any("another episode" in f.says for f in findings(ready))


def findings(story: Story) -> list[Any]:
    context = story.context(NURSE)
    return [f for rung in antithrombotics.BEFORE_TIME_OUT for f in rung(story.episode, context)]


def test_what_was_stopped_long_ago_is_nothing_to_this_needle() -> None:
    story = there(Whereabouts.BEING_PREPARED)
    assert story.protocol is not None
    long_ago = AntithromboticRecorded(
        drug=Antithrombotic.ENOXAPARIN, last_dose=moment("2025-01-01 08:00"), running=Answer.NO
    )
    elsewhere(story, long_ago)
    timed = replace(story.context(NURSE), protocol=following_a_table(story))
    rungs = antithrombotics.BEFORE_TIME_OUT
    assert [f.code for rung in rungs for f in rung(story.episode, timed)] == []


def following_a_table(story: Story) -> Any:
    from bloodpatch.pathway.protocol import AntithromboticPolicy

    preparation = replace(
        story.protocol.preparation, antithrombotic_policy=AntithromboticPolicy.ASRA_REGIONAL_2025
    )
    return replace(story.protocol, preparation=preparation)


def test_taken_apart_again_nothing_is_left_of_it(ready: Story) -> None:
    """H03: two records that are not one person after all know nothing of each other."""
    before = ready.asks(NURSE, TakeTimeOut)
    elsewhere(ready, LATEX, Died(), AntithromboticRecorded(drug=WARFARIN))
    assert ready.asks(NURSE, TakeTimeOut) != before
    ready.facts = replace(ready.facts, elsewhere=())
    assert ready.asks(NURSE, TakeTimeOut) == before


@pytest.mark.parametrize("told_there", [True, False])
def test_an_allergy_of_another_episode_is_agreed_on_at_the_time_out(
    ready: Story, told_there: bool
) -> None:
    elsewhere(ready, *((LATEX,) if told_there else ()))
    assert ("allergy.substitute" in ready.asks(NURSE, TakeTimeOut)) is told_there
