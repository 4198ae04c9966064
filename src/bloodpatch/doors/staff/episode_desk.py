"""One episode on the desk of one member of staff: read once for each page.

desk = desk_of(request, episode)
desk.episode, desk.context, desk.person, desk.may(PermitStanding)
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import accumulate
from typing import Any

from django.http import Http404

from bloodpatch.clinic import patients
from bloodpatch.clinic.models import Patient
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.names import Names, Signatures, names_of
from bloodpatch.doors.staff.page_frame import in_clinic_time
from bloodpatch.pathway.amendment.hindsight import (
    permits_not_looked_at,
    would_not_have_been_permitted,
)
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.decide import may
from bloodpatch.pathway.episode import Episode, Round, evolve
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.obligations import Obligation
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import MAY_GIVE
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.worklist import owed
from bloodpatch.record import folds
from bloodpatch.record.errors import UnknownEpisode
from bloodpatch.record.folded import Folded
from bloodpatch.record.protocols import shipped_tables


@dataclass(frozen=True)
class Desk:
    """What a page about an episode may ask. Nothing here changes anything."""

    request: StaffRequest
    patient: Patient
    folded: Folded

    @property
    def episode(self) -> Episode:
        return self.folded.state  # type: ignore[no-any-return]

    @property
    def id(self) -> str:
        return self.folded.episode

    @property
    def round(self) -> Round:
        return self.episode.now

    @property
    def now(self) -> datetime:
        return self.context.now

    @property
    def protocol(self) -> Protocol:
        return self.context.protocol

    @cached_property
    def context(self) -> Context:
        record, actor = self.request.record, self.request.actor
        return Context(
            actor=actor,
            now=record.clock(),
            protocol=record.protocols.in_force(actor.clinic, self.episode.protocol),
            zone=self.request.clinic.zone,
            facts=record.facts(actor.clinic, self.id),
            tables=shipped_tables(),
        )

    @cached_property
    def names(self) -> Names:
        return names_of(self.request.actor.clinic)

    @cached_property
    def signatures(self) -> Signatures:
        words = [h.by for h in self.episode.history]
        return Signatures([*words, self.request.actor])

    @cached_property
    def known_after(self) -> tuple[Episode, ...]:
        """The episode as it was known after so many entries: made in one pass."""
        return tuple(accumulate(self.episode.history, evolve, initial=Episode(self.id)))

    @cached_property
    def owed(self) -> tuple[Obligation, ...]:
        return owed(self.episode, self.protocol, self.context.facts)

    @cached_property
    def broken(self) -> Mapping[int, tuple[Finding, ...]]:
        """By permit: what would have spoken against it by what is known today."""
        told = would_not_have_been_permitted(self.episode, self.protocol)
        return {p.position: tuple(f for q, f in told if q is p) for p, _ in told}

    @cached_property
    def unseen(self) -> frozenset[int]:
        """The permits among them that no physician has looked at since."""
        return frozenset(permits_not_looked_at(self.episode, self.protocol))

    @cached_property
    def seen_again(self) -> dict[int, Mapping[str, Finding]]:
        """By entry: what speaks against it when it is decided again (`seen.saw`)."""
        return {}

    def may(self, act: str) -> tuple[Finding, ...]:
        """What speaks for or against an act; nothing stands for "nothing at all"."""
        return may(ACTS[act].command, self.episode, self.context)

    def stands(self, act: str) -> tuple[Finding, ...]:
        """The same, whoever looks: a nurse sees what the physician will be told."""
        giver = next(iter(sorted(MAY_GIVE[act])))
        context = replace(self.context, actor=replace(self.context.actor, role=giver))
        return may(ACTS[act].command, self.episode, context)

    def gives(self, act: str) -> bool:
        """Whether the role of the one who looks may give this command at all."""
        return self.request.actor.role in MAY_GIVE[act]

    def recorded(self, position: int) -> Any:
        found = self.episode.recorded(position)
        if found is None:
            raise Http404
        return found


def desk_of(request: StaffRequest, episode: str) -> Desk:
    in_clinic_time(request)
    clinic = request.actor.clinic
    patient = patients.patient_of(clinic, episode)
    if patient is None:
        raise Http404
    try:
        folded = folds.current(request.record, clinic, episode)
    except UnknownEpisode as unknown:
        raise Http404 from unknown
    return Desk(request, patient, folded)
