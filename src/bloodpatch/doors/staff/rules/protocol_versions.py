"""The versions of the protocol that a clinic can run: in force, shipped, or brought by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bloodpatch.clinic import clinics, signatures
from bloodpatch.clinic.models import FirstSignature, ProtocolActivation
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.ui.times import moment
from bloodpatch.pathway.protocol import Difference, Protocol, difference
from bloodpatch.pathway.roles import CLINICAL, Role
from bloodpatch.record import protocol_versions
from bloodpatch.record.protocols import shipped, shipped_names


@dataclass(frozen=True)
class Version:
    """One version beside the one in force. `first` is the signature that waits for a second."""

    protocol: Protocol
    current: Protocol
    active: ProtocolActivation | None
    first: FirstSignature | None

    @property
    def in_force(self) -> bool:
        return self.protocol.hash == self.current.hash

    @property
    def signed(self) -> bool:
        return self.active is not None and self.active.hash == self.protocol.hash

    @property
    def ships(self) -> bool:
        return signatures.ships(self.protocol.hash)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        return difference(self.current, self.protocol)

    @property
    def says(self) -> str:
        """What it is, in a line of a list."""
        if self.in_force and self.active is not None:
            return signed_by(self.active)
        if self.in_force:
            return _("Nobody has signed it: it is used until a physician does.")
        count = len(self.differences)
        told = ngettext("%(n)d value differs", "%(n)d values differ", count) % {"n": count}
        return f"{self.waits} {told}".strip()

    @property
    def waits(self) -> str:
        if self.first is None:
            return ""
        return _("Signed by %(who)s, %(when)s; it waits for a second signature.") % {
            "who": self.first.signed_by.full_name,
            "when": moment(self.first.signed_at),
        }

    def why_not(self, by: StaffRequest) -> str:
        """Why this person cannot sign it now; nothing where they can."""
        role, physician = by.actor.role, by.actor.role == Role.PHYSICIAN
        if role not in CLINICAL or (self.ships and not physician):
            return _("A physician puts a protocol into force by a signature.")
        if self.first is None:
            return ""
        if self.first.signed_by_id == by.user.pk:
            return _("You have signed it. A second person signs next.")
        if not physician and self.first.signed_by.role != Role.PHYSICIAN:
            return _("One of the two who sign is a physician.")
        return ""

    @property
    def act(self) -> str:
        """The words of the button."""
        if self.ships:
            return _("Activate, signed by you")
        return _("Activate, signed by you too") if self.first else _("Sign as the first of two")


def signed_by(active: ProtocolActivation) -> str:
    who = active.signed_by.full_name
    if active.seconded_by is not None:
        who = _("%(one)s and %(other)s") % {"one": who, "other": active.seconded_by.full_name}
    return _("Signed by %(who)s, %(when)s") % {"who": who, "when": moment(active.signed_at)}


def versions(request: StaffRequest) -> Iterator[Version]:
    """The one in force first, then those that ship, then the clinic's own; each once."""
    clinic = request.actor.clinic
    current = request.record.protocols.in_force(clinic, None)
    active = clinics.active_protocol(clinic)
    seen = set()
    for protocol in (current, *map(shipped, shipped_names()), *own(clinic)):
        if protocol.hash in seen:
            continue
        seen.add(protocol.hash)
        first = signatures.first_signature(clinic, protocol.hash)
        yield Version(protocol, current, active, first)


def own(clinic: str) -> Iterator[Protocol]:
    for proposal in signatures.proposals(clinic):
        found = protocol_versions.find(signatures.USING, clinic, proposal.hash)
        if found is not None:
            yield found


def named(request: StaffRequest, hash: str) -> Version | None:
    return next((one for one in versions(request) if one.protocol.hash == hash), None)
