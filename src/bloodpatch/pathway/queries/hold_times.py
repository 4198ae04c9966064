"""What the clinic's drug table says about a drug that was taken: until when the needle waits, and
from when the drug may be given again.

Where the dose or the kidneys were not told, every row that they leave possible counts, and of
those the longest: not told is never the harmless one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Kidneys, Lab, Row, RowDose
from bloodpatch.pathway.queries.drugs_taken import (
    Taken,
    drugs_elsewhere,
    drugs_taken,
    hours,
    is_known,
)
from bloodpatch.pathway.values import When


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One drug beside its rows. Without rows the table says nothing about it."""

    taken: Taken
    rows: tuple[Row, ...]
    never_waits: bool = False
    """The clinic's protocol says that no needle waits for it, with or without a row."""

    @property
    def label(self) -> str:
        label = self.taken.drug.label
        return f"{label} (told in another episode)" if self.taken.elsewhere else label

    @property
    def dose_is_asked(self) -> bool:
        """Low and high dose have different rows, and nobody has told which it is."""
        by_dose: dict[RowDose, set[tuple[object, ...]]] = {}
        for row in self.rows:
            asks = (row.kidneys, row.hold_hours, row.judged, row.laboratory)
            by_dose.setdefault(row.dose, set()).add(asks)
        differ = len({frozenset(each) for each in by_dose.values()}) > 1
        return self.taken.dose is None and differ

    @property
    def kidneys_are_asked(self) -> bool:
        limited = any(row.kidneys is not Kidneys.ANY for row in self.rows)
        return self.taken.crcl is None and limited

    @property
    def needs_a_physician(self) -> bool:
        """A row says avoid, or weigh it together: no time that passes makes it safe."""
        return any(row.needs_a_physician for row in self.rows)

    @property
    def hold_hours(self) -> int:
        return max((row.hold_hours or 0 for row in self.rows), default=0)

    @property
    def harmless(self) -> bool:
        """No needle waits for it: so says its row, or where it has none the protocol."""
        known = bool(self.rows) or self.never_waits
        return known and not self.needs_a_physician and self.hold_hours == 0

    @property
    def silent(self) -> bool:
        """Harmless, and not only by a row that somebody would have to confirm first."""
        return self.harmless and self.never_waits

    @property
    def timed(self) -> bool:
        """The table asks for a wait, and once it is over that is enough."""
        return bool(self.hold_hours) and not self.needs_a_physician

    @property
    def until(self) -> datetime | None:
        """The needle waits until then; None where no instant can be told, or none is asked."""
        if not self.timed or self.taken.since is None:
            return None
        return self.taken.since + timedelta(hours=self.hold_hours)

    def inside(self, now: datetime) -> bool:
        """Whether the last dose is known and not long enough ago."""
        if self.until is not None:
            return now < self.until
        told = self.taken.hours
        return self.timed and told is not None and told < self.hold_hours

    def is_over(self, now: datetime) -> bool:
        """Stopped, the last dose known, and its time waited: of another episode nothing is left."""
        return self.until is not None and not self.taken.still_given and now >= self.until

    def dose_by(self, now: datetime) -> datetime | None:
        """The last dose at the latest, also where only the wait before the patch was told."""
        return self.taken.since if self.taken.hours is None else now - hours(self.taken.hours)

    @property
    def laboratory(self) -> tuple[Lab, ...]:
        return tuple(dict.fromkeys(lab for row in self.rows for lab in row.laboratory))

    def restart_hours(self, *, blood: bool) -> int | None:
        """Hours from the needle out to the next dose; None: the table tells none."""
        told = [h for row in self.rows if (h := row.restart_hours) is not None]
        after = [h for row in self.rows if blood and (h := row.after_blood_hours) is not None]
        if len(told) < len(self.rows):
            told = []
        return max((*told, *after), default=None)


def waits(episode: Episode, context: Context) -> tuple[Wait, ...]:
    """Every drug that is taken, beside the rows of the table that the clinic follows; but nothing
    of which there is nothing to say."""
    here = (beside_its_rows(one, context) for one in drugs_taken(episode))
    return tuple(wait for wait in (*here, *waits_elsewhere(episode, context)) if not wait.silent)


def waits_elsewhere(episode: Episode, context: Context) -> Iterator[Wait]:
    """The drugs that another episode of the person names, and whose time is not over."""
    if context.told_here_only:
        return
    for one in drugs_elsewhere(episode, context.facts):
        if not (wait := beside_its_rows(one, context)).is_over(context.now):
            yield wait


def beside_its_rows(taken: Taken, context: Context) -> Wait:
    table, free = context.drug_table, context.protocol.preparation.drugs_that_never_wait
    return Wait(
        taken=taken,
        rows=table.rows_for(taken.drug, taken.dose, taken.clearance) if table else (),
        never_waits=taken.drug in free,
    )


def needle_out(episode: Episode) -> When | None:
    """When the last needle of this round came out, if that is known."""
    procedure = episode.now.procedure
    last = procedure.ended or procedure.patch
    return last.occurred if last and is_known(last.occurred) else None


def drew_blood(episode: Episode) -> bool:
    """The needle is taken for bloody unless somebody saw that it was not."""
    needle = episode.now.procedure.needle
    clear = needle is not None and needle.event.aspirate
    return not clear or any(_bloody(h.event) for h in seen_at_the_needle(episode))


def seen_at_the_needle(episode: Episode) -> Iterator[Any]:
    yield from episode.now.procedure.events
    yield from episode.referral.punctures


BLOODY = frozenset({"blood", "clot", "bloody", "bloody_tap"})


def _bloody(event: Any) -> bool:
    """In whichever of the closed lists blood was named."""
    listed = [*(getattr(event, "aspirate", None) or ()), *(getattr(event, "found", None) or ())]
    listed += [getattr(event, name, None) for name in ("kind", "reason", "stop_reason")]
    return not BLOODY.isdisjoint(listed)


def restart_from(wait: Wait, episode: Episode) -> datetime | None:
    """When this drug may be given again; None where needle or table do not tell."""
    out = needle_out(episode)
    count = wait.restart_hours(blood=drew_blood(episode))
    return None if out is None or count is None else out.latest + timedelta(hours=count)
