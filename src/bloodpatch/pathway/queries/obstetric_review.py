"""Whether obstetrics has looked at the patient, and which of the bloods it asks for are known."""

from typing import Any

from bloodpatch.pathway.clinical import Investigation, Specialty
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.queries.investigations_done import done_so_far, is_answered, kinds
from bloodpatch.pathway.queries.standing_facts import Fact
from bloodpatch.pathway.stages.assessment.choices import Advice
from bloodpatch.pathway.stages.assessment.statements import Obstetrics, Opinion
from bloodpatch.pathway.values import Answer

FOR_ECLAMPSIA = frozenset({Investigation.URINE_PROTEIN, Investigation.PIH_LABS})


def by_obstetrics(event: Any) -> bool:
    """Obstetrics itself has said something."""
    match event:
        case Opinion():
            answered = event.advice is not Advice.NO_OPINION_YET
            return event.specialty is Specialty.OBSTETRICS and answered
        case Obstetrics():
            return event.obstetric_review is Answer.YES
    return False


def for_eclampsia(event: Any) -> bool:
    """The laboratory, or obstetrics itself."""
    in_a_word = isinstance(event, Obstetrics) and event.labs_pih is not None
    return by_obstetrics(event) or in_a_word or bool(FOR_ECLAMPSIA & kinds(event))


def obstetrics_has_looked(episode: Episode, fact: Fact) -> bool:
    """Since the newest entry that tells of it."""
    return is_answered(fact.newest, done_so_far(episode, by_obstetrics))
