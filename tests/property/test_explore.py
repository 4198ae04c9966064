"""Every state of a small clinic, and the teeth of what is asked there.

The usual ways are explored once; with an unusual thing (the small and the large domain) under
BLOODPATCH_PROVE=1. The teeth: for each invariant a rule of the core is taken away, and the
exploration of one corner finds that, with a way to it.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bloodpatch.doors.console.explore import domain as d
from bloodpatch.doors.console.explore import taking
from bloodpatch.doors.console.explore.domains import (
    AGAIN,
    FIRST,
    SMALL,
    gone_home,
    patient,
    prepared,
    walked,
)
from bloodpatch.doors.console.explore.invariants import NAMES
from bloodpatch.doors.console.explore.search import Found, Search
from bloodpatch.doors.console.main import guarded
from bloodpatch.pathway import decide, worklist
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.decide import Refused
from bloodpatch.pathway.findings import KINDS
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
    unusual: int = 1,
    moves: Sequence[Any] = d.MOVES,
    until: str | None = None,
) -> Found:
    """What is found from here on, up to the first step that breaks the one that is named."""
    domain = replace(SMALL, moves=tuple(moves))
    begins = patient(*who, unusual=unusual, done=done)
    return Search(domain, begins, domain.rules).run(until=until)


def without(act: str, *rungs: str) -> Break:
    """The rungs of an act are taken out of its ladder."""

    def broken(patch: pytest.MonkeyPatch) -> None:
        old = ACTS[act]
        left = tuple(rung for rung in old.state if rung.__name__ not in rungs)
        assert len(left) == len(old.state) - len(rungs)
        patch.setitem(ACTS, act, replace(old, state=left))

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

    patch.setattr(taking, "decide", wrong)


def crashes_for_a_leg(patch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    old = ACTS["recovery.record_got_up"]
    patch.setitem(ACTS, old.name, replace(old, state=(broken,)))


def nobody_who_withdrew_is_closed(patch: pytest.MonkeyPatch) -> None:
    def stop(episode: Any, context: Any) -> Any:
        if episode.way == "withdrawn":
            yield KINDS["preparation.no_consent"](context)

    old = ACTS["closure.close"]
    patch.setitem(ACTS, old.name, replace(old, state=(stop, *old.state)))


TIME_OUT, STAND, GO = "preparation.time_out", "recovery.permit_standing", "discharge.permit"
UNIDENTIFIED = (*FIRST, "booked", "comes, and is not identified", *prepared()[2:])
HURTS = (*HOME, "adverse event opened", "until the last contact", "called: well")
PLANNED = (*FIRST, *walked(d.SEDATED))
TAKES = (*FIRST, *walked(d.DRUG))
BACK = (*HOME, *AGAIN[:2])
PLAIN: tuple[str, ...] = ()
GIVES_A_DRUG, SLEEPS, RETURNS = (d.DRUG,), (d.SEDATED,), (d.BACK,)

# what is broken, which invariant reports it, and where the exploration begins
TEETH: dict[str, tuple[Break, str, tuple[str, ...], tuple[str, ...]]] = {
    "a start asks for no time-out": (
        without("procedure.start", "timed_out"),
        "no_needle_without_a_time_out",
        CHECKED,
        PLAIN,
    ),
    "identity is not asked": (
        without(TIME_OUT, "patient_is_identified"),
        "a_time_out_is_complete",
        UNIDENTIFIED,
        PLAIN,
    ),
    "fever is no hold": (
        without(TIME_OUT, "no_fever"),
        "a_time_out_is_complete",
        CHECKED,
        PLAIN,
    ),
    "red flags are no stop": (
        without(TIME_OUT, "red_flags_are_clear"),
        "a_time_out_is_complete",
        CHECKED,
        PLAIN,
    ),
    "flags are never too old": (
        without(TIME_OUT, "red_flags_were_asked_today"),
        "a_time_out_is_complete",
        CHECKED,
        PLAIN,
    ),
    "drugs and bleeding are not asked": (
        without(TIME_OUT, "clotting_is_clear"),
        "a_time_out_is_complete",
        CHECKED,
        PLAIN,
    ),
    "consent is not asked": (
        without(TIME_OUT, "patient_consents"),
        "no_time_out_without_consent",
        CHECKED,
        PLAIN,
    ),
    "a patch is booked that nobody decided on": (
        without("booking.book", "patch_was_decided"),
        "no_patch_without_a_decision",
        FIRST[:3],
        PLAIN,
    ),
    "who withdrew is booked": (
        without("booking.book", "patch_was_decided"),
        "nothing_is_done_to_who_left_or_died",
        (*FIRST, "withdraws"),
        PLAIN,
    ),
    "rest is not asked": (
        without(STAND, "rest_is_over"),
        "nobody_stands_before_the_rest_is_over",
        AT_BED,
        PLAIN,
    ),
    "legs are not asked": (
        without(GO, "neurology_was_examined"),
        "nobody_goes_home_unexamined",
        WALKED,
        PLAIN,
    ),
    "the escort is not asked": (
        without(GO, "awake_enough_after_sedation"),
        "nobody_sedated_goes_home_alone",
        PLANNED,
        SLEEPS,
    ),
    "the drug is forgotten": (
        without(GO, "restart_is_planned"),
        "no_drug_is_forgotten",
        TAKES,
        GIVES_A_DRUG,
    ),
    "an open adverse event does not count": (
        without("clearance.clear", "adverse_events_were_looked_at"),
        "cleared_by_a_physician_with_nothing_open",
        HURTS,
        PLAIN,
    ),
    "anybody may": (
        instead("person", everybody_may),
        "what_is_signed_is_signed_by_who_may",
        HOME,
        PLAIN,
    ),
    "flags of before the patch count for a repeat": (
        without("repeat.decide", "red_flags_were_asked_again", "reassessed_since_the_patch"),
        "a_repeat_is_decided_anew",
        BACK,
        RETURNS,
    ),
    "the next patch can come at once": (
        without("repeat.decide", "some_time_has_passed"),
        "a_repeat_is_decided_anew",
        BACK,
        RETURNS,
    ),
    "a refusal writes": (
        writes_when_it_refuses,
        "a_refusal_changes_nothing",
        CHECKED,
        PLAIN,
    ),
    "a record is refused by a hold": (
        instead("refuses", blocks_all),
        "a_refusal_says_why",
        AT_BED,
        PLAIN,
    ),
    "a permit is refused by nothing": (
        instead("refuses", refuses_nothing),
        "nothing_is_accepted_that_may_refuses",
        AT_BED,
        PLAIN,
    ),
    "nobody owes the time-out": (
        owing_nothing("patient_is_prepared"),
        "nobody_is_lost",
        (*FIRST, "booked"),
        PLAIN,
    ),
    "nobody calls": (
        owing_nothing("planned_contact_is_made"),
        "who_went_home_is_followed",
        HOME[:-1],
        PLAIN,
    ),
    "a rule crashes": (crashes_for_a_leg, "nothing_crashes", AT_BED, PLAIN),
}


@pytest.mark.prove
@pytest.mark.parametrize("what", TEETH)
def test_teeth_what_is_broken_is_found(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    breaks, reported, begins, who = TEETH[what]
    breaks(monkeypatch)
    found = corner(*begins, who=who, until=reported)
    names = {name.partition(":")[0] for name in found.ways}
    assert reported in names, found.ways
    ways = [way for name, its in found.ways.items() if name.startswith(reported) for way in its]
    assert len(ways[0]) <= len(begins) + 5, ways


def test_teeth_a_dead_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    few = (*d.REFERRAL, *d.SIGNED)
    assert corner(moves=few).dead_ends == 0
    nobody_who_withdrew_is_closed(monkeypatch)
    found = corner(moves=few)
    assert found.dead_ends > 0
    (way, *_) = found.ways["every_state_leads_to_a_signed_closing"]
    assert way[-1] == "withdraws"


def test_each_invariant_has_teeth() -> None:
    bitten = {reported for _, reported, _, _ in TEETH.values()}
    assert bitten | {"every_state_leads_to_a_signed_closing"} == set(NAMES)


@pytest.mark.prove
@pytest.mark.parametrize(
    ("begins", "who"),
    [(CHECKED, PLAIN), (AT_BED, PLAIN), (TAKES, GIVES_A_DRUG), (PLANNED, SLEEPS)],
)
def test_a_sound_core_is_safe_in_each_corner(begins: tuple[str, ...], who: tuple[str, ...]) -> None:
    found = corner(*begins, who=who, unusual=0)
    assert (found.unsafe, found.dead_ends, found.exhausted) == (0, 0, True), found.ways


def explored(name: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    code = guarded(["explore", "--json", "--domain", name])
    figures: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert figures["ways"] == {}
    assert code == 0
    return figures


def test_every_state_of_the_short_domain_is_safe(capsys: pytest.CaptureFixture[str]) -> None:
    figures = explored("short", capsys)
    assert figures["states"] >= 2_800
    assert (figures["exhausted"], figures["unsafe"], figures["dead_ends"]) == (True, 0, 0)


@pytest.mark.prove
def test_every_state_of_the_small_domain_is_safe(capsys: pytest.CaptureFixture[str]) -> None:
    assert explored("small", capsys)["states"] >= 50_000


@pytest.mark.prove
def test_every_state_of_the_large_domain_is_safe(
    capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    figures = explored("large", capsys)
    for name in ("states", "transitions", "unsafe", "dead_ends", "seconds"):
        record_property(name.replace("_", " "), figures[name])
    assert figures["exhausted"]
