"""The blood (T6 T7 T13): drawn from this patient, now, and never more injected than drawn."""

from dataclasses import replace

import pytest
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Material
from bloodpatch.pathway.stages.procedure.choices import BloodSource, DiscardReason, StopReason
from bloodpatch.pathway.stages.procedure.commands import (
    RecordDiscard,
    RecordDraw,
    RecordInjection,
    RecordNeedle,
    RecordPatch,
    RecordSedationGiven,
)
from bloodpatch.pathway.stages.procedure.rules import stayed_in_the_sterile_field
from bloodpatch.pathway.values import Answer, Millilitres


@pytest.fixture
def drawn(marked: Story) -> Story:
    """22 mL were drawn at 14:12, and the needle is in the space."""
    marked.at("2026-11-16 14:12").nurse(RecordDraw(volume_ml_drawn=Millilitres(22)))
    marked.physician(RecordNeedle())
    return marked


@pytest.mark.parametrize(
    ("drawn", "codes"),
    [
        ("19.5", ["procedure.drawn_outside"]),
        ("20", []),
        ("25", []),
        ("25.5", ["procedure.drawn_outside"]),
    ],
)
def test_the_drawn_volume_is_compared_with_the_protocol(
    marked: Story, drawn: str, codes: list[str]
) -> None:
    """T6: 20 to 25 mL; anything else is recorded, and said."""
    assert marked.nurse(RecordDraw(volume_ml_drawn=Millilitres(drawn))) == codes


def test_never_more_is_injected_than_was_drawn(drawn: Story) -> None:
    """T7. The refusal names the entry to correct first."""
    drawn.wait(minutes=1)
    command = RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres("22.5"))
    assert drawn.refuses(PHYSICIAN, command) == ["procedure.more_than_drawn"]
    (finding,) = drawn.decide(PHYSICIAN, command).findings[:1]
    assert finding.clears == "Correct the draw of 14:12 first, or this volume."
    assert drawn.physician(replace(command, volume_ml_injected=Millilitres(22))) == [
        "procedure.stop_not_told"
    ]


def test_two_injections_share_what_was_drawn(drawn: Story) -> None:
    drawn.wait(minutes=1).physician(
        RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(12))
    )
    drawn.wait(minutes=1)
    too_much = RecordInjection(
        stayed_sterile=Answer.YES, volume_by_site=(Millilitres(6), Millilitres(5))
    )
    assert drawn.refuses(PHYSICIAN, too_much) == ["procedure.more_than_drawn"]
    drawn.physician(
        RecordInjection(stayed_sterile=Answer.YES, volume_by_site=(Millilitres(5), Millilitres(5)))
    )
    assert drawn.episode.now.procedure.volume_injected == 22


def test_an_injection_without_a_recorded_draw_is_recorded_and_looked_at(marked: Story) -> None:
    """T13: whose blood was it?"""
    assert marked.physician(
        RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(20))
    ) == ["procedure.no_draw"]
    assert "review.against_a_rule" in marked.owes()


def test_blood_that_was_thrown_away_does_not_count(drawn: Story) -> None:
    drawn.wait(minutes=1).nurse(RecordDiscard(reason=DiscardReason.LEFT_FIELD))
    drawn.wait(minutes=1)
    codes = drawn.physician(
        RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(20))
    )
    assert codes == ["procedure.no_draw"]


def test_a_new_draw_counts_from_nothing(drawn: Story) -> None:
    drawn.wait(minutes=1).nurse(RecordDiscard())
    drawn.wait(minutes=1).nurse(RecordDraw(volume_ml_drawn=Millilitres(20)))
    too_much = RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(21))
    assert drawn.refuses(PHYSICIAN, too_much) == ["procedure.more_than_drawn"]


@pytest.mark.parametrize(("minutes", "codes"), [(5, []), (6, ["procedure.waited_too_long"])])
def test_the_blood_goes_in_at_once(drawn: Story, minutes: int, codes: list[str]) -> None:
    """T7 T13: five minutes from the draw, in every protocol that is shipped."""
    drawn.wait(minutes=minutes)
    assert (
        drawn.physician(
            RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(20))
        )
        == codes
    )


def test_the_beginning_of_the_injection_counts_if_it_was_told(drawn: Story) -> None:
    drawn.wait(minutes=7)
    begun = moment("2026-11-16 14:15")
    assert drawn.physician(RecordInjection(stayed_sterile=Answer.YES, started=begun)) == []


def test_an_interval_is_not_made_up_from_a_time_that_is_not_known(drawn: Story) -> None:
    drawn.wait(hours=1)
    assert (
        drawn.physician(
            RecordInjection(stayed_sterile=Answer.YES, occurred=moment("2026-11-16 15h"))
        )
        == []
    )


def test_a_second_open_draw_in_the_room_is_said_at_both_ends(marked: Story) -> None:
    """T13: two patients' blood on one table is how it gets swapped."""
    marked.facts = replace(marked.facts, other_open_draws=1)
    assert marked.nurse(RecordDraw()) == ["procedure.other_draw"]
    marked.physician(RecordNeedle())
    assert marked.physician(RecordInjection(stayed_sterile=Answer.YES)) == ["procedure.other_draw"]


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (Answer.YES, []),
        (Answer.NO, ["procedure.left_the_field"]),
        (Answer.NOT_ASKED, ["procedure.field_not_told"]),
        (None, ["procedure.field_not_told"]),
    ],
)
def test_blood_that_left_the_sterile_field_and_went_in_is_looked_at(
    drawn: Story, said: Answer | None, codes: list[str]
) -> None:
    """T13: that it stayed there is confirmed, and not taken for granted."""
    assert drawn.physician(RecordInjection(stayed_sterile=said)) == codes


def test_of_glue_nobody_asks_it(drawn: Story) -> None:
    glue = RecordInjection(material=Material.FIBRIN_GLUE)
    asked = stayed_in_the_sterile_field(drawn.episode, glue, drawn.context(PHYSICIAN))
    assert list(asked) == []
    assert drawn.physician(glue) == ["procedure.not_own_blood"]


@pytest.mark.parametrize(
    ("material", "codes"),
    [
        (Material.AUTOLOGOUS_BLOOD, []),
        (Material.NOT_TOLD, []),
        (Material.ALLOGENEIC_BLOOD, ["procedure.not_own_blood"]),
        (Material.FIBRIN_GLUE, ["procedure.not_own_blood"]),
    ],
)
def test_anything_but_the_patients_own_blood_is_recorded_and_looked_at(
    drawn: Story, material: Material, codes: list[str]
) -> None:
    """T1 T13: here, and in a report of another place."""
    assert (
        drawn.copy().physician(RecordInjection(stayed_sterile=Answer.YES, material=material))
        == codes
    )
    assert drawn.physician(RecordPatch(material=material)) == codes


def test_glue_needs_no_draw(marked: Story) -> None:
    marked.nurse(RecordDraw(source=BloodSource.DONOR), RecordDiscard())
    assert marked.physician(
        RecordNeedle(), RecordInjection(stayed_sterile=Answer.YES, material=Material.FIBRIN_GLUE)
    ) == ["procedure.not_own_blood"]


def test_a_donor_is_noticed_at_the_draw(marked: Story) -> None:
    draw = RecordDraw(source=BloodSource.DONOR)
    (finding,) = marked.decide(NURSE, draw).findings
    assert finding.says == "Blood of a donor: not the patient's own blood."
    assert marked.nurse(draw) == ["procedure.not_own_blood"]
    assert marked.episode.now.procedure.material is Material.ALLOGENEIC_BLOOD


@pytest.mark.parametrize(
    ("injected", "reason", "codes"),
    [
        (20, None, []),
        (15, None, ["procedure.stop_not_told"]),
        (15, StopReason.BACK_PRESSURE, []),
        (30, StopReason.VOLUME_REACHED, []),
        (31, StopReason.VOLUME_REACHED, ["procedure.injected_much"]),
    ],
)
def test_what_differs_from_the_plan_has_its_reason(
    marked: Story, injected: int, reason: StopReason | None, codes: list[str]
) -> None:
    """T7: why it stopped there."""
    marked.nurse(RecordDraw())
    marked.physician(RecordNeedle())
    command = RecordInjection(
        stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(injected), stop_reason=reason
    )
    assert marked.physician(command) == codes


def test_an_injection_cannot_come_before_the_draw(drawn: Story) -> None:
    """Also when it is recorded later: one of the two times is wrong."""
    drawn.wait(minutes=10)
    early = RecordInjection(stayed_sterile=Answer.YES, occurred=moment("2026-11-16 14:11"))
    assert drawn.refuses(PHYSICIAN, early) == ["procedure.before_the_draw"]
    begun_early = RecordInjection(stayed_sterile=Answer.YES, started=moment("2026-11-16 14:11"))
    assert drawn.refuses(PHYSICIAN, begun_early) == ["procedure.before_the_draw"]


def test_a_draw_entered_late_with_its_time_is_where_it_belongs(marked: Story) -> None:
    marked.physician(
        RecordNeedle(),
        RecordInjection(stayed_sterile=Answer.YES, volume_ml_injected=Millilitres(20)),
    )
    marked.wait(minutes=10)
    late = RecordDraw(volume_ml_drawn=Millilitres(22), occurred=moment("2026-11-16 14:09"))
    assert marked.nurse(late) == ["procedure.earlier_steps"]
    assert marked.episode.now.procedure.volume_drawn == 22


def test_an_injection_cannot_end_before_it_begins(drawn: Story) -> None:
    drawn.wait(minutes=10)
    turned = RecordInjection(
        stayed_sterile=Answer.YES,
        started=moment("2026-11-16 14:16"),
        ended=moment("2026-11-16 14:14"),
    )
    assert drawn.refuses(PHYSICIAN, turned) == ["procedure.ended_before_it_began"]


def test_a_report_that_contradicts_itself_is_not_filed(story: Story) -> None:
    report = RecordPatch(drawn_ml=Millilitres(10), volume_ml_injected=Millilitres(15))
    assert story.refuses(PHYSICIAN, report) == ["procedure.more_than_drawn"]


def test_sedation_that_nobody_decided_is_recorded_and_looked_at(ready: Story) -> None:
    """T5: a physician decides before it is given."""
    assert ready.physician(RecordSedationGiven()) == ["procedure.sedation_not_decided"]
    assert ready.episode.now.procedure.sedated(frozenset())
