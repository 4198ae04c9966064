"""What an entry of the follow-up says about the headache, the adverse effects and the red flags.

Entries of several kinds speak of the same things, so each question looks for the field, and an
entry that does not have it, or does not state it, says nothing. Nothing is not a no.
"""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind, Course, Relief, Symptom
from bloodpatch.pathway.clinical.pain_series import UPRIGHT
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.stages.followup.choices import (
    FELT,
    MAY_BE,
    SENT,
    Effect,
    HeadacheNow,
)
from bloodpatch.pathway.stages.followup.statements import Contact
from bloodpatch.pathway.values import Answer, Pain

STAYS = frozenset({HeadacheNow.SAME, HeadacheNow.WORSE})
UNRELIEVED = frozenset({Relief.NONE, Relief.WORSE})
NOT_BETTER = frozenset(
    {
        Course.UNCHANGED,
        Course.WORSENING,
        Course.RECURRED,
        Course.PERSISTING,
        Course.REVERSED_POSTURE,
    }
)
SPEAKS = (
    "headache",
    "pain_lying",
    "pain_upright",
    "pain",
    "back_pain_score",
    "relief",
    "recurred",
    "adverse_effects",
    "symptoms",
    "flags",
)


def says_something(contact: Contact) -> bool:
    """Whether it tells how the patient is: then somebody has heard from the patient."""
    return any(getattr(contact, name) for name in SPEAKS)


def was_reached(contact: Contact) -> bool:
    """Said so; or, where nobody said it, the patient has told something."""
    if contact.answered in (Answer.YES, Answer.NO):
        return contact.answered is Answer.YES
    return says_something(contact) or (contact.contact is not None and contact.contact not in SENT)


def upright(event: object) -> list[int]:
    """The scores upright that it states."""
    told: list[Any] = [getattr(event, "pain_upright", None), getattr(event, "pain_now", None)]
    told += getattr(event, "pain", None) or ()
    return [p.score for p in told if isinstance(p, Pain) and p.position in UPRIGHT]


def gone(event: object) -> bool | None:
    """Whether the headache is gone; None where it does not say. One word against it is enough."""
    said = list(words(event))
    return all(said) if said else None


def words(event: object) -> Iterator[bool]:
    """Each field that says whether there is a headache: True where it says that there is none."""
    if getattr(event, "recurred", None) is Answer.YES:
        yield False
    if (headache := getattr(event, "headache", None)) is not None:
        yield headache is HeadacheNow.NONE
    if (relief := getattr(event, "relief", None)) not in (None, Relief.LASTING_NOT_TOLD):
        yield relief is Relief.COMPLETE
    if (course := getattr(event, "course", None)) is not None:
        yield course is Course.RESOLVED
    if scores := upright(event):
        yield max(scores) == 0


def stays_or_came_back(event: object, protocol: Protocol) -> bool:
    """T15: not relieved, worse, back again, or upright still above what the protocol allows."""
    effects = getattr(event, "adverse_effects", None)
    return (
        getattr(event, "recurred", None) is Answer.YES
        or getattr(event, "headache", None) in STAYS
        or getattr(event, "relief", None) in UNRELIEVED
        or getattr(event, "course", None) in NOT_BETTER
        or (effects is not None and effects.get(Effect.NO_RELIEF) is Answer.YES)
        or any(score > protocol.clearance.max_upright_nrs for score in upright(event))
    )


def complaints(event: object) -> Iterator[tuple[str, tuple[AdverseKind, ...]]]:
    """T14: each complaint in words, and what it may be."""
    effects, symptoms = getattr(event, "adverse_effects", None), getattr(event, "symptoms", None)
    for effect in Effect:
        if effects and effects.get(effect) is Answer.YES:
            yield effect.label, MAY_BE[effect]
    for symptom in Symptom:
        if symptom in FELT and symptoms and symptoms.get(symptom) is Answer.YES:
            yield symptom.label, FELT[symptom]
