"""Claims on rooms, physicians and bays: all that a booking needs, or nothing.

`clashes` says beforehand what is in the way, all of it at once. `claim` is called inside the
transaction of the booking (`record.handle(..., within=[...])`); what it could not see, because
somebody else was booking at that moment, the database refuses.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, router, transaction
from django.db.models import Q

from bloodpatch.clinic.models import Clinic, Resource, SlotClaim


@dataclass(frozen=True)
class Wanted:
    """`resource` is the id of a room, a bay, or a physician's staff account; `end` is not in it."""

    kind: Resource
    resource: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Clash:
    wanted: Wanted
    taken_by: str
    """The episode that has it."""
    start: datetime
    end: datetime


class SlotTaken(Exception):
    """Somebody else has a part of what was wanted; nothing was claimed."""

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        super().__init__("Already taken: " + ", ".join(c.wanted.kind.label for c in clashes))
        self.clashes = clashes


def clashes(clinic: str, wanted: Iterable[Wanted], *, but: str = "") -> tuple[Clash, ...]:
    """Everything in the way, for every resource. `but` is an episode whose own claims give way."""
    return tuple(
        Clash(want, claim.episode, claim.start, claim.end)
        for want in wanted
        for claim in SlotClaim.objects.filter(_overlaps(clinic, want))
        .exclude(episode=but)
        .order_by("start")
    )


def claim(clinic: str, episode: str, wanted: Iterable[Wanted]) -> None:
    """Claim all of it for this episode, in place of what it held before. Raises `SlotTaken`."""
    wanted = tuple(wanted)
    try:
        with transaction.atomic(using=router.db_for_write(SlotClaim)):
            # One at a time: of two that meet in the middle of a claim the database would have to
            # break a deadlock, and neither would be told what is in the way.
            Clinic.objects.select_for_update(no_key=True).get(pk=clinic)
            release(clinic, episode)
            SlotClaim.objects.bulk_create(
                SlotClaim(
                    clinic_id=clinic,
                    kind=want.kind,
                    resource=want.resource,
                    start=want.start,
                    end=want.end,
                    episode=episode,
                )
                for want in wanted
            )
    except IntegrityError as fault:
        if in_the_way := clashes(clinic, wanted, but=episode):
            raise SlotTaken(in_the_way) from fault
        raise


def release(clinic: str, episode: str) -> int:
    """Give back whatever this episode holds; says how many claims that were."""
    given_back, _ = SlotClaim.objects.filter(clinic_id=clinic, episode=episode).delete()
    return given_back


def held(clinic: str, episode: str) -> tuple[Wanted, ...]:
    claims = SlotClaim.objects.filter(clinic_id=clinic, episode=episode).order_by("id")
    return tuple(Wanted(Resource(c.kind), c.resource, c.start, c.end) for c in claims)


def day(clinic: str, start: datetime, end: datetime) -> tuple[SlotClaim, ...]:
    """Every claim that touches this stretch of time, for a calendar."""
    within = Q(start__lt=end, end__gt=start)
    return tuple(SlotClaim.objects.filter(within, clinic_id=clinic).order_by("start", "id"))


def _overlaps(clinic: str, want: Wanted) -> Q:
    return Q(
        clinic_id=clinic,
        kind=want.kind,
        resource=want.resource,
        start__lt=want.end,
        end__gt=want.start,
    )
