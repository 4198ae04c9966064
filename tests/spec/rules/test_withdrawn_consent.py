"""H14: what is done to a patient who took the consent back is the gravest finding there is."""

import pytest
from journey import arrived, assessed, booked, checked, referred, timed_out
from plain_patch import SPACE
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.amendment.commands import StrikeEntries
from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.findings import KINDS, Level
from bloodpatch.pathway.stages.preparation.choices import (
    ConsentItem,
    SignedBy,
)
from bloodpatch.pathway.stages.preparation.commands import RecordConsent, WithdrawConsent
from bloodpatch.pathway.stages.procedure import choices as a
from bloodpatch.pathway.stages.procedure import commands as c
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
from bloodpatch.pathway.stages.referral.commands import RecordDeclined, Withdraw
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer, Count, Dose, FreeText

CODE = "withdrawn_consent.all_the_same"
CONSENT = RecordConsent(signed_by=SignedBy.PATIENT, named=tuple(ConsentItem))
DONE_TO_HER: tuple[Command, ...] = (
    c.StartProcedure(),
    c.RecordPosition(),
    c.RecordCleaned(),
    c.RecordMarked(levels=SPACE),
    c.RecordLocal(drug=Dose.parse("lidocaine 50 mg")),
    c.RecordSedationGiven(),
    c.RecordDraw(),
    c.RecordNeedle(levels=SPACE),
    c.RecordInjection(stayed_sterile=Answer.YES),
    c.RecordPatch(),
)
DONE_FOR_HER: tuple[Command, ...] = (
    c.RecordNeedleOut(),
    c.RecordDiscard(),
    c.RecordEventDuring(kind=a.DuringKind.OTHER),
    c.Abandon(),
    c.RecordPatch(by=a.PatchedBy.ANOTHER_HOSPITAL),
)


@pytest.fixture
def ready(story: Story) -> Story:
    """Consented at 13:55, timed out at 14:05."""
    return timed_out(checked(arrived(booked(assessed(referred(story))))))


def name(command: Command) -> str:
    return command.name


def test_it_is_a_stop_that_nothing_lifts() -> None:
    assert KINDS[CODE].level is Level.STOP
    assert not KINDS[CODE].lifted_by_review


@pytest.mark.parametrize("entry", DONE_TO_HER, ids=name)
def test_each_later_entry_says_so_and_is_a_physicians_work(ready: Story, entry: Command) -> None:
    assert CODE not in ready.copy().physician(entry)
    ready.at("2026-11-16 14:06").nurse(WithdrawConsent())
    for _ in range(2):
        assert ready.wait(minutes=1).physician(entry)[0] == CODE
        assert CODE in ready.episode.history[-1].against
    assert "review.against_a_rule" in ready.owes()


@pytest.mark.parametrize("entry", DONE_FOR_HER, ids=name)
def test_to_stop_and_to_help_is_none(ready: Story, entry: Command) -> None:
    ready.at("2026-11-16 14:06").nurse(WithdrawConsent())
    assert CODE not in ready.wait(minutes=1).physician(entry)


@pytest.mark.parametrize("entry", DONE_TO_HER, ids=name)
@pytest.mark.parametrize(
    ("withdrawn", "said"), [("2026-11-16 14:10", True), ("2026-11-16 14:20", False)]
)
def test_a_withdrawal_that_is_recorded_late_says_so_itself(
    ready: Story, entry: Command, withdrawn: str, said: bool
) -> None:
    ready.at("2026-11-16 14:15").physician(entry)
    ready.at("2026-11-16 15:00")
    codes = ready.nurse(WithdrawConsent(occurred=moment(withdrawn)))
    assert (CODE in codes) is said
    assert (CODE in ready.episode.history[-1].against) is said


@pytest.mark.parametrize(("at", "said"), [("14:15", True), ("14:06", False)])
def test_so_does_an_entry_that_is_recorded_late(ready: Story, at: str, said: bool) -> None:
    ready.at("2026-11-16 14:10").nurse(WithdrawConsent())
    ready.at("2026-11-16 15:00")
    late = c.RecordNeedle(levels=SPACE, occurred=moment(f"2026-11-16 {at}"))
    assert (CODE in ready.physician(late)) is said


def test_a_new_consent_ends_it(ready: Story) -> None:
    ready.at("2026-11-16 14:06").nurse(WithdrawConsent())
    ready.wait(minutes=1).physician(CONSENT)
    assert CODE not in ready.wait(minutes=1).physician(c.RecordNeedle(levels=SPACE))


def test_so_does_a_withdrawal_that_was_entered_in_error(ready: Story) -> None:

    ready.at("2026-11-16 14:06").nurse(WithdrawConsent())
    position = ready.episode.history[-1].position
    struck = StrikeEntries(positions=(Count(position),), reason=FreeText("Another patient."))
    ready.physician(struck)
    assert CODE not in ready.wait(minutes=1).physician(c.RecordNeedle(levels=SPACE))


@pytest.mark.parametrize(
    ("entry", "said"), [(c.RecordDraw(), True), (c.RecordNeedle(levels=SPACE), False)]
)
def test_who_refused_the_own_blood_has_none_drawn(ready: Story, entry: Command, said: bool) -> None:
    refused = RecordConsent(
        signed_by=SignedBy.PATIENT, named=tuple(ConsentItem), blood_use=BloodUse.REFUSED
    )
    ready.at("2026-11-16 14:06").physician(refused)
    assert (CODE in ready.wait(minutes=1).physician(entry)) is said


def test_it_is_said_when_and_what(ready: Story) -> None:
    ready.at("2026-11-16 14:06").nurse(WithdrawConsent())
    ready.at("2026-11-16 14:07").physician(c.RecordNeedle(levels=SPACE))
    injection = c.RecordInjection(stayed_sterile=Answer.YES)
    found = ready.at("2026-11-16 14:08").decide(PHYSICIAN, injection).findings
    assert found[0].says == (
        "Consent was withdrawn at 14:06, and after that: needle placed 14:07, blood injected "
        "14:08. Nothing more is done."
    )


def test_what_is_owed_is_to_stop(ready: Story) -> None:
    ready.at("2026-11-16 14:06").nurse(c.StartProcedure(), c.RecordDraw())
    assert {"procedure.finish", "procedure.blood_waits"} <= set(ready.owes())
    ready.wait(minutes=1).nurse(WithdrawConsent())
    assert "procedure.give_up" in ready.owes()
    assert "procedure.finish" not in ready.owes()


DECLINED = RecordDeclined(what=DeclinedWhat.PATCH)
NOES = {"declines": DECLINED, "leaves": Withdraw()}


@pytest.mark.parametrize("no", NOES)
def test_who_declines_after_the_time_out_is_left_alone(ready: Story, no: str) -> None:
    """The no stands in the referral, and is no less a no."""
    ready.at("2026-11-16 14:06").nurse(NOES[no])
    needle = c.RecordNeedle(levels=SPACE)
    assert CODE in ready.copy().at("2026-11-16 14:07").physician(needle)
    ready.at("2026-11-16 14:08").physician(CONSENT)
    assert CODE not in ready.wait(minutes=1).physician(needle)


def test_what_was_done_before_she_declined_was_not_against_her(ready: Story) -> None:
    ready.at("2026-11-16 14:06").nurse(c.StartProcedure())
    assert CODE not in ready.at("2026-11-16 14:07").nurse(DECLINED)
