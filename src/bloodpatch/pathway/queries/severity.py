"""How bad the headache is: by its newest scores, in words, and by what it leaves possible."""

from bloodpatch.pathway.clinical import Severity
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.stages.assessment.choices import Function

DISABLING = frozenset(
    {
        Function.BED_BOUND,
        Function.CANNOT_WALK,
        Function.CANNOT_WORK,
        Function.CANNOT_FEED_BABY,
        Function.INCAPACITATED,
    }
)
BAD = frozenset({Severity.SEVERE, Severity.INCAPACITATING})


def worst_score(episode: Episode) -> int | None:
    """The higher of the two scores of the newest assessment; None where it has none."""
    if (assessed := episode.assessment.assessed) is None:
        return None
    told = (assessed.event.pain_lying, assessed.event.pain_upright)
    return max((pain.score for pain in told if pain is not None), default=None)


def is_severe(episode: Episode, protocol: Protocol) -> bool:
    """By any of the three; what nobody told is none of them."""
    if (assessed := episode.assessment.assessed) is None:
        return False
    score = worst_score(episode)
    by_score = score is not None and score > protocol.assessment.moderate_max_nrs
    event = assessed.event
    return by_score or event.severity in BAD or event.function in DISABLING


def leaves_normal_life(episode: Episode, protocol: Protocol) -> bool:
    """Somebody said so, or a word or a low score says it and nothing speaks against it."""
    assessed = episode.assessment.assessed
    if assessed is None or is_severe(episode, protocol):
        return False
    if assessed.event.function is not None:
        return assessed.event.function is Function.NORMAL
    score = worst_score(episode)
    low = score is not None and score <= protocol.repeat.failed_above_nrs
    return low or assessed.event.severity is Severity.MILD
