"""A whole treatment with a second patch, given through `handle` command by command."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

from places import second_round

from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.events import Actor, Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.statements import Command, stated
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.record.decider import PATHWAY
from bloodpatch.record.episode_table import EPISODES
from bloodpatch.record.protocols import shipped
from tests.contract.conftest import Desk, a_record

BECOMES: dict[type, type[Command]] = {act.becomes: act.command for act in ACTS.values()}


class Kaysville:
    def in_force(self, clinic: str, pinned: str | None) -> Protocol:
        return shipped("kaysville")

    known = in_force


class StoryClock:
    """Stands at the time at which the next command is given."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


def ward(using: str) -> Desk:
    record = a_record(
        using,
        clock=StoryClock(),
        decider=PATHWAY,
        protocols=Kaysville(),
        facts=lambda clinic, episode: Facts(age_years=31, language="en"),
        read_models=(EPISODES,),
    )
    return Desk(record)


def given(ward: Desk) -> Iterator[Callable[[], object]]:
    """Each command of the treatment, to be given in turn."""
    return (partial(give, ward, happened) for happened in second_round().episode.history)


def give(ward: Desk, happened: Happened[Any]) -> None:
    kind = BECOMES[type(happened.event)]
    said = {f.name: getattr(happened.event, f.name) for f in stated(kind)}
    if happened.occurred.at != happened.recorded_at:
        said["occurred"] = happened.occurred
    ward.record.clock.at = happened.recorded_at  # type: ignore[attr-defined]
    by = Actor(happened.by.id, happened.by.role, ward.clinic)
    ward.accepted(kind(**said), "treatment", actor=by)
