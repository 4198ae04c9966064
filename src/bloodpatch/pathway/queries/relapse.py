"""Whether a headache that is told as worse has come back, or is a new sign."""

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.queries.standing_facts import Fact


def is_a_relapse(fact: Fact, episode: Episode) -> bool:
    """Told as worse by somebody whom the patch had helped: it came back, and that is no new sign.
    Whoever asks whether it is worse than before the patch, and hears yes, tells of something else.
    """
    asked = any(telling.by_a_screen for _, telling in fact.tellings)
    helped = any(r.followup.helped for r in episode.rounds)
    return fact.concept is Concept.WORSENING_AFTER_PATCH and helped and not asked
