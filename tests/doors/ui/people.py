"""Invented people and their day, for the gallery. Nobody here exists."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bloodpatch.doors.ui.charts.pain import Patch, Scored, pain_chart
from bloodpatch.doors.ui.charts.ruler import Mark, rest_ruler, ruler
from bloodpatch.doors.ui.components import (
    Act,
    Change,
    Day,
    Entry,
    Fact,
    Frame,
    Known,
    Link,
    NextAction,
    Path,
    Person,
    Row,
    Step,
)
from bloodpatch.doors.ui.findings import Conflict, Kept, Refusal
from bloodpatch.doors.ui.shown_finding import Quote, Shown
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.values import PainPosition

NOW = datetime(2026, 11, 18, 14, 37, 24, tzinfo=ZoneInfo("America/Denver")).astimezone(UTC)

FRAME = Frame(
    now=NOW.astimezone(ZoneInfo("America/Denver")),
    nav=(
        Link("Board", "#board"),
        Link("Patients", "#patients", current=True),
        Link("Calendar", "#calendar"),
        Link("Follow-up", "#follow-up"),
        Link("Registry", "#registry"),
    ),
    home="#home",
    user="Dr Nisha Iyer",
    role="Physician",
    clinic="Juniper Street (demo)",
    sign_out="#sign-out",
)

MAYA = Person(
    name="Maya Lindqvist",
    born=date(1995, 3, 4),
    age="31",
    number="JS-20418-7",
    patch="1st, 48 h ago",
    language="English",
    allergies=Known.some("Chlorhexidine: rash"),
    antithrombotics=Known.some("Enoxaparin 40 mg, restarted 17 Nov 08:00"),
    heading=True,
)
TOMAS = Person(
    name="Tomás Herrera",
    born=date(1999, 9, 2),
    age=27,
    number="JS-20436-4",
    place="Prep 1",
    language="Spanish, interpreter booked",
    allergies=Known.some("Latex: hives", "Penicillin: swelling of the face"),
    antithrombotics=Known.not_asked(),
)
SOFIA = Person(
    name="Sofia Marchetti",
    born=date(1992, 1, 30),
    age="34",
    number="JS-20429-3",
    place="Bay A",
    patch="14:15, 20 mL at L3/4",
    allergies=Known.none("13:20"),
    antithrombotics=Known.none("13:20"),
    heading=True,
)

NAMES = (
    ("Referral", "13 Nov"),
    ("Assessment", "14 Nov"),
    ("Booking", "15 Nov"),
    ("Preparation", "16 Nov 12:40"),
    ("Procedure", "16 Nov 14:06"),
    ("Recovery", "stood 14:45"),
    ("Discharge", "16 Nov 15:30"),
    ("Follow-up", "48 h answered"),
    ("Clearance", "Physician"),
    ("Closure", ""),
)


def walked(here: int, names: tuple[tuple[str, str], ...] = NAMES, label: str = "") -> Path:
    def state(n: int) -> str:
        return "done" if n < here else "here" if n == here else "todo"

    steps = enumerate(names)
    return Path(tuple(Step(name, state(n), note) for n, (name, note) in steps), label)


FIRST = walked(7)
BOTH = (
    walked(10, NAMES[:8], "1st patch"),
    walked(2, NAMES[2:], "2nd patch"),
)

NEXT = NextAction(
    title="Decide on the all-clear",
    when="Next for you, due today by 18:00",
    says="Her 48-hour report meets every point of the protocol for normal activity: upright pain "
    "3 or less, steady for 48 hours, no warning sign, no fever, no new weakness. The decision is "
    "yours; nothing clears on its own.",
    act=Act(label="Give the all-clear", href="#clear"),
    links=(
        Link("Defer", "#defer"),
        Link("Call her first", "#call"),
        Link("Consider a second patch", "#second"),
    ),
)
LATE_NEXT = NextAction(
    title="Observations at 15 minutes",
    when="Late 9 min, was due 14:28",
    act=Act(label="Record observations", href="#observe"),
    links=(Link("She got up by herself", "#up"),),
    late=True,
)
LOCKED_NEXT = NextAction(
    title="Stand and walk",
    when="Next for you, from 14:52:10",
    act=Act(
        label="Let her stand",
        why_not="She has rested 15 of 30 minutes. If she must stand earlier, a physician can end "
        "the rest with a reason.",
        opens="14:52:10",
    ),
    links=(Link("She got up by herself", "#up"), Link("Record observations", "#obs")),
)

FEVER = Shown(
    code="fever.measured",
    status=Status.OVERRIDDEN,
    says="Temperature 38.1 °C within 24 hours of the patch.",
    rule="Fever holds a patch until infection is excluded.",
    source="Multisociety guideline 2024 (secondary reading)",
    certainty="moderate",
    hazards="H08",
    who_may="A physician of this clinic, by name and with a reason.",
    quote=Quote(
        by="Dr Nisha Iyer",
        reason="Single reading at 07:50; breast engorgement confirmed by obstetrics. 36.9 °C at "
        "12:40 and 13:30. No source, well.",
        when="16 Nov 13:34",
    ),
    about="#rule",
)
REST = Shown(
    code="recovery.rest_shorter_than_trial",
    status=Status.ADVISE,
    says="Rest was 32 minutes.",
    rule="The only trial of rest found 2 hours better than 30 minutes at first standing and at "
    "24 hours.",
    source="Martin 1994, 30 people",
    certainty="low",
    who_may="Nobody needs to: it is shown and blocks nothing.",
)
APIXABAN = Shown(
    code="antithrombotic.last_dose_missing",
    status=Status.HOLD,
    says="He takes apixaban and no last dose is recorded. A missing time is treated as “taken just "
    "now”, never as “not taken”.",
    rule="The clinic’s policy asks for 3 days (72 hours) between the last apixaban and a patch. "
    "Without the time nobody can tell when that is.",
    clears="Ask him, his wife, or his pharmacy for the day and hour of the last dose, and record "
    "it.",
    source="ASRA interventional pain guideline 2018, intermediate-risk column (from memory)",
    certainty="low",
    to_be_confirmed=True,
    who_may="A physician of this clinic, by name and with a reason.",
    hazards="H06",
    missing=True,
)
SEIZURE = Shown(
    code="assessment.seizure",
    status=Status.STOP,
    says="A seizure on 15 Nov is recorded.",
    rule="A seizure after a puncture is another disease until imaging says otherwise.",
    clears="Imaging of the brain and its veins, read and recorded.",
    source="Evidence 4.1 (secondary reading)",
    certainty="moderate",
    who_may="Nobody. A recorded examination or image may lift it.",
    hazards="H02",
)
PLATELETS = Shown(
    code="preparation.platelets_missing",
    status=Status.HOLD,
    says="No platelet count since the heparin of 10 Nov.",
    rule="More than 4 days of heparin ask for a platelet count within 24 hours.",
    clears="A platelet count, recorded.",
    source="This clinic's own rule",
    certainty="low",
    who_may="A physician of this clinic, by name and with a reason.",
    missing=True,
)
KEPT = (
    Kept(name="Time-out, two identifiers", says="Name and date of birth, said by the patient"),
    Kept(name="Site and level", says="L4/5, planned"),
    Kept(name="Bladder and leg power"),
)
REFUSAL = Refusal(
    title="Not sent to Room 2: the time of his last apixaban is missing",
    findings=(APIXABAN, PLATELETS, REST),
    happened="He is still in Prep 1.",
    kept=KEPT,
    act=Act(label="Record the last dose", href="#dose"),
    also=Act(label="Ask Dr Iyer to decide", href="#ask"),
    links=(Link("Book a later time", "#later"),),
)

DAYS = (
    Day(
        "Wed 18 November",
        (
            Entry(
                at="14:31",
                says="48-hour report: pain upright 1, lying 0.",
                more="No warning sign, 12 of 12 asked.",
                by="Maya Lindqvist, by private link",
            ),
        ),
    ),
    Day(
        "Tue 17 November",
        (
            Entry(
                at="14:20",
                says="24-hour report: upright 2, lying 0.",
                by="By telephone, recorded by A. Osei, nurse",
            ),
            Entry(
                at="09:15",
                says="Correction.",
                by="T. Okafor, nurse; first recorded 16 Nov 15:12",
                changes=(Change("Left leg raise", "not done", "normal"),),
            ),
        ),
    ),
    Day(
        "Mon 16 November",
        (
            Entry(
                at="15:02",
                says="Blood pressure 181/74.",
                by="T. Okafor, nurse",
                struck="Entered in error: another patient’s reading. T. Okafor, 16 Nov 15:09",
            ),
            Entry(
                at="14:45",
                says="Stood and walked 10 m.",
                more="Pain upright 3, lying 1.",
                by="T. Okafor, nurse",
                link=Link("Correct", "#correct"),
            ),
            Entry(
                at="14:06",
                says="Patch: 22 mL drawn, 20 mL injected",
                more="at L4/5. Stopped for pressure in the back, gone within a minute.",
                by="Dr N. Iyer; blood drawn by J. Brandt, nurse",
                status=Status.ADVISE,
                word="Rest shorter than the trial’s",
            ),
        ),
    ),
)
CONFLICT = Conflict(
    title="Not recorded yet: she has already been stood up",
    happened=DAYS[2].entries[1:2],
    kept=KEPT[:1],
    act=Act(label="Record it as well", href="#again"),
    links=(Link("Leave it", "#leave"),),
)

RESTRICTIONS = (
    Row(says="Take it easy", status=Status.DONE, word="Ended", when="Mon 16 to Wed 18 Nov 14:06"),
    Row(
        says="Lift no more than 5 kg (11 lb)",
        status=Status.RUNNING,
        word="In force",
        when="From Mon 16 Nov until the all-clear",
    ),
)
DUTIES = (
    Row(
        says="Call: no reply to the 24-hour report",
        status=Status.LATE,
        word="Late 2 h 5 min",
        when="Was due 12:32",
        who="Nurse",
        link=Link("Call", "#call"),
    ),
    Row(says="Decide on the all-clear", status=Status.DUE, word="Due 18:00", who="Physician"),
    Row(says="Day 7 contact", status=Status.WAITING, word="Planned", when="Mon 23 Nov 10:00"),
)
FACTS = (
    Fact(name="Cause", says="Labour epidural, noticed at once"),
    Fact(name="When", says="Thu 12 Nov 03:40"),
    Fact(name="Needle, level", says="17G tuohy, L3/4", link=Link("Correct", "#correct")),
    Fact(name="Headache from", says="Fri 13 Nov about 09 h, 29 h later"),
    Fact(name="Bleeding history"),
)

UP, DOWN = PainPosition.STANDING, PainPosition.LYING
SCORES = (
    Scored(-24, UP, 8, "Referral"),
    Scored(-24, DOWN, 3, "Referral"),
    Scored(-4, UP, 9, "Assessment"),
    Scored(-4, DOWN, 3, "Assessment"),
    Scored(0.65, UP, 3, "Stand and walk"),
    Scored(0.65, DOWN, 1, "Stand and walk"),
    Scored(2, UP, 3, "Observations"),
    Scored(2, DOWN, 1, "Observations"),
    Scored(4, UP, 2, "Patient"),
    Scored(4, DOWN, 0, "Patient"),
    Scored(24, PainPosition.UPRIGHT, 2, "Patient"),
    Scored(24, DOWN, 0, "Patient"),
    Scored(48, PainPosition.UPRIGHT, 1, "Patient"),
    Scored(48, DOWN, 0, "Patient"),
)
PATCH = Patch(0, "Patch 16 Nov 14:06, 20 mL")
CHART = pain_chart(SCORES, (PATCH,))
AGAIN = (
    *SCORES[:10],
    Scored(30, PainPosition.NOT_STATED, 6, "Telephone"),
    Scored(60, UP, 7, "Assessment"),
    Scored(60, DOWN, 2, "Assessment"),
    Scored(64.6, UP, 2, "Stand and walk"),
    Scored(64.6, DOWN, 1, "Stand and walk"),
    Scored(90, UP, 1, "Patient"),
    Scored(90, DOWN, 1, "Patient"),
)
TWO_PATCHES = pain_chart(AGAIN, (PATCH, Patch(64, "2nd patch, 22 mL")), id="again")

REST_BEGAN = NOW - timedelta(minutes=15, seconds=14)
HALF_HOUR = timedelta(minutes=30)
REST_ENDS = REST_BEGAN + HALF_HOUR
REST_RULER = rest_ruler(
    REST_BEGAN,
    HALF_HOUR,
    NOW,
    then="may stand",
    marks=(
        Mark(REST_BEGAN, "disc-tick", "Observations done", "ink-done"),
        Mark(REST_BEGAN + timedelta(minutes=15), "clock-face", "Observations due", "ink-due"),
        Mark(REST_BEGAN + HALF_HOUR, "ring", "Observations planned"),
    ),
)


def small(minutes: float, limit: int = 30) -> str:
    began = NOW - timedelta(minutes=minutes)
    return ruler(began, timedelta(minutes=limit), NOW, what="Rest")


BOARD = (
    ("Bay C", "Ruth Abernathy", "58 years", "Recovery", "Rest started 13:58", 38.87, "late",
     "Late 9 min", "Stand and walk", "was due 14:28", "T. Okafor, nurse"),
    ("Prep 1", "Tomás Herrera", "27 years", "Preparation", "Arrived 14:09", 16.5, "hold",
     "", "Record last dose of apixaban", "or a physician decides", "J. Brandt, nurse"),
    ("Bay A", "Sofia Marchetti", "34 years", "Recovery", "Rest started 14:22", 15.2, "due",
     "Due now", "Observations", "at 15 minutes", "A. Osei, nurse"),
    ("Room 1", "Daniel Okonkwo", "44 years", "Procedure", "Skin marked 14:36", 7.4, "running",
     "", "Draw, then inject at once", "Drawing blood", "Dr N. Iyer"),
    ("Expected", "Amina Yusuf", "29 years", "Booking", "Booked for 15:00", 0, "waiting",
     "", "Arrival", "Room 1 at 15:45", "Front desk"),
)  # fmt: skip
