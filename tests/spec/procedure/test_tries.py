"""Which try it is, and which blood (T13): what was given up or thrown away counts no more."""

import pytest
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Material
from bloodpatch.pathway.stages.procedure.choices import BloodSource, DuringKind, PatchedBy
from bloodpatch.pathway.stages.procedure.commands import (
    Abandon,
    RecordCleaned,
    RecordDiscard,
    RecordDraw,
    RecordEventDuring,
    RecordInjection,
    RecordLocal,
    RecordNeedle,
    RecordNeedleOut,
    RecordPatch,
    RecordPosition,
    RecordSedationGiven,
    StartProcedure,
)
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Millilitres


def draw(ml: int) -> RecordDraw:
    return RecordDraw(volume_ml_drawn=Millilitres(ml))


def inject(ml: int, **said: Material) -> RecordInjection:
    return RecordInjection(volume_ml_injected=Millilitres(ml), **said)


@pytest.mark.parametrize(
    ("entry", "begins"),
    [
        (StartProcedure(), True),
        (RecordPosition(), True),
        (RecordDraw(), True),
        (RecordNeedle(), True),
        (RecordInjection(), True),
        (RecordCleaned(), False),
        (RecordLocal(), False),
        (RecordSedationGiven(), False),
        (RecordNeedleOut(), False),
        (RecordDiscard(), False),
        (RecordEventDuring(kind=DuringKind.VASOVAGAL), False),
    ],
    ids=lambda entry: getattr(entry, "name", ""),
)
@pytest.mark.parametrize("before", [(), (draw(22),)], ids=["nothing else", "blood drawn"])
def test_what_begins_another_try_after_one_that_was_given_up(
    ready: Story, before: tuple[Command, ...], entry: Command, begins: bool
) -> None:
    """A needle that comes out, or a faint, still belongs to the try that was given up."""
    ready.physician(*before, Abandon())
    ready.wait(minutes=5).physician(entry)
    attempt = ready.episode.now.procedure.attempt
    assert [h.event.name for h in attempt.events if h.event.name == "procedure.abandoned"] == (
        [] if begins else ["procedure.abandoned"]
    )
    assert len(attempt.events) == (1 if begins else len(before) + 2)


@pytest.mark.parametrize("entry", [RecordPosition(), RecordDraw()])
def test_a_try_that_began_again_has_not_ended(ready: Story, entry: Command) -> None:
    ready.physician(Abandon())
    assert ready.episode.now.procedure.finished
    ready.wait(minutes=5).physician(entry)
    assert not ready.episode.now.procedure.finished


ELSEWHERE = PatchedBy.ANOTHER_HOSPITAL


@pytest.mark.parametrize(
    ("entries", "drawn", "injected"),
    [
        ((draw(22), inject(20)), 22, 20),
        ((draw(22), RecordDiscard()), None, None),
        ((draw(22), RecordDiscard(), draw(20), inject(18)), 20, 18),
        ((draw(22), RecordDiscard(), draw(21), RecordDiscard(), draw(20)), 20, None),
        ((draw(10), draw(12), inject(10), inject(11)), 22, 21),
        ((draw(10), RecordDraw(), inject(10), RecordInjection()), None, None),
        ((RecordPatch(volume_ml_injected=Millilitres(18)),), None, 18),
        ((RecordPatch(volume_ml_injected=Millilitres(18), by=ELSEWHERE),), None, None),
    ],
)
def test_how_much_was_drawn_and_injected(
    ready: Story, entries: tuple[Command, ...], drawn: int | None, injected: int | None
) -> None:
    """Only what was drawn since blood was last thrown away counts; None is not known."""
    for entry in entries:
        ready.wait(minutes=1).physician(entry)
    procedure = ready.episode.now.procedure
    assert (procedure.volume_drawn, procedure.volume_injected) == (drawn, injected)


@pytest.mark.parametrize(
    ("first", "then", "refused"),
    [
        (inject(10), 12, []),
        (inject(10), 13, ["procedure.more_than_drawn"]),
        (inject(10, material=Material.FIBRIN_GLUE), 22, []),
        (inject(10, material=Material.ALLOGENEIC_BLOOD), 13, ["procedure.more_than_drawn"]),
        (inject(10, material=Material.NOT_TOLD), 13, ["procedure.more_than_drawn"]),
        (RecordInjection(), 22, []),
        (RecordInjection(), 23, ["procedure.more_than_drawn"]),
    ],
)
def test_what_went_in_before_of_the_blood_at_hand_counts(
    ready: Story, first: RecordInjection, then: int, refused: list[str]
) -> None:
    """As far as its volume was told; glue takes none of the blood."""
    ready.physician(draw(22))
    ready.wait(minutes=1).physician(first)
    found = ready.wait(minutes=1).decide(PHYSICIAN, inject(then)).findings
    assert [f.code for f in found if f.kind.refuses_record] == refused


def test_of_two_draws_the_later_one_is_named_and_asked_whose_it_was(ready: Story) -> None:
    ready.at("2026-11-16 14:10").nurse(draw(10))
    ready.at("2026-11-16 14:12").nurse(
        RecordDraw(volume_ml_drawn=Millilitres(10), source=BloodSource.DONOR)
    )
    procedure = ready.episode.now.procedure
    assert procedure.draw is not None
    assert procedure.draw.occurred.at == moment("2026-11-16 14:12").at
    assert procedure.material is Material.ALLOGENEIC_BLOOD


@pytest.mark.parametrize(
    ("by", "elsewhere"),
    [(None, False), (PatchedBy.THIS_CLINIC, False), (PatchedBy.ANOTHER_PHYSICIAN, True)],
)
def test_a_patch_that_was_given_here_is_none_of_elsewhere(
    ready: Story, by: PatchedBy | None, elsewhere: bool
) -> None:
    ready.physician(RecordPatch(by=by))
    procedure = ready.episode.now.procedure
    assert (bool(procedure.elsewhere), procedure.begun) == (elsewhere, not elsewhere)
    assert ("procedure.patched_elsewhere" in ready.owes()) is elsewhere


def test_of_several_draws_the_longest_known_wait_counts(ready: Story) -> None:
    """T13: of the first only the day is known; the second waited too long."""
    ready.at("2026-11-16 14:20").nurse(RecordDraw(drawn_at=moment("2026-11-16")))
    ready.nurse(RecordDraw())
    ready.wait(minutes=1).nurse(RecordDraw())
    ready.at("2026-11-16 15:20").physician(RecordNeedle())
    assert "procedure.blood_too_old" in ready.physician(RecordInjection())


def test_what_is_left_of_a_draw_waits_like_the_rest_of_it(ready: Story) -> None:
    """T13: the second half of the blood goes in an hour later."""
    ready.at("2026-11-16 14:20").nurse(draw(22))
    ready.physician(RecordNeedle())
    ready.wait(minutes=2).physician(inject(10))
    assert "procedure.blood_too_old" in ready.wait(minutes=60).physician(inject(10))


def test_no_interval_is_made_up_from_an_hour(ready: Story) -> None:
    """T13: drawn at some time of that hour is not known to have waited too long."""
    ready.at("2026-11-16 15:20").nurse(RecordDraw(drawn_at=moment("2026-11-16 14h")))
    codes = ready.physician(RecordNeedle(), RecordInjection(started=moment("2026-11-16 15:20")))
    assert "procedure.waited_too_long" not in codes
    assert "procedure.blood_too_old" not in codes


def test_the_time_that_was_told_for_draw_and_injection_counts(ready: Story) -> None:
    """T13: not when somebody wrote it down."""
    ready.at("2026-11-16 14:30").nurse(RecordDraw(drawn_at=moment("2026-11-16 14:12")))
    ready.physician(RecordNeedle())
    told = RecordInjection(started=moment("2026-11-16 14:20"))
    (waited,) = (
        f for f in ready.decide(PHYSICIAN, told).findings if f.code == "procedure.waited_too_long"
    )
    assert waited.says.startswith("8 minutes from the draw to the injection")
