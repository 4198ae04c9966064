"""A drug against clotting where no needle is at hand yet: when it is named, when a patch is decided
on or booked. What holds the needle itself stands in `antithrombotics`."""

from datetime import datetime
from typing import Any

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Finding, Findings
from bloodpatch.pathway.queries.hold_times import Wait, waits
from bloodpatch.pathway.rules import antithrombotics_findings
from bloodpatch.pathway.rules.antithrombotics import grounds, runs, told, with_hours


def patch_waits_for_drugs(episode: Episode, context: Context) -> Findings:
    """Before a decision: what stands in the way of a patch, and until when."""
    open_ = [(w, when) for w in waits(episode, context) if (when := in_the_way(w, context))]
    if open_:
        yield on_a_drug(context, open_)


def drug_is_noticed(episode: Episode, context: Context) -> Findings:
    """When a drug is recorded, whether a patch is planned or not."""
    if taken := waits(episode, context):
        yield on_a_drug(context, [(w, in_the_way(w, context)) for w in taken])


def on_a_drug(context: Context, several: list[tuple[Wait, str]]) -> Finding:
    words = "; ".join(f"{w.label}{f': {when}' if when else ''}" for w, when in several)
    entries = ", ".join(f"{w.taken.drug.value}@{w.taken.entry.position}" for w, _ in several)
    rows = grounds([w for w, _ in several], context)
    return antithrombotics_findings.ON_A_DRUG(context, drugs=words, entries=entries, rests_on=rows)


def in_the_way(wait: Wait, context: Context) -> str:
    """Why no patch yet, in a few words; nothing where the hold time is over."""
    if runs(wait):
        return "still given"
    if not wait.rows or wait.needs_a_physician:
        return "a physician judges the time before a patch"
    if not wait.taken.last_dose_known:
        again = wait.taken.before_last_patch
        return f"the last dose{' since the patch' if again else ''} is not recorded"
    if wait.until is None:
        return f"{wait.hold_hours} h needed" if wait.inside(context.now) else ""
    return f"patch not before {context.clock(wait.until)}" if wait.inside(context.now) else ""


def slot_is_after_the_hold_time(episode: Episode, command: Any, context: Context) -> Findings:
    times: list[tuple[datetime, Wait]] = [
        (w.until, w) for w in waits(episode, context) if w.until is not None
    ]
    late = [(t, w) for t, w in times if command.starts.earliest < t]
    if late:
        until, _ = max(late, key=lambda one: one[0])
        several = [w for _, w in late]
        yield antithrombotics_findings.BOOKED_TOO_EARLY(
            context,
            starts=command.starts.at,
            until=until,
            drugs=", ".join(map(with_hours, several)),
            told=told(several),
            rests_on=grounds(several, context),
        )


CALLED_FOR = (drug_is_noticed,)
