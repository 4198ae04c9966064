"""What is known of the procedure: the questions that anybody may ask."""

from datetime import timedelta
from typing import Any

from bloodpatch.pathway.clinical import AdverseKind, Material, SedationLevel
from bloodpatch.pathway.clinical.drugs import ANTAGONISTS
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stage_stream import last_of, later, question
from bloodpatch.pathway.stages.procedure.choices import (
    AbandonReason,
    Aspirate,
    BloodSource,
    DuringAction,
    PatchedBy,
    StopReason,
)
from bloodpatch.pathway.stages.procedure.custody import Custody
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    Drawn,
    HappenedDuring,
    Injected,
    NeedleOut,
    NeedlePlaced,
    PatchReported,
    Sedated,
    Started,
)
from bloodpatch.pathway.stages.procedure.harms import harms
from bloodpatch.pathway.stages.procedure.statements import Injection, SedationGiven
from bloodpatch.pathway.stages.procedure.times import drawn_at
from bloodpatch.pathway.stages.procedure.volumes import volume_of
from bloodpatch.pathway.values import Answer, Millilitres, Precision, SpinalLevel, When
from bloodpatch.pathway.values.units import HOURS_A_DAY


def tells_of(entry: SedationGiven | Injection, drugs: frozenset[str]) -> bool:
    """Whether one of these drugs was given, told by itself or with the blood."""
    return any(dose.drug in drugs for dose in entry.doses)


class Procedure(Custody):
    """The procedure of this round; a patch given elsewhere is filed here too, but is not it."""

    @question
    def began(self) -> Happened[Any] | None:
        """The start, or the first thing recorded where nobody recorded a start."""
        attempt = self.attempt
        return attempt.first(Started) or next(iter(attempt.events), None)

    @question
    def ended(self) -> Happened[Any] | None:
        """What ended it: the needle out, the procedure given up, a patch that was reported."""
        now = self.attempt
        end = last_of((now.latest(Abandoned, PatchReported), now.withdrawn))
        return end if later(end, now.latest(NeedlePlaced, Started)) else None

    @question
    def before_recovery(self) -> Happened[Any] | None:
        """What recovery comes after: the end, or the beginning while no end is recorded. A
        walk of before it says nothing about this patch."""
        return self.ended or self.began

    @question
    def finished(self) -> bool:
        return self.ended is not None

    @question
    def given_up(self) -> Happened[Abandoned] | None:
        return self.latest(Abandoned)

    @question
    def given_up_before_the_needle(self) -> bool:
        """No blood, and so no needle in the back: there is nothing to rest from."""
        given_up, tried = self.given_up, self.has(NeedlePlaced, Injected, PatchReported, NeedleOut)
        no_blood = given_up and given_up.event.reason is AbandonReason.NO_BLOOD
        return bool(no_blood) and not tried and self.ended is given_up

    @question
    def in_vain(self) -> Happened[Any] | None:
        """The end of the last try that gave no patch here: given up, or the needle out. While the
        latest try has given one there is none."""
        if self.attempt.patch_given:
            return None
        return last_of((self.latest(Abandoned, NeedleOut), self.withdrawn))

    @question
    def withdrawn(self) -> Happened[Any] | None:
        """The needle out after an injection.

        Where the procedure is recorded step by step it is a step of its own; where only the
        injection is told, the needle is out as well.
        """
        now = self.attempt
        injected = now.latest(Injected)
        if injected is None:
            return None
        out = now.latest(NeedleOut)
        if later(out, now.latest(NeedlePlaced)):
            return out
        told = injected.event.needle_out
        implied = told is None and not now.has(Started)
        return injected if told is Answer.YES or implied else None

    @question
    def open_draw(self) -> Happened[Drawn] | None:
        """Blood that was drawn and waits: neither injected nor thrown away. Of several draws that
        wait together the one that is known to be the oldest."""
        waiting = () if self.finished else self.waiting
        return min(waiting, key=lambda draw: drawn_at(draw).latest, default=None)

    # the needle

    @question
    def needle(self) -> Happened[NeedlePlaced] | None:
        return self.attempt.latest(NeedlePlaced)

    @question
    def aspirated(self) -> tuple[Aspirate, ...]:
        """What came through the needle that is in place, other than nothing."""
        seen = (self.needle and self.needle.event.aspirate) or ()
        return tuple(a for a in seen if a is not Aspirate.CLEAR)

    @question
    def levels(self) -> tuple[SpinalLevel, ...]:
        """Where the needle of this patch went in; the last one, where there were several."""
        placed = [h.event.levels for h in self.attempt.all(NeedlePlaced) if h.event.levels]
        reported = [h.event.levels for h in self.all(PatchReported) if h.event.levels]
        return next(iter((*reversed(placed), *reversed(reported))), ())

    @question
    def level(self) -> SpinalLevel | None:
        return next(iter(self.levels), None)

    # the patch

    @question
    def patch(self) -> Happened[Injected] | Happened[PatchReported] | None:
        """The patch of this round, whoever gave it."""
        given = [h for h in self.all(Injected) if volume_of(h.event) != Millilitres(0)]
        return last_of((*given, *self.all(PatchReported)))

    @question
    def patch_given(self) -> bool:
        return self.patch is not None

    @question
    def given_at(self) -> When | None:
        patch = self.patch
        if patch is None:
            return None
        ended: When | None = getattr(patch.event, "ended", None)
        return ended or patch.occurred

    @question
    def material(self) -> Material | None:
        """What was given; None where nobody said it."""
        if self.draw and self.draw.event.source is BloodSource.DONOR:
            return Material.ALLOGENEIC_BLOOD
        return self.patch.event.material if self.patch else None

    @question
    def stop_reason(self) -> StopReason | None:
        injected = self.attempt.latest(Injected)
        return injected.event.stop_reason if injected else None

    @question
    def patches(self) -> int:
        """How many patches this round has seen, as far as they were recorded or reported."""
        told = (h for h in self.all(PatchReported) if not self.tells_again(h))
        reported = (h.event.stands_for for h in told)
        return bool(self.attempt.has(Injected)) + sum(int(n.value) if n else 1 for n in reported)

    def tells_again(self, report: Happened[PatchReported]) -> bool:
        """The patch that was recorded here step by step, told once more in one line."""
        injected = self.attempt.latest(Injected)
        said, when = report.event, report.occurred
        if injected is None or said.stands_for or said.by not in (None, PatchedBy.THIS_CLINIC):
            return False
        known = when.precision is not Precision.UNKNOWN
        apart = abs(when.at - injected.occurred.at)
        same_day = known and apart < timedelta(hours=HOURS_A_DAY)
        return said.by is PatchedBy.THIS_CLINIC or same_day

    @question
    def patches_before(self) -> int:
        """How many were given before, as far as a report says so."""
        told = (h.event.blood_patches_before for h in self.all(PatchReported))
        return max((int(n.value) for n in told if n), default=0)

    @question
    def harms(self) -> tuple[tuple[Happened[Any], AdverseKind], ...]:
        """T14: what happened on the table, each with the entry that speaks of it."""
        return tuple(harms(self.events))

    # sedation

    @question
    def with_drugs(self) -> tuple[Happened[Any], ...]:
        """The entries that may name a drug: of the sedation, and of the blood."""
        return self.all(Sedated, Injected)

    def sedated(self, sedatives: frozenset[str]) -> Happened[Any] | None:
        """The last entry of a sedation, or of one of these drugs: not told how deep is sedated all
        the same, and so is who got a sedative with the blood."""
        deep = (h for h in self.all(Sedated) if h.event.level is not SedationLevel.NONE)
        drugged = (h for h in self.with_drugs if tells_of(h.event, sedatives))
        return last_of((*deep, *drugged))

    @question
    def sedation_reversed(self) -> Happened[Any] | None:
        """Told as what was done, or as a drug that was given."""
        acted = (h for h in self.all(HappenedDuring) if h.event.action)
        reversal = DuringAction.SEDATION_REVERSED
        reversed_ = (h for h in acted if reversal in (h.event.action or ()))
        given = (h for h in self.with_drugs if tells_of(h.event, ANTAGONISTS))
        return last_of((*reversed_, *given))
