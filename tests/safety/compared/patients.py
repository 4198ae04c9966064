"""The plain patients of the tables, built once and shared: nothing speaks against anything.

What is on record is simply given, at a time and by a role, so that a table's vector adds only
what it tells. All of them had a diagnostic lumbar puncture at L3/4 and no obstetric state.
"""

from dataclasses import replace
from functools import cache

from journey import no_red_flags, unremarkable
from plain_patch import steps
from story import NURSE, Story, moment

from bloodpatch.pathway.clinical import (
    RED_FLAGS_ASKED,
    Examined,
    ImagingGuide,
    RedFlag,
    SedationLevel,
)
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.decide import decide
from bloodpatch.pathway.events import Event
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.assessment.choices import Basis, Function
from bloodpatch.pathway.stages.assessment.events import (
    HeadacheRecorded,
    PatchDecided,
    RedFlagsScreened,
)
from bloodpatch.pathway.stages.booking.events import Booked
from bloodpatch.pathway.stages.preparation import choices as a
from bloodpatch.pathway.stages.preparation import commands as c
from bloodpatch.pathway.stages.preparation.events import (
    AccessRecorded,
    AllergiesRecorded,
    AnxietyRecorded,
    Arrived,
    BleedingHistoryRecorded,
    Consented,
    FastingRecorded,
    NeurologyRecorded,
    ScreenedAgain,
    SedationPlanned,
    VitalsRecorded,
)
from bloodpatch.pathway.stages.procedure.events import (
    NeedleOut,
    Started,
)
from bloodpatch.pathway.stages.referral.choices import Purpose, Technique
from bloodpatch.pathway.stages.referral.events import OnsetRecorded, PunctureRecorded, Received
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import (
    Answer,
    Answers,
    ApaisAnxiety,
    BeatsPerMinute,
    BloodPressure,
    Celsius,
    Hours,
    Needle,
    Pain,
    PainPosition,
    SpinalLevel,
    SpO2Percent,
)

DAY_BEFORE, TODAY = "2026-11-15", "2026-11-16"
BOTH = (a.Identifier.NAME, a.Identifier.DATE_OF_BIRTH)


def event(command: Command) -> Event:
    """What is on record once a command was accepted."""
    becomes = ACTS[command.name].becomes
    return becomes(**{name: getattr(command, name) for name in becomes.__dataclass_fields__})


def found(story: Story, role: Role, command: Command) -> tuple[Finding, ...]:
    """Every finding on the act, accepted or refused."""
    return decide(story.episode, command, story.context(role)).findings


def flags(**said: Answer | None) -> Answers:
    """All twelve answered no, but for what is said; None leaves one out."""
    told = dict.fromkeys(RED_FLAGS_ASKED, Answer.NO) | {RedFlag(k): v for k, v in said.items()}
    return Answers({flag: answer for flag, answer in told.items() if answer is not None})


@cache
def assessed(
    under: str = "kaysville", level: str | None = "L3/4", technique: str = "lumbar_puncture"
) -> Story:
    """Referred and assessed on the day before; every flag was asked then."""
    story = Story(f"{DAY_BEFORE} 08:00", under=under)
    punctured = PunctureRecorded(
        punctured_at=moment("2026-11-12 10:00"),
        technique=Technique(technique),
        purpose=Purpose.DIAGNOSTIC_SAMPLING,
        recognised=Answer.YES,
        needle=Needle.parse("22G quincke"),
        level=SpinalLevel(level) if level else None,
    )
    onset = OnsetRecorded(onset_at=moment("2026-11-13 09:00"))
    headache = HeadacheRecorded(
        pain_lying=Pain(2, PainPosition.LYING),
        pain_upright=Pain(8, PainPosition.UPRIGHT),
        position_dependent=Answer.YES,
        function=Function.BED_BOUND,
    )
    screen = RedFlagsScreened(flags=no_red_flags())
    story.given(Received(), punctured, onset, headache, screen, role=NURSE)
    return story


@cache
def decided(imaging: str = "none", **how: str) -> Story:
    """A patch is decided and booked."""
    story = assessed(**how).copy().at(f"{DAY_BEFORE} 09:30")
    slot = Booked(
        room=Code("room-1"),
        physician=Code("physician-1"),
        bay=Code("bay-b"),
        starts=moment(f"{TODAY} 13:30"),
        imaging_plan=ImagingGuide(imaging),
    )
    basis = (Basis.DISABLING, Basis.CONSERVATIVE_FAILED)
    return story.given(PatchDecided(basis=basis), slot)


def arrived(story: Story) -> Story:
    story = story.copy().at(f"{TODAY} 13:30")
    return story.given(Arrived(identity=BOTH), role=NURSE)


NEUROLOGY = NeurologyRecorded(**unremarkable(), gait=Examined.NORMAL)
BLEEDING = BleedingHistoryRecorded(
    bleeding_history=Answer.NO,
    antithrombotic=Answer.NO,
    antiplatelet=Answer.NO,
    long_on_heparin=Answer.NO,
)
VITALS = VitalsRecorded(
    temperature=Celsius.parse("36.7"),
    blood_pressure=BloodPressure(118, 74),
    heart_rate=BeatsPerMinute(74),
    spo2=SpO2Percent(98),
)
SCREEN = ScreenedAgain(flags=no_red_flags(), infection=Answer.NO)
ALLERGIES = AllergiesRecorded(allergies=(Allergy.NONE,))
CONSENT = Consented(
    signed_by=a.SignedBy.PATIENT, named=tuple(a.ConsentItem), blood_use=BloodUse.ACCEPTED
)
ACCESS = AccessRecorded(site=a.AccessSite.LEFT_HAND)
FASTED = FastingRecorded(
    clear_h=Hours.parse("12"), light_h=Hours.parse("14"), fatty_h=Hours.parse("14")
)
CALM = AnxietyRecorded(anxiety=ApaisAnxiety(10))
NOT_SEDATED = SedationPlanned(plan=SedationLevel.NONE)
CHECKED = (SCREEN, VITALS, NEUROLOGY, BLEEDING, ALLERGIES, ACCESS, CALM, FASTED, NOT_SEDATED)
TIME_OUT = c.TakeTimeOut(
    identity=BOTH,
    level=SpinalLevel("L3/4"),
    allergies_read=Answer.YES,
    physician=Code("physician-1"),
    second=Code("nurse-1"),
)


def checked(story: Story, *instead: Event) -> Story:
    """Everything that the time-out asks for; an event given here stands in for its own kind."""
    kinds = {type(each) for each in instead}
    rest = [each for each in CHECKED if type(each) not in kinds]
    return story.at(f"{TODAY} 13:40").given(*rest, *instead, role=NURSE)


@cache
def ready(imaging: str = "none", **how: str) -> Story:
    """All is asked, the patient consents; it is 14:00."""
    story = checked(arrived(decided(imaging, **how))).given(CONSENT)
    return story.at(f"{TODAY} 14:00")


@cache
def in_the_room(**how: str) -> Story:
    """The time-out is taken and the procedure has started."""
    story = ready(**how).copy().given(event(TIME_OUT), role=NURSE)
    return story.at(f"{TODAY} 14:05").given(Started(room=Code("room-1")), role=NURSE)


def patch(story: Story, *instead: Event, last: type[Event] = NeedleOut) -> Story:
    """The steps of a plain patch up to `last`, a minute each; an event given here stands in for
    its own kind."""
    said = {type(each): each for each in instead}
    for role, command in steps(story.protocol):
        plain = event(command)
        story.wait(minutes=1).given(said.get(type(plain), plain), role=role)
        if isinstance(plain, last):
            break
    return story


def with_facts(story: Story, **facts: object) -> Story:
    story.facts = replace(story.facts, **facts)  # type: ignore[arg-type]
    return story
