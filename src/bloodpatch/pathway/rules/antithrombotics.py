"""Antithrombotics before the needle (H06): for each drug, the last dose at the latest, and the hold
time of the table that the clinic follows. Several drugs: the longest.

Three things are asked, each for itself, so that a physician who decides about one of them has not
decided about another: does a confirmed row stand behind it; is the last dose known and long enough
ago; are the laboratory values there that the row asks for. Each finding names all its drugs, and
remembers what was told of their doses: an override ends when a dose is added.
"""

from collections.abc import Iterable
from datetime import datetime
from math import inf

from bloodpatch.pathway.clinical.drugs import MORE_THAN_A_PAINKILLER
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings, Grounds
from bloodpatch.pathway.protocol import Certainty
from bloodpatch.pathway.queries.clotting_values import State, inr_limit, level_is_low, state_of
from bloodpatch.pathway.queries.hold_times import Wait, waits
from bloodpatch.pathway.rules import antithrombotics_findings


def names(several: Iterable[Wait]) -> str:
    return ", ".join(one.label for one in several)


def told(several: Iterable[Wait]) -> str:
    return "; ".join(one.taken.told for one in several)


def titled(context: Context) -> str:
    return context.drug_table.title if context.drug_table else ""


# does a confirmed row stand behind it


def drug_table_is_chosen(episode: Episode, context: Context) -> Findings:
    taken = waits(episode, context)
    if taken and context.drug_table is None:
        yield antithrombotics_findings.ANTITHROMBOTIC(context, drugs=names(taken), told=told(taken))


def drugs_have_a_row(episode: Episode, context: Context) -> Findings:
    if context.drug_table is None:
        return
    if without := [w for w in waits(episode, context) if not w.rows]:
        yield antithrombotics_findings.NO_ROW(
            context, drugs=names(without), table=titled(context), told=told(without)
        )


def rows_are_confirmed(episode: Episode, context: Context) -> Findings:
    confirmed = context.facts.confirmed_rows
    taken = waits(episode, context)
    if open_ := [w for w in taken if any(row.hash not in confirmed for row in w.rows)]:
        yield antithrombotics_findings.NOT_CONFIRMED(
            context,
            drugs=names(open_),
            table=titled(context),
            told=told(open_),
            rows=rows_of(open_),
            rests_on=grounds(open_, context),
        )


def physician_has_judged(episode: Episode, context: Context) -> Findings:
    every = waits(episode, context)
    alone = [w for w in every if w.needs_a_physician]
    together = against_platelets_together(every, context)
    if judged := [w for w in every if w in alone or w in together]:
        why = f"no time alone makes it safe ({titled(context)})"
        yield antithrombotics_findings.JUDGED(
            context,
            drugs=names(judged),
            why=why if alone else "more than one drug against platelets together",
            told=told(judged),
            rows=rows_of(judged),
            rests_on=grounds(judged, context),
        )


def against_platelets_together(every: Iterable[Wait], context: Context) -> list[Wait]:
    """Two that still act, of which at least one has a wait of its own: none is weighed alone."""
    drugs = [w for w in every if w.taken.drug in MORE_THAN_A_PAINKILLER]
    acting = [w for w in drugs if w.taken.still_given or w.inside(context.now)]
    waiting = any(not w.harmless for w in acting)
    return acting if waiting and len(acting) > 1 else []


def rows_of(several: Iterable[Wait]) -> str:
    """Which rows were looked at, and what they said."""
    return " ".join(f"{row.id}:{row.hash}" for one in several for row in one.rows)


def grounds(several: Iterable[Wait], context: Context) -> Grounds | None:
    """The rows behind a finding: of which table, and how sure the least sure of them is."""
    several = tuple(several)
    rows = [row for one in several for row in one.rows]
    if not rows:
        return None
    order = list(Certainty)
    return Grounds(
        source=f"{titled(context)}: {names(several)}",
        certainty=max((row.certainty for row in rows), key=order.index),
        confirmed={row.hash for row in rows} <= context.facts.confirmed_rows,
    )


# is the last dose long enough ago


def runs(wait: Wait) -> bool:
    """Still given, and the table asks for a wait (of aspirin one of them asks for none)."""
    return wait.taken.still_given and not wait.harmless


def stopped(episode: Episode, context: Context) -> list[Wait]:
    """What is not given any more, with its last dose known: whose time can be looked at."""
    return [w for w in waits(episode, context) if not runs(w) and w.taken.last_dose_known]


def drugs_are_stopped(episode: Episode, context: Context) -> Findings:
    if running := [w for w in waits(episode, context) if runs(w)]:
        yield antithrombotics_findings.STILL_GIVEN(
            context, drugs=names(running), told=told(running)
        )


def last_dose_is_known(episode: Episode, context: Context) -> Findings:
    every = (w for w in waits(episode, context) if not w.harmless and not runs(w))
    if unknown := [w for w in every if not w.taken.last_dose_known]:
        again = any(w.taken.before_last_patch for w in unknown)
        since = ", since the last patch" if again else ""
        yield antithrombotics_findings.LAST_DOSE_NOT_KNOWN(
            context, drugs=names(unknown), since=since, told=told(unknown)
        )


def by_the_clock(episode: Episode, context: Context) -> list[Wait]:
    """What is not given any more, where no level in the blood stands in for the wait."""
    return [w for w in stopped(episode, context) if not level_is_low(w, episode, context)]


def level_stands_in_for_the_wait(episode: Episode, context: Context) -> Findings:
    """Told, so that nobody wonders why a drug of this morning holds nothing back."""
    timed = by_the_clock(episode, context)
    low = [w for w in stopped(episode, context) if w not in timed and w.inside(context.now)]
    if low:
        yield antithrombotics_findings.LEVEL_IS_LOW(
            context, drugs=names(low), told=told(low), rests_on=grounds(low, context)
        )


def dose_class_is_known(episode: Episode, context: Context) -> Findings:
    if asked := [w for w in by_the_clock(episode, context) if dose_decides(w, context)]:
        until = ends(asked, context)
        yield antithrombotics_findings.DOSE_CLASS_NOT_KNOWN(
            context,
            drugs=names(asked),
            until=until,
            told=told(asked),
            rests_on=grounds(asked, context),
        )


def dose_decides(wait: Wait, context: Context) -> bool:
    """Once the longer wait is over, it is over for both doses."""
    return wait.dose_is_asked and (wait.inside(context.now) or wait.needs_a_physician)


def hold_time_is_over(episode: Episode, context: Context) -> Findings:
    """At the time-out the needle is planned for now."""
    known = [w for w in by_the_clock(episode, context) if not w.dose_is_asked]
    yield from inside_hold_time(known, context.now, context)


def inside_hold_time(several: Iterable[Wait], needle: datetime, context: Context) -> Findings:
    """Several drugs: the longest applies, and it stands first. One finding for the slot that is
    booked and for the needle itself: who has judged the one has judged every later one."""
    inside = [w for w in several if w.inside(needle)]
    if not inside:
        return
    # Of a wait that was told in hours nobody knows the end: it stands first.
    inside.sort(key=lambda w: w.until.timestamp() if w.until else inf, reverse=True)
    last = inside[0].until
    until = last or f"{max(w.hold_hours for w in inside)} hours after the last dose"
    yield antithrombotics_findings.INSIDE_WINDOW(
        context,
        valid_until=last,
        until=until,
        drugs=", ".join(map(with_hours, inside)),
        told=told(inside),
        needle=needle,
        rests_on=grounds(inside, context),
    )


def with_hours(wait: Wait) -> str:
    kidneys = ", creatinine clearance not recorded" if wait.kidneys_are_asked else ""
    return f"{wait.label} ({wait.hold_hours} h{kidneys})"


def ends(several: list[Wait], context: Context) -> str:
    """The latest end among these, in words."""
    times = [w.until for w in several]
    known = [t for t in times if t is not None]
    if len(known) == len(several):
        return f"not before {context.clock(max(known))}"
    return f"{max(w.hold_hours for w in several)} h after the last dose"


def drugs_are_counted(episode: Episode, context: Context) -> Findings:
    """What needs no wait by itself adds nothing to another one's."""
    several = [w for w in waits(episode, context) if not w.harmless]
    if len(several) > 1:
        yield antithrombotics_findings.SEVERAL(context, drugs=names(several))


# the laboratory


def laboratory_is_fit(episode: Episode, context: Context) -> Findings:
    missing, wrong = [], []
    asked = [w for w in waits(episode, context) if w.laboratory]
    for wait in asked:
        for lab in wait.laboratory:
            value = state_of(lab, episode, wait.dose_by(context.now), inr_limit(wait, context))
            words = f"{wait.label}: {value.says if value else lab.label}"
            if value is None or value.state is State.NOT_KNOWN:
                missing.append(words)
            elif value.state is State.OUT_OF_RANGE:
                wrong.append(words)
    rows = grounds(asked, context)
    if missing:
        yield antithrombotics_findings.LABORATORY_NOT_KNOWN(
            context, values=", ".join(missing), told=told(asked), rests_on=rows
        )
    if wrong:
        yield antithrombotics_findings.LABORATORY_OUT_OF_RANGE(
            context, values="; ".join(wrong), told=told(asked), rests_on=rows
        )


BEFORE_TIME_OUT = (
    drug_table_is_chosen,
    drugs_have_a_row,
    rows_are_confirmed,
    physician_has_judged,
    drugs_are_stopped,
    last_dose_is_known,
    dose_class_is_known,
    hold_time_is_over,
    drugs_are_counted,
    laboratory_is_fit,
)
