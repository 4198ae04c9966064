"""Which findings a word of a physician has settled: a stop lifted, a hold overridden."""

from collections.abc import Iterable
from datetime import datetime

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Finding, Findings, Level
from bloodpatch.pathway.review.events import HoldOverridden, StopLifted
from bloodpatch.pathway.stage_stream import later
from bloodpatch.pathway.stages.assessment.commands import DecidePatch
from bloodpatch.pathway.stages.booking.commands import Book
from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
from bloodpatch.pathway.stages.procedure.events import Injected, NeedlePlaced, PatchReported

WAY_TO_THE_NEEDLE = frozenset(command.name for command in (DecidePatch, Book, TakeTimeOut))
"""Three permits for one needle: whoever settled a fact at one of them has settled it for all."""


def override_of(
    finding: Finding, act: Act, episode: Episode, now: datetime
) -> Happened[HoldOverridden] | None:
    """The override that this finding meets, if one is in force: not used up, not outlived."""
    if finding.valid_until is not None and now > finding.valid_until:
        return None
    for given in reversed(episode.review.all(HoldOverridden)):
        same = (
            given.event.finding.plain() == finding.code
            and covers(given.event.act.plain(), act.name)
            and int(given.event.patch_number.value) == episode.patch_number
            and finding.still_as(given.event.saw.plain())
        )
        if same and not used_up(given, act, episode):
            return given
    return None


def covers(given_for: str, asked: str) -> bool:
    """Standing, going home, another patch, the all-clear and the closing each ask anew."""
    return given_for == asked or {given_for, asked} <= WAY_TO_THE_NEEDLE


def used_up(given: Happened[HoldOverridden], act: Act, episode: Episode) -> bool:
    """Whether that which it was given for has happened since: the needle, or the act itself."""
    if act.name in WAY_TO_THE_NEEDLE:
        return needle_since(given, episode)
    return any(
        h.position > given.position and isinstance(h.event, act.becomes) for h in episode.history
    )


def needle_since(given: Happened[HoldOverridden], episode: Episode) -> bool:
    """A needle of before that is entered late uses nothing up: it was another needle. One that was
    struck was none."""
    placed = (h for h in episode.standing if isinstance(h.event, NEEDLE))
    return any(later(h, given) for h in placed)


NEEDLE = (NeedlePlaced, Injected, PatchReported)


def lifted(finding: Finding, episode: Episode) -> bool:
    """Whether a recorded review lifted this stop, for the values that it still sees."""
    return finding.kind.lifted_by_review and any(
        h.event.finding.plain() == finding.code and h.event.saw.plain() == dict(finding.seen)
        for h in episode.review.all(StopLifted)
    )


def settled(found: Iterable[Finding], act: Act, episode: Episode, now: datetime) -> Findings:
    """Findings with stops that were lifted left out, and holds that were overridden marked."""
    for finding in found:
        if finding.kind.level is Level.STOP and lifted(finding, episode):
            continue
        if finding.kind.level is Level.HOLD and (given := override_of(finding, act, episode, now)):
            yield finding.overridden(given.by, given.event.reason.plain())
            continue
        yield finding
