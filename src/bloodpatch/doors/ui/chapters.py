"""All rules in the order of the treatment: the same on the page for staff and in the reference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bloodpatch.pathway.findings import FindingKind
from bloodpatch.record.decider import PATHWAY

TITLES: Mapping[str, str] = {
    "referral": "Referral",
    "assessment": "Assessment",
    "red_flag": "Red flags",
    "vital_signs": "Vital signs",
    "diagnosis": "Whether it is this headache",
    "headache_duration": "How long the headache has lasted",
    "imaging": "Imaging",
    "workup": "Infection, and blood pressure in pregnancy",
    "specialist": "Decisions taken together with a specialist",
    "decision": "The decision for or against a patch",
    "weighed": "What is weighed with the decision",
    "caffeine": "Caffeine",
    "booking": "Booking",
    "preparation": "Preparation",
    "fever": "Fever",
    "allergy": "Allergies",
    "antithrombotics": "Drugs against clotting",
    "blood_values": "Blood values",
    "coagulation": "Clotting",
    "special_patient": "Special consent and children",
    "withdrawn_consent": "Consent that was withdrawn",
    "late_pregnancy": "Late in pregnancy",
    "sedation": "Sedation",
    "procedure": "The procedure",
    "anatomy": "Level and anatomy",
    "recovery": "Recovery",
    "going_home": "Before going home",
    "discharge": "Discharge",
    "followup": "Follow-up",
    "adverse_event": "Adverse events",
    "clearance": "Clearance for normal activity",
    "repeat": "Another patch",
    "closure": "Closure",
    "closed_episode": "Once an episode is closed",
    "patched_already": "One patch in a round",
    "person": "Who does it, and whose record it is",
    "time": "Dates and times",
    "review": "A physician's word on a rule",
    "amendment": "Corrections",
    "reentry": "Entries of another patient",
}
"""By the first part of a rule's code: the stage, or the module of rules shared by several."""

EVERY_RULE: Mapping[str, FindingKind] = PATHWAY.findings


@dataclass(frozen=True)
class Chapter:
    name: str
    kinds: tuple[FindingKind, ...]

    @property
    def title(self) -> str:
        return TITLES[self.name]


def chapters(kinds: Iterable[FindingKind]) -> tuple[Chapter, ...]:
    """The chapters that have any of these rules; in each what blocks most comes first."""
    ordered = sorted(kinds, key=lambda kind: (-kind.level, kind.code))
    by_name = {name: tuple(k for k in ordered if chapter_of(k) == name) for name in TITLES}
    return tuple(Chapter(name, own) for name, own in by_name.items() if own)


def chapter_of(kind: FindingKind) -> str:
    return kind.code.partition(".")[0]
