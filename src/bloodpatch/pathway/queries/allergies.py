"""What the patient is allergic to, as far as anybody told."""

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.stages.preparation.choices import Allergy


def allergic_to(episode: Episode) -> frozenset[Allergy]:
    """Told in whichever round: that a later list leaves one out is no word that it is over."""
    lists = (r.preparation.all_allergies for r in episode.rounds)
    return frozenset(one for told in lists for one in told) - {Allergy.NONE}
