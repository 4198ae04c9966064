"""Codes and ids as people read them: rooms, bays, colleagues. Only doors join names to records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bloodpatch.clinic import directory
from bloodpatch.clinic.languages import LANGUAGES
from bloodpatch.clinic.models import Bay, Room
from bloodpatch.pathway.events import Actor

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Names:
    """The clinic's places and people. `options` are what a form offers for a field."""

    rooms: Options
    bays: Options
    physicians: Options
    colleagues: Options

    @property
    def by_code(self) -> Mapping[str, str]:
        return dict((*self.rooms, *self.bays, *self.colleagues, *LANGUAGES.items()))

    def options(self, fields: Iterable[str]) -> Mapping[str, Options]:
        known = {
            "room": self.rooms,
            "bay": self.bays,
            "physician": self.physicians,
            "second": self.colleagues,
            "handed_over_by": self.colleagues,
            "language": tuple(LANGUAGES.items()),
        }
        return {name: known[name] for name in fields if known.get(name)}


def names_of(clinic: str) -> Names:
    people = directory.colleagues(clinic)
    return Names(
        rooms=_places(Room.objects.filter(clinic_id=clinic, active=True).order_by("name")),
        bays=_places(Bay.objects.filter(clinic_id=clinic, active=True).order_by("name")),
        physicians=tuple((p.pk, p.full_name) for p in people if p.role == "physician"),
        colleagues=tuple((p.pk, p.full_name) for p in people),
    )


def _places(places: Iterable[Room | Bay]) -> Options:
    return tuple((place.pk, place.name) for place in places)


class Signatures:
    """Who did it, by name and by the role of that day; asked for all at once."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._people = directory.people({actor.id for actor in actors})

    def __call__(self, actor: Actor) -> str:
        person = self._people.get(actor.id) or directory.person(actor.id)
        role = directory.ROLE_WORDS.get(actor.role, actor.role)
        return person.name if person.name == role else f"{person.name}, {role.lower()}"
