"""The teeth of the exploration: for each invariant a rule of the core is taken away, and the
exploration of one corner finds that, with a way to it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bloodpatch.doors.console.explore import move_execution, scenario_moves
from bloodpatch.doors.console.explore.invariants import NAMES
from bloodpatch.doors.console.explore.scenarios import (
    AGAIN,
    FIRST,
    SMALL,
    gone_home,
    patient,
    prepared,
    walked,
)
from bloodpatch.doors.console.explore.search import Found, Search
from bloodpatch.pathway import decide, worklist
from bloodpatch.pathway.acts import ACT_BEHIND, Act
from bloodpatch.pathway.decide import Refused
from bloodpatch.pathway.findings import KINDS
from bloodpatch.pathway.queries import standing_facts
from bloodpatch.pathway.rules import collected, withdrawn_consent
from bloodpatch.pathway.treatment import ACTS, CAUSES

Break = Callable[[pytest.MonkeyPatch], None]

CHECKED = (*FIRST, *prepared())
"""Everything that the time-out asks for."""
AT_BED = (*FIRST, *walked()[:-3])
WALKED = (*FIRST, *walked())
HOME = (*FIRST, *gone_home())


def corner(
    *done: str,
    who: tuple[str, ...] = (),
    things: tuple[str, ...] = (),
    moves: Sequence[Any] = scenario_moves.MOVES,
    until: str | None = None,
) -> Found:
    """What is found from here on, where one of these unusual things can happen or nothing is;
    up to the first step that breaks the invariant that is named."""
    domain = replace(SMALL, moves=tuple(moves))
    begins = patient(*who, unusual=int(bool(things)), done=done, things=things)
    return Search(domain, begins, domain.rules).run(until=until)


def put(patch: pytest.MonkeyPatch, old: Act, state: tuple[Any, ...]) -> None:
    """The act with another ladder, for hindsight too."""
    new = replace(old, state=state)
    patch.setitem(ACT_BEHIND, old.becomes, new)
    patch.setitem(ACTS, old.name, new)


def without(act: str, *rungs: str) -> Break:
    """The rungs of an act are taken out of its ladder."""

    def broken(patch: pytest.MonkeyPatch) -> None:
        old = ACTS[act]
        left = tuple(rung for rung in old.state if rung.__name__ not in rungs)
        assert len(left) == len(old.state) - len(rungs)
        put(patch, old, left)

    return broken


def owing_nothing(*causes: str) -> Break:
    def broken(patch: pytest.MonkeyPatch) -> None:
        left = tuple(cause for cause in CAUSES if cause.__name__ not in causes)
        assert len(left) == len(CAUSES) - len(causes)
        patch.setattr(worklist, "CAUSES", left)

    return broken


def instead(name: str, function: Callable[..., Any]) -> Break:
    """A part of the decision is something else."""
    return lambda patch: patch.setattr(decide, name, function)


def ended_by(rule: Callable[..., bool]) -> Break:
    """Whether a no ends what was told is decided by something else."""
    return lambda patch: patch.setattr(standing_facts, "ends", rule)


def never_called_for(rungs: tuple[Any, ...]) -> Break:
    left = tuple(rung for rung in collected.WHEN_RECORDED if rung not in rungs)
    return lambda patch: patch.setattr(collected, "WHEN_RECORDED", left)


def any_no(*_: Any) -> bool:
    return True


def no_no(*_: Any) -> bool:
    return False


def everybody_may(*_: Any) -> tuple[()]:
    return ()


def blocks_all(act: Act, finding: Any) -> bool:
    return bool(finding.blocks)


def refuses_nothing(*_: Any) -> bool:
    return False


def writes_when_it_refuses(patch: pytest.MonkeyPatch) -> None:
    right = decide.decide

    def wrong(episode: Any, command: Any, context: Any) -> Any:
        outcome = right(episode, command, context)
        if isinstance(outcome, Refused):
            object.__setattr__(episode, "history", (*episode.history, *episode.history[-1:]))
        return outcome

    patch.setattr(move_execution, "decide", wrong)


def crashes_for_a_leg(patch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    old = ACTS["recovery.record_got_up"]
    put(patch, old, (broken,))


def nobody_who_withdrew_is_closed(patch: pytest.MonkeyPatch) -> None:
    def stop(episode: Any, context: Any) -> Any:
        if episode.way == "withdrawn":
            yield KINDS["preparation.no_consent"](context)

    old = ACTS["closure.close"]
    put(patch, old, (stop, *old.state))


TIME_OUT, STAND, GO = "preparation.time_out", "recovery.permit_standing", "discharge.permit"
CONSENTED, UNASKED = prepared()[-1:], prepared()[:-2]
HURTS = (*HOME, "until the last contact", "called: well")
PLANNED = (*FIRST, *walked(scenario_moves.SEDATED))
TAKES = (*FIRST, *walked(scenario_moves.DRUG))
BACK = (*HOME, *AGAIN[:2])
DRUGS = ("physician_has_judged", "last_dose_is_known", "hold_time_is_over", "drugs_are_stopped")

# what is broken, which invariant reports it, where the exploration begins, with which unusual
# things, and whose it is
TEETH: dict[str, tuple[Break, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "a start asks for no time-out": (
        without("procedure.start", "timed_out"),
        "no_needle_without_a_time_out",
        CHECKED,
        ("procedure started",),
        (),
    ),
    "identity is not asked": (
        without(TIME_OUT, "patient_is_identified"),
        "a_time_out_is_complete",
        (*FIRST, "booked", "comes, and is not identified", *prepared()[2:]),
        ("comes, and is not identified",),
        (),
    ),
    "fever is no hold": (
        without(TIME_OUT, "no_fever_was_measured"),
        "a_time_out_is_complete",
        CHECKED,
        ("fever",),
        (),
    ),
    "red flags are no stop": (
        without(TIME_OUT, "red_flags_are_clear_at_the_table"),
        "a_time_out_is_complete",
        CHECKED,
        ("a red flag on the day",),
        (),
    ),
    "flags are never too old": (
        without(TIME_OUT, "red_flags_were_asked_today"),
        "a_time_out_is_complete",
        (*FIRST, "booked", "until the flags are too old", *prepared()[1:2], *prepared()[3:]),
        ("until the flags are too old", "flags forgotten: infection, temperature"),
        (),
    ),
    "bleeding is not asked": (
        without(TIME_OUT, "bleeding_was_asked"),
        "a_time_out_is_complete",
        (*FIRST, *UNASKED, *CONSENTED),
        (),
        (),
    ),
    "a dose can be of any time": (
        without(TIME_OUT, *DRUGS),
        "a_time_out_is_complete",
        CHECKED,
        ("a drug whose last dose nobody knows",),
        (),
    ),
    "consent is not asked": (
        without(TIME_OUT, "patient_consents"),
        "no_time_out_without_consent",
        CHECKED,
        ("takes the consent back",),
        (),
    ),
    "a patch is booked that nobody decided on": (
        without("booking.book", "patch_was_decided"),
        "no_patch_without_a_decision",
        FIRST[:3],
        ("booked",),
        (),
    ),
    "who withdrew is booked": (
        without("booking.book", "patch_was_decided"),
        "nothing_is_done_to_who_left_or_died",
        FIRST,
        ("withdraws",),
        (),
    ),
    "rest is not asked": (
        without(STAND, "rest_is_over"),
        "nobody_stands_before_the_rest_is_over",
        AT_BED,
        (),
        (),
    ),
    "legs are not asked": (
        without(GO, "neurology_was_examined"),
        "nobody_goes_home_unexamined",
        WALKED,
        (),
        (),
    ),
    "the escort is not asked": (
        without(GO, "awake_enough_after_sedation"),
        "nobody_sedated_goes_home_alone",
        PLANNED,
        (),
        (scenario_moves.SEDATED,),
    ),
    "the drug is forgotten": (
        without(GO, "restart_is_planned"),
        "no_drug_is_forgotten",
        TAKES,
        (),
        (scenario_moves.DRUG,),
    ),
    "an open adverse event does not count": (
        without("clearance.clear", "adverse_events_were_looked_at", "red_flags_are_clear_at_home"),
        "cleared_by_a_physician_with_nothing_open",
        HURTS,
        ("adverse event opened",),
        (),
    ),
    "anybody may": (
        instead("person", everybody_may),
        "what_is_signed_is_signed_by_who_may",
        HOME,
        ("a nurse clears",),
        (),
    ),
    "flags of before the patch count for a repeat": (
        without("repeat.decide", "red_flags_were_asked_again", "reassessed_since_the_patch"),
        "a_repeat_is_decided_anew",
        BACK,
        (),
        (scenario_moves.BACK,),
    ),
    "the next patch can come at once": (
        without("repeat.decide", "some_time_has_passed"),
        "a_repeat_is_decided_anew",
        BACK,
        (),
        (scenario_moves.BACK,),
    ),
    "a refusal writes": (
        writes_when_it_refuses,
        "a_refusal_changes_nothing",
        (*FIRST, *UNASKED),
        (),
        (),
    ),
    "a record is refused by a stop": (
        instead("refuses", blocks_all),
        "a_refusal_says_why",
        (*FIRST, *walked()[:-6]),
        ("takes the consent back",),
        (),
    ),
    "a permit is refused by nothing": (
        instead("refuses", refuses_nothing),
        "nothing_is_accepted_that_may_refuses",
        AT_BED,
        (),
        (),
    ),
    "nobody owes the time-out": (
        owing_nothing("patient_is_prepared"),
        "nobody_is_lost",
        (*FIRST, "booked"),
        (),
        (),
    ),
    "nobody calls": (
        owing_nothing("planned_contact_is_made"),
        "who_went_home_is_followed",
        HOME[:-1],
        (),
        (),
    ),
    "a stop speaks against no decision": (
        without("assessment.decide_patch", "red_flags_are_clear"),
        "a_stop_told_by_any_way_holds_every_permit",
        FIRST[:2],
        ("flags: one that stops",),
        (),
    ),
    "a nurse's no ends a stop": (
        ended_by(any_no),
        "a_stop_never_ends_without_a_physician",
        FIRST[:2],
        ("flags: one that stops",),
        (),
    ),
    "nothing ends a hold": (
        ended_by(no_no),
        "a_hold_that_has_ended_holds_nothing",
        FIRST[:2],
        ("flags: one that holds",),
        (),
    ),
    "nobody asks for the consent that was taken back": (
        never_called_for(withdrawn_consent.WHEN_RECORDED),
        "a_withdrawn_consent_is_never_followed_by_a_silent_injection",
        (*FIRST, *walked()[:-6]),
        ("takes the consent back",),
        (),
    ),
    "nobody owes a weak leg a call": (
        owing_nothing("urgent_fact_at_home_is_answered"),
        "a_nerve_sign_owes_a_physician_within_minutes",
        HOME,
        ("called: a leg is weak",),
        (),
    ),
    "a rule crashes": (crashes_for_a_leg, "nothing_crashes", AT_BED, ("gets up early",), ()),
}


@pytest.mark.parametrize("what", TEETH)
def test_teeth_what_is_broken_is_found(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks, reported, begins, things, who = TEETH[what]
    breaks(monkeypatch)
    found = corner(*begins, who=who, things=things, until=reported)
    names = {name.partition(":")[0] for name in found.ways}
    assert reported in names, found.ways
    ways = [way for name, its in found.ways.items() if name.startswith(reported) for way in its]
    assert len(min(ways, key=len)) <= len(begins) + 5, ways


@pytest.mark.prove
@pytest.mark.parametrize("what", TEETH)
def test_a_sound_core_is_safe_where_the_teeth_are_tried(what: str) -> None:
    _, _, begins, things, who = TEETH[what]
    found = corner(*begins, who=who, things=things)
    assert (found.unsafe, found.dead_ends, found.exhausted) == (0, 0, True), found.ways


def test_teeth_a_dead_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    few = (*scenario_moves.REFERRAL, *scenario_moves.SIGNED)
    assert corner(moves=few).dead_ends == 0  # who is stuck may withdraw
    assert corner(moves=few, things=("withdraws", "died")).dead_ends == 0
    nobody_who_withdrew_is_closed(monkeypatch)
    found = corner(moves=few, things=("withdraws", "died"))
    assert found.dead_ends > 0
    (way, *_) = found.ways["every_state_leads_to_a_signed_closing"]
    assert way[-1] == "withdraws"


def test_each_invariant_has_teeth() -> None:
    bitten = {reported for _, reported, *_ in TEETH.values()}
    assert bitten | {"every_state_leads_to_a_signed_closing"} == set(NAMES)
