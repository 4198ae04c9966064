"""One patient's way through the treatment, stage by stage, with nothing unusual.
Each step takes a story that has done the step before. Every entry is given by whoever gives it in
the clinic, and is accepted without a finding: `plainly` sees to that."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from story import FRONT_DESK, NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answers

if TYPE_CHECKING:
    from bloodpatch.pathway.stages.followup.commands import RecordContact
    from bloodpatch.pathway.stages.preparation.choices import Identifier
    from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut


def plainly(story: Story, role: Role, *commands: Command) -> None:
    """Give commands that are accepted with nothing at all to say about them."""
    for command in commands:
        codes = story.does(role, command)
        assert codes == [], f"{command.name}: {codes}"


# referral


def referred(story: Story) -> Story:
    """A labour epidural on Friday, a headache since Saturday; read and sorted at 08:20."""
    from bloodpatch.pathway.clinical import Setting, Specialty, Urgency
    from bloodpatch.pathway.stages.referral import choices as a
    from bloodpatch.pathway.stages.referral import commands as c
    from bloodpatch.pathway.values import Answer, Needle, SpinalLevel

    receive = c.Receive(received_from=Specialty.OBSTETRICS, setting=Setting.HOME)
    puncture = c.RecordPuncture(
        punctured_at=moment("2026-11-13 16:10"),
        technique=a.Technique.EPIDURAL,
        purpose=a.Purpose.LABOUR_ANALGESIA,
        recognised=Answer.YES,
        dura=a.Dura.PUNCTURED,
        needle=Needle.parse("17G tuohy"),
        level=SpinalLevel("L3/4"),
    )
    plainly(story.at("2026-11-16 08:00"), FRONT_DESK, receive)
    plainly(story.at("2026-11-16 08:20"), NURSE, c.Sort(urgency=Urgency.SOON), puncture)
    plainly(story, NURSE, c.RecordOnset(onset_at=moment("2026-11-14 09:00")))
    return story


# assessment


def assessed(story: Story) -> Story:
    """Worse upright, no red flag among all that are asked; a patch is decided at 09:30."""
    from bloodpatch.pathway.stages.assessment import choices as a
    from bloodpatch.pathway.stages.assessment import commands as c
    from bloodpatch.pathway.values import Answer, BloodPressure, Celsius, Count, Pain, PainPosition

    headache = c.RecordHeadache(
        pain_lying=Pain(2, PainPosition.LYING),
        pain_upright=Pain(8, PainPosition.UPRIGHT),
        position_dependent=Answer.YES,
        function=a.Function.BED_BOUND,
    )
    vitals = c.RecordVitals(
        temperature=Celsius.parse("36.8"), blood_pressure=BloodPressure(118, 74)
    )
    obstetric = c.RecordObstetric(state=a.ObstetricState.POSTPARTUM, days_since_birth=Count(3))
    screen = c.ScreenRedFlags(flags=no_red_flags())
    plainly(story.at("2026-11-16 09:00"), NURSE, headache, vitals, obstetric, screen)
    decision = c.DecidePatch(basis=(a.Basis.DISABLING, a.Basis.CONSERVATIVE_FAILED))
    plainly(story.at("2026-11-16 09:30"), PHYSICIAN, decision)
    return story


def no_red_flags() -> Answers:
    """Every flag of the bedside list asked, and answered with no."""
    from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
    from bloodpatch.pathway.values import Answer

    return Answers(dict.fromkeys(RED_FLAGS_ASKED, Answer.NO))


# booking


def booked(story: Story) -> Story:
    """Expected at 13:30 on the same day."""
    from bloodpatch.pathway.codes import Code
    from bloodpatch.pathway.stages.booking.commands import Book

    slot = Book(
        room=Code("room-1"),
        physician=Code("physician-1"),
        bay=Code("bay-b"),
        starts=moment("2026-11-16 13:30"),
    )
    plainly(story.at("2026-11-16 09:40"), FRONT_DESK, slot)
    return story


# preparation


def arrived(story: Story) -> Story:
    """She has come and has said who she is."""
    from bloodpatch.pathway.stages.preparation import choices as a
    from bloodpatch.pathway.stages.preparation import commands as c

    identity = (a.Identifier.NAME, a.Identifier.DATE_OF_BIRTH)
    plainly(story.at("2026-11-16 13:30"), FRONT_DESK, c.RecordArrival(identity=identity))
    return story


def unremarkable() -> dict[str, Any]:
    """Legs, feeling, saddle and bladder: examined, and normal."""
    from bloodpatch.pathway.clinical import Examined, LegRaise, Power

    return {
        "straight_leg_left": LegRaise.NORMAL,
        "straight_leg_right": LegRaise.NORMAL,
        "power_left": Power(5),
        "power_right": Power(5),
        "sensation": Examined.NORMAL,
        "saddle": Examined.NORMAL,
        "bladder": Examined.NORMAL,
    }


def checked(story: Story) -> Story:
    """Everything that the time-out asks for, asked and examined; nothing is wrong."""
    from bloodpatch.pathway.clinical import Examined
    from bloodpatch.pathway.stages.preparation import choices as a
    from bloodpatch.pathway.stages.preparation import commands as c
    from bloodpatch.pathway.values import (
        Answer,
        ApaisAnxiety,
        BeatsPerMinute,
        BloodPressure,
        Celsius,
        SpO2Percent,
    )

    examined = c.RecordNeurology(**unremarkable(), gait=Examined.NORMAL)
    vitals = c.RecordVitals(
        temperature=Celsius.parse("36.7"),
        blood_pressure=BloodPressure(121, 76),
        heart_rate=BeatsPerMinute(74),
        spo2=SpO2Percent(99),
    )
    asked = ("bleeding_history", "antithrombotic", "antiplatelet", "long_on_heparin")
    bleeding = c.RecordBleedingHistory(**dict.fromkeys(asked, Answer.NO))
    plainly(
        story.at("2026-11-16 13:40"),
        NURSE,
        c.ScreenAgain(flags=no_red_flags(), infection=Answer.NO),
        vitals,
        examined,
        bleeding,
        c.RecordAllergies(allergies=(Allergy.NONE,)),
        c.RecordAnxiety(anxiety=ApaisAnxiety(6)),
    )
    consent = c.RecordConsent(
        signed_by=a.SignedBy.PATIENT, named=tuple(a.ConsentItem), blood_use=BloodUse.ACCEPTED
    )
    plainly(story.at("2026-11-16 13:55"), PHYSICIAN, consent)
    return story


def time_out(*identity: "Identifier") -> "TakeTimeOut":
    """All that is said aloud; the patient is who she is by name and date of birth, unless told."""
    from bloodpatch.pathway.codes import Code
    from bloodpatch.pathway.stages.preparation.choices import Identifier
    from bloodpatch.pathway.stages.preparation.commands import TakeTimeOut
    from bloodpatch.pathway.values import Answer, SpinalLevel

    return TakeTimeOut(
        identity=identity or (Identifier.NAME, Identifier.DATE_OF_BIRTH),
        level=SpinalLevel("L3/4"),
        allergies_read=Answer.YES,
        physician=Code("physician-1"),
        second=Code("nurse-1"),
    )


def timed_out(story: Story) -> Story:
    """Everybody stops and says it aloud, at 14:05."""
    plainly(story.at("2026-11-16 14:05"), NURSE, time_out())
    return story


def prepared(story: Story) -> Story:
    """Arrived, checked, timed out."""
    return timed_out(checked(arrived(story)))


# procedure


def ready_for_a_patch(story: Story) -> Story:
    """The drugs and the time-out alone, where a story begins in the procedure room."""
    from bloodpatch.pathway.stages.preparation.choices import Identifier
    from bloodpatch.pathway.stages.preparation.events import (
        BleedingHistoryRecorded,
        TimeOutTaken,
    )
    from bloodpatch.pathway.values import Answer

    asked = BleedingHistoryRecorded(antithrombotic=Answer.NO, antiplatelet=Answer.NO)
    return story.given(asked, TimeOutTaken(identity=(Identifier.NAME, Identifier.DATE_OF_BIRTH)))


def patched(story: Story) -> Story:
    """Blood drawn and injected in the order of the protocol; the needle is out at 14:20."""
    from plain_patch import steps

    from bloodpatch.pathway.codes import Code
    from bloodpatch.pathway.stages.procedure.commands import StartProcedure

    plainly(story.at("2026-11-16 14:06"), NURSE, StartProcedure(room=Code("room-1")))
    todo = steps(story.protocol)
    for minute, (role, command) in enumerate(todo, start=21 - len(todo)):
        plainly(story.at(f"2026-11-16 14:{minute}"), role, command)
    return story


# recovery


def recovered(story: Story) -> Story:
    """Rested from 14:25 with the observations of the protocol; stood and walked."""
    from bloodpatch.pathway.stages.recovery import commands as r
    from bloodpatch.pathway.stages.recovery.statements import Legs, Walked

    minutes = story.protocol.recovery.rest_minutes
    plainly(story.at("2026-11-16 14:25"), NURSE, r.StartRest())
    for minute in story.protocol.recovery.observation_minutes:
        if minute <= minutes:
            story.at("2026-11-16 14:25").wait(minutes=minute)
            plainly(story, NURSE, r.RecordObservations(legs=Legs.NORMAL))
    story.at("2026-11-16 14:25").wait(minutes=minutes)
    walked = r.RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE)
    assert story.does(NURSE, r.PermitStanding()) in ([], ["recovery.rest_short"])
    plainly(story, NURSE, walked)
    return story


# discharge


def normal_legs() -> Command:
    """Examined before going home."""
    from bloodpatch.pathway.stages.discharge.commands import RecordNeurology

    return RecordNeurology(**unremarkable())


def instructions(language: str = "en") -> Command:
    from bloodpatch.pathway.clinical import Warning as WarnedOf
    from bloodpatch.pathway.codes import Code
    from bloodpatch.pathway.stages.discharge.commands import RecordInstructions
    from bloodpatch.pathway.values import Answer

    return RecordInstructions(
        language=Code(language),
        leaflet=Code("after-1"),
        in_person=Answer.YES,
        read_back=Answer.YES,
        warned_of=tuple(WarnedOf),
        return_route=Answer.YES,
    )


def discharged(story: Story) -> Story:
    """Examined, instructed, permitted, and gone home with an adult ten minutes after walking."""
    from bloodpatch.pathway.clinical import Setting
    from bloodpatch.pathway.stages.discharge.choices import Company
    from bloodpatch.pathway.stages.discharge.commands import PermitDischarge, RecordDeparture

    plainly(story.wait(minutes=5), NURSE, normal_legs(), instructions(), PermitDischarge())
    departure = RecordDeparture(to=Setting.HOME, company=Company.ADULT)
    plainly(story.wait(minutes=5), NURSE, departure)
    return story


# followup


def no_adverse_effects() -> Answers:
    """T14: each adverse effect asked by name, and answered with no."""
    from bloodpatch.pathway.stages.followup.choices import Effect
    from bloodpatch.pathway.values import Answer

    return Answers(dict.fromkeys(Effect, Answer.NO))


def well(code: str | None = None, *, lying: int = 0, upright: int = 0) -> "RecordContact":
    """A call at which everything was asked, and nothing is wrong."""
    from bloodpatch.pathway.codes import Code
    from bloodpatch.pathway.stages.followup.choices import Channel, HeadacheNow
    from bloodpatch.pathway.stages.followup.commands import RecordContact
    from bloodpatch.pathway.values import Answer, Pain, PainPosition

    return RecordContact(
        planned=Code(code) if code else None,
        contact=Channel.CALL,
        answered=Answer.YES,
        flags=no_red_flags(),
        adverse_effects=no_adverse_effects(),
        headache=HeadacheNow.BETTER if upright else HeadacheNow.NONE,
        pain_lying=Pain(lying, PainPosition.LYING),
        pain_upright=Pain(upright, PainPosition.UPRIGHT),
    )


def due_at(story: Story, code: str) -> datetime:
    """When a planned contact of this round is due."""
    from bloodpatch.pathway.queries.contacts import planned

    rows = planned(story.episode.now, story.protocol)
    return next(row.due for row in rows if row.code == code)


def called(story: Story, *codes: str) -> Story:
    """Reached at these planned contacts, at the hour, and well at each."""
    for code in codes:
        story.now = due_at(story, code)
        plainly(story, NURSE, well(code))
    return story


def followed_up(story: Story) -> Story:
    """Called at 4, 24 and 48 hours and on day 5; no headache."""
    return called(story, "h4", "h24", "h48", "d5")


# clearance


def cleared(story: Story) -> Story:
    """T12: on day 6 a physician clears normal activity, and the patient is told."""
    from bloodpatch.pathway.stages.clearance.commands import ClearActivity
    from bloodpatch.pathway.values import Answer

    plainly(story.wait(hours=20), PHYSICIAN, ClearActivity(told=Answer.YES))
    return story


# repeat


def headache_back(story: Story) -> Story:
    """T15: called on the next day, the headache is back upright; assessed again an hour later."""
    from bloodpatch.pathway.stages.assessment import commands as c
    from bloodpatch.pathway.values import Answer, Pain, PainPosition

    called(story, "h4").now = due_at(story, "h24")
    story.nurse(well("h24", lying=2, upright=7))
    headache = c.RecordHeadache(
        pain_lying=Pain(2, PainPosition.LYING),
        pain_upright=Pain(7, PainPosition.UPRIGHT),
        position_dependent=Answer.YES,
    )
    screen = c.ScreenRedFlags(flags=no_red_flags())
    plainly(story.wait(hours=1), NURSE, headache, screen)
    return story


def repeat_decided(story: Story) -> Story:
    """T15: another patch is decided on; the episode goes round again from booking."""
    from bloodpatch.pathway.stages.repeat.commands import DecideRepeat
    from bloodpatch.pathway.stages.repeat.statements import RepeatReason, Reviewed

    decision = DecideRepeat(
        reason=(RepeatReason.RECURRENCE,), review=(Reviewed.HISTORY, Reviewed.NEUROLOGY)
    )
    plainly(story.wait(minutes=15), PHYSICIAN, decision)
    return story


# closure


def all_contacts_made(story: Story) -> Story:
    """From day 7 to three months: still no headache."""
    return called(story, "d7", "d14", "w6", "m3")


def closed(story: Story) -> Story:
    """A physician signs the outcome, a day after the last contact."""
    from bloodpatch.pathway.stages.closure.commands import CloseEpisode
    from bloodpatch.pathway.stages.closure.statements import Status

    plainly(story.wait(days=1), PHYSICIAN, CloseEpisode(status=Status.RESOLVED))
    return story
