"""Who is already here and might be the one who is being entered: asked before anybody is new."""

from bloodpatch.clinic import patients
from bloodpatch.clinic.duplicates import describe
from bloodpatch.clinic.models import Patient
from bloodpatch.clinic.name_similarity import REASONS, Description, likeness
from bloodpatch.clinic.patients import Identity

Alike = tuple[Patient, tuple[str, ...]]


def alike(clinic: str, identity: Identity) -> tuple[Alike, ...]:
    """Likely the same person, the likeliest first, each with the reasons."""
    mine = Description(
        given=identity.given,
        family=identity.family,
        other=identity.other,
        born=identity.born,
        phone=patients.digits(identity.phone),
        numbers=frozenset((system.casefold(), value) for system, value in identity.numbers),
    )
    found = [(likeness(mine, describe(person)), person) for person in _near(clinic, identity)]
    likely = sorted((f for f in found if f[0].asks), key=lambda f: -f[0].score)
    return tuple((person, tuple(REASONS[r] for r in like.reasons)) for like, person in likely)


def _near(clinic: str, identity: Identity) -> tuple[Patient, ...]:
    asked = [identity.family, identity.given, identity.other, identity.phone]
    asked += [value for _system, value in identity.numbers]
    asked += [identity.born.isoformat()] if identity.born else []
    people = {p.pk: p for text in asked if text for p in patients.find(clinic, text)}
    return tuple(people.values())
