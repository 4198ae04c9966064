"""A drug against clotting where no needle is at hand yet: when it is named, when a patch is decided
on or booked. What holds the needle itself stands in `antithrombotics`."""

from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.queries.clotting_values import level_is_low
from bloodpatch.pathway.queries.hold_times import Wait, waits
from bloodpatch.pathway.rules import antithrombotics_findings
from bloodpatch.pathway.rules.antithrombotics import grounds, inside_hold_time, runs


def patch_waits_for_drugs(episode: Episode, context: Context) -> Findings:
    """What stands in the way of a patch, and until when; of a wait that is over, nothing."""
    open_ = [(w, when) for w in waits(episode, context) if (when := in_the_way(w, context))]
    if open_:
        entries = ", ".join(f"{w.taken.drug.value}@{w.taken.entry.position}" for w, _ in open_)
        yield antithrombotics_findings.ON_A_DRUG(
            context,
            drugs="; ".join(f"{w.label}: {when}{next_dose(w)}" for w, when in open_),
            entries=entries,
            rests_on=grounds([w for w, _ in open_], context),
        )


def in_the_way(wait: Wait, context: Context) -> str:
    """Why no patch yet, in a few words; nothing where no wait is asked, or where it is over."""
    if wait.harmless:
        return ""
    if runs(wait):
        return "still given, a physician decides with the prescriber"
    if not wait.rows or wait.needs_a_physician:
        return "a physician judges the time before a needle"
    if not wait.taken.last_dose_known:
        again = wait.taken.before_last_patch
        return f"the last dose{' since the patch' if again else ''} is not recorded"
    if not wait.inside(context.now):
        return ""
    if wait.until is None:
        return f"needle not before {wait.hold_hours} h after the last dose"
    return f"needle not before {context.clock(wait.until)}"


def next_dose(wait: Wait) -> str:
    """How long after the needle it is given again, where the table tells it and it is not at once.

    Nobody knows yet how the needle will come out: without blood, as far as can be told now."""
    hours = wait.restart_hours(blood=False)
    return f"; next dose not before {hours} h after the needle" if hours else ""


def slot_is_after_the_hold_time(episode: Episode, command: Any, context: Context) -> Findings:
    """The needle at the earliest that the slot allows, as far as its end is an instant."""
    told = [w for w in waits(episode, context) if w.until is not None]
    timed = [w for w in told if not level_is_low(w, episode, context)]
    yield from inside_hold_time(timed, command.starts.earliest, context)


CALLED_FOR = (patch_waits_for_drugs,)
