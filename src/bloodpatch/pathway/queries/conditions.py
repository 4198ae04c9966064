"""What the patient has, as far as it was told: the newest word on each condition."""

from bloodpatch.pathway.clinical import Activity, HistoryItem
from bloodpatch.pathway.episode import Episode

GIVEN_BY_THE_NEEDLE = {"intrathecal_chemotherapy": HistoryItem.INTRATHECAL_CHEMOTHERAPY}
"""What the puncture was for says what the patient has, also where nobody wrote it down again."""


def drug_told_without_a_name(episode: Episode) -> bool:
    """The history says that there is a drug against clotting, and no entry names it."""
    told = HistoryItem.LMWH_TREATMENT in conditions(episode)
    return told and not any(r.preparation.antithrombotics for r in episode.rounds)


def conditions(episode: Episode) -> frozenset[HistoryItem]:
    """Also what is treated, looked into, or has left a deficit; not what is over."""
    newest = {h.event.condition: h.event.activity for h in episode.assessment.history}
    told = {c for c, activity in newest.items() if activity is not Activity.RESOLVED}
    purposes = (h.event.purpose for h in episode.referral.punctures)
    return frozenset(told | {GIVEN_BY_THE_NEEDLE[p] for p in purposes if p in GIVEN_BY_THE_NEEDLE})
