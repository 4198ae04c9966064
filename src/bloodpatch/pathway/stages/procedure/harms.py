"""What happened on the table that must not be forgotten (T14): each is an adverse event until a
physician has said that it is none."""

from collections.abc import Iterator, Mapping
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind, Symptom
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.procedure.choices import Aspirate, DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.events import (
    HappenedDuring,
    Injected,
    NeedlePlaced,
)
from bloodpatch.pathway.stages.procedure.statements import Injection
from bloodpatch.pathway.values import Answer, Answers

STOPPED: Mapping[StopReason, AdverseKind] = {
    StopReason.BACK_PAIN: AdverseKind.BACK_PAIN,
    StopReason.LEG_PAIN: AdverseKind.RADICULAR_PAIN,
    StopReason.LEG_PARAESTHESIA: AdverseKind.RADICULAR_PAIN,
    StopReason.HEADACHE: AdverseKind.WORSE_HEADACHE,
    StopReason.CSF: AdverseKind.SECOND_PUNCTURE,
    StopReason.BRADYCARDIA: AdverseKind.BRADYCARDIA,
    StopReason.SYNCOPE: AdverseKind.VASOVAGAL,
    StopReason.NEURO_CHANGE: AdverseKind.OTHER,
}
FELT: Mapping[Symptom, AdverseKind] = {
    Symptom.BACK_PAIN: AdverseKind.BACK_PAIN,
    Symptom.BUTTOCK_PAIN: AdverseKind.RADICULAR_PAIN,
    Symptom.LEG_PAIN: AdverseKind.RADICULAR_PAIN,
    Symptom.LEG_NUMBNESS: AdverseKind.RADICULAR_PAIN,
    Symptom.LEG_WEAKNESS: AdverseKind.LEG_WEAKNESS,
    Symptom.SEIZURE: AdverseKind.SEIZURE,
}
DURING: Mapping[DuringKind, AdverseKind] = {
    DuringKind.BRADYCARDIA: AdverseKind.BRADYCARDIA,
    DuringKind.VASOVAGAL: AdverseKind.VASOVAGAL,
    DuringKind.SECOND_PUNCTURE: AdverseKind.SECOND_PUNCTURE,
    DuringKind.BLOODY_TAP: AdverseKind.OTHER,
    DuringKind.HEADACHE: AdverseKind.WORSE_HEADACHE,
    DuringKind.SUDDEN_HEADACHE: AdverseKind.WORSE_HEADACHE,
    DuringKind.PARAESTHESIA: AdverseKind.RADICULAR_PAIN,
    DuringKind.LEG_PAIN: AdverseKind.RADICULAR_PAIN,
    DuringKind.BACK_PAIN: AdverseKind.BACK_PAIN,
    DuringKind.HIGH_BLOCK: AdverseKind.HIGH_BLOCK,
    DuringKind.SEIZURE: AdverseKind.SEIZURE,
    DuringKind.COLLAPSE: AdverseKind.VASOVAGAL,
    DuringKind.OTHER: AdverseKind.OTHER,
}


def kinds(event: object) -> tuple[AdverseKind, ...]:
    """What kinds of harm an entry speaks of."""
    match event:
        case HappenedDuring():
            return (DURING[event.kind],)
        case NeedlePlaced():
            csf = Aspirate.CSF in (event.aspirate or ())
            return (AdverseKind.SECOND_PUNCTURE,) if csf else ()
        case Injected():
            return tuple(dict.fromkeys((*_stopped(event), *_felt(event.symptoms_during))))
    return ()


def harms(events: tuple[Happened[Any], ...]) -> Iterator[tuple[Happened[Any], AdverseKind]]:
    """Each harm with the entry that speaks of it: what ended the injection is the event that was
    told of it on the table, and not a second one."""
    on_the_table = {
        k for h in events if isinstance(h.event, HappenedDuring) for k in kinds(h.event)
    }
    for happened in events:
        again = on_the_table if isinstance(happened.event, Injected) else NONE
        yield from ((happened, kind) for kind in kinds(happened.event) if kind not in again)


NONE: frozenset[AdverseKind] = frozenset()


def felt(injection: Injection) -> str:
    """In words, what ended the injection or should have ended it."""
    told = injection.symptoms_during
    symptoms = [s.label for s in FELT if told and told.get(s) is Answer.YES]
    reason = injection.stop_reason
    stopped = [reason.label] if reason in STOPPED and reason else []
    return ", ".join((*stopped, *symptoms))


def _stopped(injection: Injection) -> tuple[AdverseKind, ...]:
    reason = injection.stop_reason
    return (STOPPED[reason],) if reason in STOPPED and reason else ()


def _felt(told: Answers | None) -> tuple[AdverseKind, ...]:
    return tuple(kind for s, kind in FELT.items() if told and told.get(s) is Answer.YES)


def nerve_sign(injection: Injection) -> bool:
    told = injection.symptoms_during
    weak = told is not None and told.get(Symptom.LEG_WEAKNESS) is Answer.YES
    return weak or injection.stop_reason is StopReason.NEURO_CHANGE


ENDS = frozenset(DURING) - {DuringKind.SECOND_PUNCTURE, DuringKind.BLOODY_TAP, DuringKind.OTHER}
"""What ends an injection when it happens in the middle of it."""
