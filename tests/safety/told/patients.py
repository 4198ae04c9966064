"""An otherwise healthy patient just before each permit: one journey, photographed on the way."""

from functools import cache

import journey
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from tests.safety.told.levels import PERMITS

COMMANDS = {ACTS[name].command.name: short for short, name in PERMITS.items()}


class Photographed(Story):
    """Keeps a copy of the story as it was when each permit was first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.photos: dict[str, Story] = {}

    def does(self, role: Role, *commands: Command) -> list[str]:
        codes: list[str] = []
        for command in commands:
            if short := COMMANDS.get(command.name):
                self.photos.setdefault(short, self.copy())
            codes = super().does(role, command)
        return codes


@cache
def just_before() -> dict[str, Story]:
    """For each permit, by its short name; a minute later, so that what is told is the newest."""
    one, two = Photographed(), Photographed()
    for story in (one, two):
        for step in (
            journey.referred,
            journey.assessed,
            journey.booked,
            journey.prepared,
            journey.patched,
            journey.recovered,
            journey.discharged,
        ):
            step(story)
    journey.repeat_decided(journey.headache_back(one))
    journey.closed(journey.all_contacts_made(journey.cleared(journey.followed_up(two))))
    photos = one.photos | two.photos
    return {short: photos[short].copy().wait(minutes=1) for short in PERMITS}


WHO = {"physician": PHYSICIAN, "nurse": NURSE, "patient": Role.PATIENT}
