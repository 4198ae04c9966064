"""The same person twice, or two persons alike: found by the machine, decided by people.

Two records of one person hide facts from each other (an anticoagulant in the other one); two
persons taken for one lend each other their facts. So a likely pair is a question that holds up a
booking until it is answered. "Different" takes one person. "Same" takes two, and links the
records without moving anything: taking it back leaves no trace but the answers themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from bloodpatch.clinic.models import Patient, PossibleDuplicate, SamenessAnswer, Staff
from bloodpatch.clinic.name_similarity import REASONS, Description, likeness


class AnswerFault(ValueError):
    """Why an answer was not taken; the text is for the one who gave it."""


@dataclass(frozen=True)
class Question:
    """A pair as it stands. `state` is open, proposed (one said "same"), same or different."""

    pair: PossibleDuplicate
    state: str
    proposed_by: str = ""

    @property
    def settled(self) -> bool:
        return self.state in ("same", "different")

    @property
    def reasons(self) -> tuple[str, ...]:
        return tuple(REASONS[code] for code in self.pair.reasons)

    def other_than(self, patient: str) -> str:
        return self.pair.other_id if self.pair.one_id == patient else self.pair.one_id


def look_for(patient: Patient, *, now: datetime) -> None:
    """Compare with everybody who could be alike, and ask about each likely pair.

    A question that nobody answered and that no longer fits is dropped; an answered one stays.
    """
    mine = describe(patient)
    fits = {
        other.pk: found
        for other in _worth_comparing(patient)
        if (found := likeness(mine, describe(other))).asks
    }
    asked = {q.other_id if q.one_id == patient.pk else q.one_id: q for q in _pairs(patient.pk)}
    for pk, found in fits.items():
        one, other = sorted((patient.pk, pk))
        PossibleDuplicate.objects.update_or_create(
            one_id=one,
            other_id=other,
            defaults={"score": found.score, "reasons": list(found.reasons)},
            create_defaults={
                "score": found.score,
                "reasons": list(found.reasons),
                "found_at": now,
            },
        )
    gone = [pair.pk for pk, pair in asked.items() if pk not in fits and not pair.answers.exists()]
    PossibleDuplicate.objects.filter(pk__in=gone).delete()


def questions(patient: str) -> tuple[Question, ...]:
    """Every pair that this patient is half of, likeliest first."""
    pairs = _pairs(patient).order_by("-score", "id").prefetch_related("answers")
    return tuple(_standing(pair) for pair in pairs)


def open_questions(clinic: str) -> tuple[Question, ...]:
    """What this clinic still has to answer."""
    pairs = PossibleDuplicate.objects.filter(
        one__clinic_id=clinic, one__erased_at__isnull=True, other__erased_at__isnull=True
    )
    found = (_standing(pair) for pair in pairs.order_by("id").prefetch_related("answers"))
    return tuple(question for question in found if not question.settled)


def unresolved_duplicate(patient: str) -> bool:
    """Whether this may be somebody who is already here, and nobody has said yet."""
    alive = _pairs(patient).filter(one__erased_at__isnull=True, other__erased_at__isnull=True)
    return any(not _standing(pair).settled for pair in alive.prefetch_related("answers"))


def answer(pair: PossibleDuplicate, *, same: bool, by: Staff, now: datetime) -> Question:
    """One person's word on a pair. Give "different" to take a link back."""
    if by.clinic_id != pair.one.clinic_id or not by.is_active:
        raise AnswerFault("Only staff of this clinic can answer for its patients.")
    SamenessAnswer.objects.create(pair=pair, same=same, reasons=pair.reasons, by=by.pk, at=now)
    return _standing(PossibleDuplicate.objects.prefetch_related("answers").get(pk=pair.pk))


def linked(patient: str) -> tuple[str, ...]:
    """The other records of the same person, as two people have said for each step."""
    seen, ahead = {patient}, [patient]
    while ahead:
        here = ahead.pop()
        for question in questions(here):
            other = question.other_than(here)
            if question.state == "same" and other not in seen:
                seen.add(other)
                ahead.append(other)
    return tuple(sorted(seen - {patient}))


def _standing(pair: PossibleDuplicate) -> Question:
    """The answers so far, folded. The newest "different" wipes out every "same" before it."""
    said_same: list[SamenessAnswer] = []
    newest: SamenessAnswer | None = None
    for given in sorted(pair.answers.all(), key=lambda a: a.pk):
        said_same = [*said_same, given] if given.same else []
        newest = given
    if newest is None:
        return Question(pair, "open")
    if not newest.same:
        stronger = set(pair.reasons) - set(newest.reasons)
        return Question(pair, "open" if stronger else "different")
    people = {a.by for a in said_same}
    return Question(pair, "same" if len(people) > 1 else "proposed", said_same[0].by)


def _pairs(patient: str) -> QuerySet[PossibleDuplicate]:
    return PossibleDuplicate.objects.filter(Q(one_id=patient) | Q(other_id=patient))


def describe(patient: Patient) -> Description:
    return Description(
        given=patient.given,
        family=patient.family,
        other=patient.other,
        born=patient.born,
        phone=patient.phone_digits,
        numbers=frozenset((n.system.casefold(), n.value) for n in patient.numbers.all()),
    )


def _worth_comparing(patient: Patient) -> Iterable[Patient]:
    """Everybody who shares a date of birth (or the one with day and month exchanged), a telephone,
    a record number, or a name but for one letter. Whoever shares none of these is not alike."""
    shares = Q(names__key__in=list(patient.names.values_list("key", flat=True)))
    for number in patient.numbers.all():
        shares |= Q(numbers__value=number.value)
    if patient.phone_digits:
        shares |= Q(phone_digits=patient.phone_digits)
    if patient.born:
        shares |= Q(born=patient.born)
        if patient.born.day <= 12:
            swapped = patient.born.replace(month=patient.born.day, day=patient.born.month)
            shares |= Q(born=swapped)
    alive = Patient.objects.filter(clinic_id=patient.clinic_id, erased_at__isnull=True)
    return alive.filter(shares).exclude(pk=patient.pk).distinct().prefetch_related("numbers")
