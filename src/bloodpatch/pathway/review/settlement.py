"""Which findings a word of a physician has settled: a stop lifted, a hold overridden."""

from collections.abc import Iterable
from datetime import datetime

from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Finding, Findings, Level
from bloodpatch.pathway.review.events import HoldOverridden, StopLifted

NEEDLE = "needle"
"""The input of a finding that says when the needle is planned for."""


def override_of(
    finding: Finding, act: Act, episode: Episode, now: datetime
) -> Happened[HoldOverridden] | None:
    """The override that this finding meets, if one is in force: not used up, not outlived."""
    if finding.valid_until is not None and now > finding.valid_until:
        return None
    for given in reversed(episode.review.all(HoldOverridden)):
        same = (
            given.event.finding.plain() == finding.code
            and given.event.act.plain() == act.name
            and int(given.event.patch_number.value) == episode.patch_number
            and sees_the_same(given.event.saw.plain(), dict(finding.seen))
        )
        if same and not used_up(given, act, episode):
            return given
    return None


def sees_the_same(saw: dict[str, str], sees: dict[str, str]) -> bool:
    """All as it was then; only the planned needle may be later than it was, never earlier."""
    then, now = saw.get(NEEDLE), sees.get(NEEDLE)
    if then is None or now is None:
        return saw == sees
    later = datetime.fromisoformat(now) >= datetime.fromisoformat(then)
    return later and saw | {NEEDLE: now} == sees


def used_up(given: Happened[HoldOverridden], act: Act, episode: Episode) -> bool:
    """Whether the act that it was given for has been done since."""
    return any(
        h.position > given.position and isinstance(h.event, act.becomes) for h in episode.history
    )


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
