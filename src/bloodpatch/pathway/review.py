"""A physician's word on a finding: a hold overridden, a stop lifted, a record looked at.

An override is for one act on one patch, and for the values that it saw. It lapses when one of
those differs, when the act is done, or at the finding's own end; time alone lapses nothing else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.choices import Choice
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.events import Event, Happened
from bloodpatch.pathway.findings import KINDS, Cause, Finding, Findings, Level, declare
from bloodpatch.pathway.obligations import Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stage_stream import Drawer, question
from bloodpatch.pathway.statements import Command, said
from bloodpatch.pathway.values import Count, FreeText, When

if TYPE_CHECKING:
    from bloodpatch.pathway.episode import Episode


class Examination(Choice):
    CLINICAL = "clinical", "Examined at the bedside"
    BRAIN_CT = "brain_ct", "CT of the brain"
    BRAIN_MRI = "brain_mri", "MRI of the brain"
    VENOGRAPHY = "venography", "CT or MR venography"
    SPINE_MRI = "spine_mri", "MRI of the spine"
    LABORATORY = "laboratory", "Laboratory values"
    SPECIALIST = "specialist", "Seen by a specialist"


# STATEMENTS


@dataclass(frozen=True, kw_only=True)
class Override:
    finding: Code = said("Code of the finding that is overridden", required=True)
    act: Code = said("The command that it is overridden for", required=True)
    patch_number: Count = said("The patch that it is overridden for", required=True)
    saw: PlainForm = said("The values that the finding saw", required=True)
    reason: FreeText = said(
        "Why the act goes ahead although the rule holds it", ask="Your reason", required=True
    )


@dataclass(frozen=True, kw_only=True)
class Lift:
    finding: Code = said("Code of the stop that is lifted", required=True)
    saw: PlainForm = said("The values that the stop saw", required=True)
    examination: Examination = said("What was done", ask="Examination or imaging", required=True)
    result: FreeText = said("What it showed", ask="Result", required=True)
    examined: When | None = said("When", ask="When was it done?")


@dataclass(frozen=True, kw_only=True)
class Acknowledgement:
    positions: tuple[Count, ...] = said("Entries that were looked at", required=True)
    remark: FreeText | None = said("What follows from it", ask="Remark")


# COMMANDS AND EVENTS


class OverrideHold(Override, Command):
    name = "review.override_hold"
    title = "Override a hold"


class HoldOverridden(Override, Event):
    name = "review.hold_overridden"


class LiftStop(Lift, Command):
    name = "review.lift_stop"
    title = "Record the review that lifts a stop"


class StopLifted(Lift, Event):
    name = "review.stop_lifted"


class Acknowledge(Acknowledgement, Command):
    name = "review.acknowledge"
    title = "Look at what was recorded against a rule"


class Acknowledged(Acknowledgement, Event):
    name = "review.acknowledged"


# DECIDE

NOT_A_HOLD = declare(
    code="review.not_a_hold",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{finding} is not a hold, so it cannot be overridden.",
    rule="Only a hold can be overridden; a stop needs the fact or a recorded review to change.",
    clears="Record the examination or the imaging that settles it.",
    source="clinic",
    hazards=("H06",),
    refuses_record=True,
)

NOT_LIFTED_BY_REVIEW = declare(
    code="review.not_lifted_by_review",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{finding} cannot be lifted by an examination.",
    rule="A stop is lifted by a review only where the rule says which review settles it.",
    clears="Change the fact: see what the finding says would clear it.",
    source="clinic",
    refuses_record=True,
)


def is_a_hold(_: "Episode", command: OverrideHold, context: Context) -> Findings:
    kind = KINDS.get(command.finding.plain())
    if kind is None or kind.level is not Level.HOLD:
        yield NOT_A_HOLD(context, finding=command.finding)


def can_be_lifted(_: "Episode", command: LiftStop, context: Context) -> Findings:
    kind = KINDS.get(command.finding.plain())
    if kind is None or not kind.lifted_by_review:
        yield NOT_LIFTED_BY_REVIEW(context, finding=command.finding)


ACTS = (
    record(OverrideHold, becomes=HoldOverridden, contradicts=(is_a_hold,)),
    record(LiftStop, becomes=StopLifted, contradicts=(can_be_lifted,)),
    record(Acknowledge, becomes=Acknowledged),
)


# EVOLVE


class Review(Drawer):
    """Every word of a physician on a finding of this episode."""

    @question
    def acknowledged(self) -> frozenset[int]:
        entries = self.all(Acknowledged)
        return frozenset(int(p.value) for h in entries for p in h.event.positions)

    def looked_at(self, entry: Happened[Any]) -> Iterator[Happened[Acknowledged]]:
        """The acknowledgements of this entry."""
        for h in self.all(Acknowledged):
            if entry.position in {int(p.value) for p in h.event.positions}:
                yield h


def override_of(
    finding: Finding, act: Act, episode: "Episode", now: datetime
) -> Happened[HoldOverridden] | None:
    """The override that this finding meets, if one is in force: not used up, not outlived."""
    if finding.valid_until is not None and now > finding.valid_until:
        return None
    for given in reversed(episode.review.all(HoldOverridden)):
        same = (
            given.event.finding.plain() == finding.code
            and given.event.act.plain() == act.name
            and int(given.event.patch_number.value) == episode.patch_number
            and given.event.saw.plain() == dict(finding.seen)
        )
        if same and not used_up(given, act, episode):
            return given
    return None


def used_up(given: Happened[HoldOverridden], act: Act, episode: "Episode") -> bool:
    """Whether the act that it was given for has been done since."""
    return any(
        h.position > given.position and isinstance(h.event, act.becomes) for h in episode.history
    )


def lifted(finding: Finding, episode: "Episode") -> bool:
    """Whether a recorded review lifted this stop, for the values that it still sees."""
    return finding.kind.lifted_by_review and any(
        h.event.finding.plain() == finding.code and h.event.saw.plain() == dict(finding.seen)
        for h in episode.review.all(StopLifted)
    )


def settled(found: Iterable[Finding], act: Act, episode: "Episode", now: datetime) -> Findings:
    """Findings with stops that were lifted left out, and holds that were overridden marked."""
    for finding in found:
        if finding.kind.level is Level.STOP and lifted(finding, episode):
            continue
        if finding.kind.level is Level.HOLD and (given := override_of(finding, act, episode, now)):
            yield finding.overridden(given.by, given.event.reason.plain())
            continue
        yield finding


# OBLIGATIONS


def look_at_what_was_recorded_against_a_rule(episode: "Episode", protocol: Protocol) -> Owed:
    """What a permit would have refused is work for a physician once it has happened."""
    for happened in episode.standing:
        if happened.against and happened.position not in episode.review.acknowledged:
            yield Obligation(
                code="review.against_a_rule",
                owner=Role.PHYSICIAN,
                due=happened.recorded_at + timedelta(hours=protocol.closure.review_due_hours),
                says="Look at what was recorded against a rule",
                act=Acknowledge.name,
            )
            return


OWES = (look_at_what_was_recorded_against_a_rule,)
