"""Pregnant, in labour, or lately delivered: what makes a headache somebody else's emergency too."""

from typing import Any

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.values import Answer

PREGNANT = frozenset({"pregnant", "in_labour"})
BEFORE_BIRTH = frozenset({"external_cephalic_version", "cerclage", "cerclage_removal"})
CHILDBIRTH = frozenset(
    {"labour_analgesia", "caesarean", "retained_placenta", "childbirth_not_told"}
)
NOT_BORN = frozenset({None, "none", "not_told"})


def state(episode: Episode) -> str | None:
    """The newest word on it. That it was not told is no word."""
    events = (h.event for h in episode.assessment.events)
    states = [s for e in events if (s := getattr(e, "state", None)) not in (None, "not_told")]
    return str(states[-1]) if states else None


def is_pregnant(episode: Episode) -> bool:
    """As somebody said; by the test before X-rays, unless she has just given birth; else by what
    the puncture was for."""
    known = state(episode)
    if known in PREGNANT or known == "postpartum":
        return known in PREGNANT
    asked = (getattr(h.event, "pregnant", None) for h in episode.now.preparation.events)
    purposes = {h.event.purpose for h in episode.referral.punctures}
    return Answer.YES in asked or (known is None and bool(purposes & BEFORE_BIRTH))


def lately_delivered(episode: Episode) -> bool:
    """After birth, as far as anybody said so, or because the puncture was for the birth.

    Who has given birth is not pregnant; so "not pregnant" leaves it open.
    """
    if (known := state(episode)) in PREGNANT or known == "postpartum":
        return known == "postpartum"
    told: list[Any] = [h.event for h in episode.assessment.events]
    born = any(
        getattr(e, "days_since_birth", None) is not None
        or getattr(e, "delivery", None) not in NOT_BORN
        for e in told
    )
    return born or any(h.event.purpose in CHILDBIRTH for h in episode.referral.punctures)


def obstetric(episode: Episode) -> bool:
    return is_pregnant(episode) or lately_delivered(episode)


def pre_eclampsia_is_possible(episode: Episode, protocol: Protocol) -> bool:
    """After birth, or far enough on; where nobody told the weeks, it is possible."""
    if not is_pregnant(episode):
        return lately_delivered(episode)
    weeks = weeks_told(episode)
    return weeks is None or weeks >= protocol.assessment.pre_eclampsia_from_weeks


def weeks_told(episode: Episode) -> int | None:
    """The newest word on how far on she is."""
    events = (h.event for h in episode.assessment.events)
    weeks = [int(w.value) for e in events if (w := getattr(e, "weeks", None)) is not None]
    return weeks[-1] if weeks else None


def late_in_pregnancy(episode: Episode, protocol: Protocol) -> bool:
    """Far enough on for the womb to press on the great vessels; so too where nobody told the
    weeks."""
    weeks = weeks_told(episode)
    far = weeks is None or weeks >= protocol.procedure.tilted_from_weeks
    return is_pregnant(episode) and far


def how_far(episode: Episode, protocol: Protocol) -> str:
    """In words, why she counts as late in pregnancy."""
    if weeks_told(episode) is None:
        return "Pregnant, weeks not told"
    return f"{protocol.procedure.tilted_from_weeks} weeks or more"
