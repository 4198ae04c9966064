"""The domain: every move that is explored. Read it as a list of what can happen in the clinic.

What is plain is made in every order in which it can be made; what is unusual happens as often as
`domains` says, anywhere and in every combination. Nothing else bounds the exploration: every move
has its number, and time passes only up to what somebody waits for.
"""

from bloodpatch.doors.console.explore import statements as w
from bloodpatch.doors.console.explore.moves import Move, Wait
from bloodpatch.pathway.clinical import (
    AdverseKind,
    Antithrombotic,
    Examined,
    LegRaise,
    Power,
    RedFlag,
    SedationLevel,
    Setting,
    Urgency,
)
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.stages.adverse_event import commands as event
from bloodpatch.pathway.stages.adverse_event.choices import Conclusion
from bloodpatch.pathway.stages.assessment import choices as asked
from bloodpatch.pathway.stages.assessment import commands as assessment
from bloodpatch.pathway.stages.booking import commands as booking
from bloodpatch.pathway.stages.booking.statements import CalledOffReason
from bloodpatch.pathway.stages.clearance import commands as clearance
from bloodpatch.pathway.stages.closure import commands as closure
from bloodpatch.pathway.stages.discharge import commands as discharge
from bloodpatch.pathway.stages.discharge.choices import Company
from bloodpatch.pathway.stages.followup import commands as followup
from bloodpatch.pathway.stages.followup.choices import Channel, Effect
from bloodpatch.pathway.stages.preparation import commands as preparation
from bloodpatch.pathway.stages.procedure import choices as done
from bloodpatch.pathway.stages.procedure import commands as procedure
from bloodpatch.pathway.stages.recovery import commands as recovery
from bloodpatch.pathway.stages.recovery.statements import Legs, Walked
from bloodpatch.pathway.stages.referral import commands as referral
from bloodpatch.pathway.stages.referral.choices import DeclinedWhat
from bloodpatch.pathway.stages.repeat import commands as repeat
from bloodpatch.pathway.stages.repeat.statements import RepeatReason, Reviewed
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import (
    Aldrete,
    Answer,
    Answers,
    BloodPressure,
    Celsius,
    Hours,
    Millilitres,
    Padss,
    SpO2Percent,
)
from bloodpatch.pathway.whereabouts import Whereabouts as At

PHYSICIAN, NURSE, DESK = Role.PHYSICIAN, Role.NURSE, Role.FRONT_DESK
YES, NO = Answer.YES, Answer.NO

DRUG, SEDATED, BACK = "takes a drug", "sedated", "headache comes back"
"""The difficulties of a patient."""
SORTED = "sorted, with puncture and onset"
CAME_BACK = ("headache is back", "headache comes back")
UNTIL_DECIDED = frozenset({At.REFERRED, At.UNDECIDED})
WITHOUT = frozenset({At.CONSERVATIVE, At.DECLINED})
HOME = frozenset({At.FOLLOWED_UP, At.CLEARED})
SIGNED_FOR = HOME | WITHOUT | {At.OTHER_PATHWAY, At.WITHDRAWN, At.DIED}
HERE = frozenset({At.BEING_PREPARED, At.BEING_PATCHED, At.RECOVERING, At.READY_TO_LEAVE})
OPEN = frozenset(At) - {At.EMPTY, At.CLOSED, At.DIED}
PREPARED, TABLE = frozenset({At.BEING_PREPARED}), frozenset({At.BEING_PATCHED})
BED, LEAVING = frozenset({At.RECOVERING}), frozenset({At.READY_TO_LEAVE})
GONE = frozenset({At.WITHDRAWN, At.DIED, At.CLOSED})
"""Asked for a permit there, the core says no."""


# fmt: off
REFERRAL = (
    Move(name=SORTED, role=NURSE, ever=True, at=UNTIL_DECIDED,
         says=lambda e, c: (referral.Sort(urgency=Urgency.SOON), *w.punctured(e, c))),
    Move(name="declines the patch", role=DESK, ever=True, unusual=True,
         at=OPEN - HOME - {At.DECLINED, At.WITHDRAWN, At.OTHER_PATHWAY},
         says=(referral.RecordDeclined(what=DeclinedWhat.PATCH),)),
    Move(name="withdraws", role=DESK, ever=True, unusual=True, out=True, at=OPEN - {At.WITHDRAWN},
         says=(referral.Withdraw(),)),
)

HEADACHE = assessment.RecordHeadache(
    pain_lying=w.lying(2), pain_upright=w.upright(8), position_dependent=YES,
    function=asked.Function.BED_BOUND)
PRESSURE = assessment.RecordVitals(blood_pressure=BloodPressure(118, 74))
CLEAN = assessment.ScreenRedFlags(flags=w.flags())

ASSESSMENT = (
    Move(name="headache told", role=NURSE, at=UNTIL_DECIDED, ever=True, together="assessed",
         needs=(SORTED,), elsewhere=True, minutes=60, says=(HEADACHE, PRESSURE)),
    Move(name="flags: none", role=NURSE, at=UNTIL_DECIDED, ever=True, together="assessed",
         needs=("headache told",), elsewhere=True, says=(CLEAN,)),
    Move(name="flags: one that stops", role=NURSE, at=UNTIL_DECIDED | {At.TO_BE_BOOKED}, ever=True,
         unusual=True, says=(assessment.ScreenRedFlags(flags=w.flags(RedFlag.FOCAL_DEFICIT)),)),
    Move(name="flags: one that holds", role=NURSE, at=UNTIL_DECIDED | {At.TO_BE_BOOKED}, ever=True,
         unusual=True,
         says=(assessment.ScreenRedFlags(flags=w.flags(RedFlag.VISUAL_CHANGE)),)),
    Move(name="flags: the physician finds none", role=PHYSICIAN, ever=True,
         at=UNTIL_DECIDED | {At.TO_BE_BOOKED},
         needs=("flags: one that stops", "flags: one that holds"), says=(CLEAN,)),
    Move(name="patch decided", role=PHYSICIAN, at=UNTIL_DECIDED, elsewhere=True, ever=True,
         answers=1, says=(assessment.DecidePatch(basis=(asked.Basis.DISABLING,)),)),
    Move(name="no patch decided", role=PHYSICIAN, ever=True, unusual=True, at=OPEN - HOME - HERE,
         says=(assessment.RecordDecision(decision=asked.Decided.CONSERVATIVE),)),
    Move(name="sent elsewhere", role=PHYSICIAN, ever=True, unusual=True, at=OPEN - HERE,
         says=(assessment.RecordDecision(decision=asked.Decided.URGENT_REFERRAL),)),
    Move(name="decided on a patch after all", role=PHYSICIAN, ever=True, at=WITHOUT,
         says=(assessment.RecordDecision(decision=asked.Decided.PATCH),)),
    Move(name="assessed again", role=NURSE, at=HOME | WITHOUT,
         needs=(*CAME_BACK, "reopened"), elsewhere=True, minutes=60,
         says=(HEADACHE, PRESSURE, CLEAN)),
)

BOOKING = (
    Move(name="booked", role=DESK, at=GONE | {At.TO_BE_BOOKED, At.DID_NOT_ATTEND}, most=2,
         elsewhere=True, answers=1, says=w.in_two_hours),
    Move(name="called off", role=DESK, at=PREPARED | {At.BOOKED}, unusual=True,
         says=(booking.Cancel(reason=CalledOffReason.UNWELL),)),
    Move(name="does not come", role=NURSE, at=frozenset({At.BOOKED}), unusual=True, minutes=150,
         says=(booking.RecordDidNotAttend(),)),
    Move(name="patched elsewhere", role=NURSE, at=OPEN - HERE, unusual=True, ever=True,
         says=(procedure.RecordPatch(by=done.PatchedBy.ANOTHER_HOSPITAL),)),
)

BASELINE = preparation.RecordNeurology(
    straight_leg_left=LegRaise.NORMAL, straight_leg_right=LegRaise.NORMAL,
    power_left=Power(5), power_right=Power(5), sensation=Examined.NORMAL,
    saddle=Examined.NORMAL, bladder=Examined.NORMAL)
NONE_BLEEDS, BLEEDS = w.bleeding(NO), w.bleeding(YES)
ASKED_AGAIN = preparation.ScreenAgain(flags=w.flags(), infection=NO)
COOL = preparation.RecordVitals(
    temperature=Celsius.parse("36.7"), blood_pressure=BloodPressure(118, 74), spo2=SpO2Percent(98))
ALOUD = preparation.TakeTimeOut(
    identity=w.WHO, allergies_read=YES, physician=Code("physician-1"), second=Code("nurse-1"))
HOT = preparation.RecordVitals(temperature=Celsius.parse("38.2"))
DEEP = preparation.RecordSedationPlan(plan=SedationLevel.MODERATE)
SOBER = preparation.RecordFasting(clear_h=Hours(4), light_h=Hours(12), fatty_h=Hours(12))


def checklist(name: str, *says: Command, trait: str = "", spared: str = "") -> Move:
    """What the time-out asks for: each answer alone, in any order."""
    return Move(name=name, role=PHYSICIAN, says=says, at=PREPARED, together="checklist",
                trait=trait, spared=spared)


PREPARATION = (
    Move(name="comes, and is identified", role=DESK, minutes=120, most=2, elsewhere=True,
         at=frozenset({At.BOOKED}), says=(preparation.RecordArrival(identity=w.WHO),)),
    Move(name="comes, and is not identified", role=DESK, minutes=120, unusual=True,
         at=frozenset({At.BOOKED}), says=(preparation.RecordArrival(identity=w.WHO[:1]),)),
    checklist("flags again, no infection, temperature", ASKED_AGAIN, COOL),
    checklist("legs examined, allergies asked", BASELINE,
              preparation.RecordAllergies(allergies=(Allergy.NONE,))),
    checklist("bleeding asked: nothing", NONE_BLEEDS, spared=DRUG),
    Move(name="bleeding asked: takes a drug", role=NURSE, at=PREPARED, together="checklist",
         trait=DRUG, says=w.drug_named),
    Move(name="consents", role=PHYSICIAN, at=PREPARED, together="checklist", says=w.consented),
    checklist("sedation planned, fasting, escort", DEEP, SOBER,
              preparation.RecordEscort(escort=YES), trait=SEDATED),
    Move(name="sedation planned without an escort", role=PHYSICIAN, at=PREPARED, unusual=True,
         says=(DEEP, SOBER)),
    Move(name="fever", role=NURSE, at=PREPARED, unusual=True, says=(HOT,)),
    Move(name="fever, told an hour late", role=NURSE, at=HERE, unusual=True, says=w.fever_before),
    Move(name="infection", role=NURSE, at=PREPARED, unusual=True,
         says=(preparation.ScreenAgain(flags=w.flags(), infection=YES),)),
    Move(name="a red flag on the day", role=NURSE, at=PREPARED, unusual=True,
         says=(preparation.ScreenAgain(flags=w.flags(RedFlag.MENINGISM), infection=NO),)),
    Move(name="flags and temperature once more", role=NURSE, at=PREPARED,
         needs=("fever", "infection", "a red flag on the day"), elsewhere=True,
         says=(ASKED_AGAIN, COOL)),
    Move(name="flags forgotten: infection, temperature", role=NURSE, at=PREPARED, unusual=True,
         says=(preparation.ScreenAgain(infection=NO), COOL)),
    Move(name="bleeds easily", role=NURSE, at=PREPARED, unusual=True, says=(BLEEDS,)),
    Move(name="a drug whose last dose nobody knows", role=NURSE, at=PREPARED, unusual=True,
         says=(preparation.RecordAntithrombotic(drug=Antithrombotic.ENOXAPARIN),)),
    Move(name="takes the consent back", role=NURSE, at=HERE | {At.BOOKED}, unusual=True,
         says=(preparation.WithdrawConsent(),)),
    Move(name="consent struck", role=PHYSICIAN, at=HERE, needs=("consents",), unusual=True,
         says=w.consent_struck),
    Move(name="consents again", role=PHYSICIAN, at=PREPARED,
         needs=("takes the consent back", "consent struck"), says=w.consented),
    Move(name="time-out", role=NURSE, at=PREPARED | GONE, elsewhere=True, answers=1,
         says=(ALOUD,)),
    Move(name="time-out once more", role=NURSE, at=PREPARED | BED, answers=1,
         needs=("takes the consent back", "consent struck", "given up"),
         says=(ALOUD,)),
)

SKIN = (
    procedure.RecordPosition(skin_cleaned=YES, skin_marked=YES),
    procedure.RecordLocal(site=done.LocalSite.SKIN),
)
DRAWN = procedure.RecordDraw(volume_ml_drawn=Millilitres(20), source=done.BloodSource.PATIENT)
CLEAR = procedure.RecordNeedle(needle=w.TUOHY, levels=w.SPACE, aspirate=(done.Aspirate.CLEAR,))
WET = procedure.RecordNeedle(needle=w.TUOHY, levels=w.SPACE, aspirate=(done.Aspirate.CSF,))
INJECTED = procedure.RecordInjection(
    volume_ml_injected=Millilitres(20), stop_reason=done.StopReason.VOLUME_REACHED)
TOO_MUCH = procedure.RecordInjection(volume_ml_injected=Millilitres(30))
PAINFUL = procedure.RecordInjection(
    volume_ml_injected=Millilitres(10), stop_reason=done.StopReason.LEG_PAIN)
OUT = procedure.RecordNeedleOut(dressing=YES)

PROCEDURE = (
    Move(name="procedure started", role=NURSE, at=PREPARED, needs=("time-out",), elsewhere=True,
         spared=SEDATED, says=(procedure.StartProcedure(),)),
    Move(name="sedated, procedure started", role=PHYSICIAN, at=PREPARED, elsewhere=True,
         needs=("time-out",), trait=SEDATED,
         says=(procedure.RecordSedationGiven(level=SedationLevel.MODERATE),
               procedure.StartProcedure())),
    Move(name="position, skin, blood drawn", role=NURSE, at=TABLE, elsewhere=True,
         says=(*SKIN, DRAWN)),
    Move(name="needle placed", role=PHYSICIAN, at=TABLE, needs=("position, skin, blood drawn",),
         elsewhere=True, says=(CLEAR,)),
    Move(name="needle placed: CSF comes", role=PHYSICIAN, at=TABLE, unusual=True, says=(WET,)),
    Move(name="blood injected", role=PHYSICIAN, at=TABLE, elsewhere=True, minutes=5,
         needs=("needle placed",), says=(INJECTED,)),
    Move(name="injection hurts in the leg", role=PHYSICIAN, at=TABLE, unusual=True,
         needs=("needle placed",), says=(PAINFUL,)),
    Move(name="more injected than drawn", role=PHYSICIAN, at=TABLE, unusual=True,
         says=(TOO_MUCH,)),
    Move(name="blood thrown away", role=NURSE, at=TABLE, unusual=True,
         needs=("position, skin, blood drawn",), says=(procedure.RecordDiscard(),)),
    Move(name="needle out", role=PHYSICIAN, at=TABLE,
         needs=("blood injected", "injection hurts in the leg"), elsewhere=True, says=(OUT,)),
    Move(name="given up", role=PHYSICIAN, at=TABLE, unusual=True,
         says=(procedure.Abandon(reason=done.AbandonReason.NO_SPACE),)),
    Move(name="tried once more", role=PHYSICIAN, at=BED, needs=("given up",),
         says=(procedure.StartProcedure(), *SKIN, DRAWN, CLEAR, INJECTED, OUT)),
    Move(name="drawn volume corrected", role=NURSE, at=BED, unusual=True,
         needs=("blood injected",), says=w.draw_corrected),
)

RECOVERY = (
    Move(name="received, rests", role=NURSE, at=BED, elsewhere=True,
         says=(recovery.Receive(), recovery.StartRest(),
               recovery.RecordObservations(legs=Legs.NORMAL))),
    Move(name="rest told ten minutes late", role=NURSE, at=BED, unusual=True,
         says=w.rest_begun_before),
    Move(name="observed", role=NURSE, at=LEAVING, together="leaving",
         says=w.observations),
    Move(name="a leg is weak", role=NURSE, at=BED | LEAVING, unusual=True,
         says=(recovery.RecordObservations(legs=Legs.WEAK),)),
    Move(name="gets up early", role=NURSE, at=BED, unusual=True, says=(recovery.RecordGotUp(),)),
    Move(name="lies down again", role=NURSE, at=BED, most=2,
         needs=("gets up early", "does not walk far"), says=(recovery.RecordLayDown(),)),
    Move(name="may stand", role=NURSE, at=BED | GONE, elsewhere=True, answers=1, early=True,
         says=(recovery.PermitStanding(),)),
    Move(name="may stand, once more", role=NURSE, at=BED, answers=1, early=True,
         needs=("lies down again",), says=(recovery.PermitStanding(),)),
    Move(name="walks", role=NURSE, at=BED, needs=("may stand",), elsewhere=True,
         says=(recovery.RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE),)),
    Move(name="does not walk far", role=NURSE, at=BED, needs=("may stand",), unusual=True,
         says=(recovery.RecordStandAndWalk(walked=Walked.LESS),)),
    Move(name="walk struck", role=NURSE, at=LEAVING | HOME, unusual=True, says=w.walk_struck),
    Move(name="walks after all", role=NURSE, at=BED | LEAVING,
         needs=("walk struck", "does not walk far"),
         says=(recovery.RecordStandAndWalk(walked=Walked.WHOLE_DISTANCE),)),
)

SAID_BACK = discharge.RecordInstructions(
    language=Code("en"), leaflet=Code("after-1"), in_person=YES, read_back=YES,
    warned_of=tuple(WarnedOf), return_route=YES)

DISCHARGE = (
    Move(name="legs as before", role=NURSE, at=LEAVING, together="leaving", says=(w.legs(5),)),
    Move(name="a leg is weaker", role=NURSE, at=LEAVING, unusual=True, says=(w.legs(3),)),
    Move(name="instructed", role=NURSE, at=LEAVING, together="leaving", says=(SAID_BACK,)),
    Move(name="drug: when again", role=PHYSICIAN, at=LEAVING, together="leaving",
         trait=DRUG, says=w.restart_planned),
    Move(name="awake, with an escort", role=NURSE, at=LEAVING, together="leaving",
         trait=SEDATED,
         says=(discharge.RecordSedationScore(aldrete=Aldrete(10), padss=Padss(10), escort=YES),)),
    Move(name="nobody takes the patient home", role=NURSE, at=LEAVING, unusual=True,
         trait=SEDATED,
         says=(discharge.RecordSedationScore(aldrete=Aldrete(10), padss=Padss(10), escort=NO),)),
    Move(name="may go home", role=NURSE, at=LEAVING, elsewhere=True, answers=1,
         says=(discharge.PermitDischarge(),)),
    Move(name="goes home", role=NURSE, at=LEAVING, needs=("may go home",), elsewhere=True,
         minutes=5, says=(discharge.RecordDeparture(to=Setting.HOME, company=Company.ADULT),)),
    Move(name="leaves against advice", role=DESK, at=HERE, unusual=True,
         says=(discharge.RecordLeft(),)),
)

CALLED = HOME | WITHOUT

FOLLOWUP = (
    Move(name="called: well", role=NURSE, at=CALLED, most=2, elsewhere=True, says=w.call()),
    Move(name="called: a leg is weak", role=NURSE, at=CALLED | {At.CLOSED}, unusual=True,
         says=w.call(RedFlag.LEG_WEAKNESS)),
    Move(name="the physician calls: no flag", role=PHYSICIAN, at=CALLED,
         needs=("called: a leg is weak",), says=w.call()),
    Move(name="called: pain in the back", role=NURSE, at=CALLED, unusual=True,
         says=w.call(effect=Effect.MORE_PAIN)),
    Move(name="headache comes back", role=NURSE, at=HOME, trait=BACK, ever=True,
         says=w.call(pain=7, back=True)),
    Move(name="headache is back", role=NURSE, at=HOME, unusual=True,
         spared=BACK, says=w.call(pain=7, back=True)),
    Move(name="no answer", role=NURSE, at=CALLED, unusual=True,
         says=(followup.RecordNoReply(contact=Channel.CALL),)),
    Move(name="signed as lost", role=PHYSICIAN, at=CALLED, unusual=True,
         says=(followup.RecordLost(),)),
    Move(name="reports a fever", role=Role.PATIENT, at=CALLED, unusual=True,
         says=(followup.RecordReport(flags=Answers({RedFlag.FEVER: YES})),)),
)

SIGNED = (
    Move(name="adverse event opened", role=NURSE, at=BED | LEAVING | HOME | {At.CLOSED},
         unusual=True, says=(event.OpenEvent(kinds=(AdverseKind.RADICULAR_PAIN,)),)),
    Move(name="adverse event reviewed", role=PHYSICIAN, at=BED | LEAVING | SIGNED_FOR, ever=True,
         needs=("adverse event opened",),
         says=(event.ReviewEvent(conclusion=Conclusion.SETTLED),)),
    Move(name="drafts dismissed", role=PHYSICIAN, at=BED | LEAVING | SIGNED_FOR, ever=True, most=2,
         says=w.drafts_dismissed),
    Move(name="looked at what was against a rule", role=PHYSICIAN, at=SIGNED_FOR, ever=True,
         most=2, says=w.acknowledged),
    Move(name="cleared", role=PHYSICIAN, at=CALLED, elsewhere=True, answers=1, early=True,
         says=(clearance.ClearActivity(told=YES),)),
    Move(name="a nurse clears", role=NURSE, at=CALLED, unusual=True,
         says=(clearance.ClearActivity(told=YES),)),
    Move(name="clearance deferred", role=PHYSICIAN, at=CALLED, unusual=True,
         says=(clearance.DeferClearance(),)),
    Move(name="another patch decided", role=PHYSICIAN, at=HOME, elsewhere=True, answers=1,
         early=True, ever=True, says=(repeat.DecideRepeat(
             reason=(RepeatReason.RECURRENCE,), review=(Reviewed.HISTORY,)),)),
    Move(name="closed", role=PHYSICIAN, at=SIGNED_FOR, most=2, ever=True, elsewhere=True,
         answers=4, last=True, ripe=w.nobody_waits, says=w.signed),
    Move(name="reopened", role=NURSE, at=frozenset({At.CLOSED}), ever=True, unusual=True,
         says=(closure.Reopen(),)),
    Move(name="died", role=NURSE, at=OPEN | {At.CLOSED}, ever=True, unusual=True,
         says=(closure.RecordDied(),)),
)

WAITS = (
    Wait(name="until the rest is over", at=BED, until=w.rest_is_over),
    Wait(name="until a minute before the rest is over", at=BED, until=w.rest_is_over, beside=-1,
         unusual=True),
    Wait(name="until the flags are almost too old", at=PREPARED, until=w.screen_ends,
         unusual=True),
    Wait(name="until the flags are too old", at=PREPARED | {At.BOOKED}, until=w.screen_ends,
         beside=1, unusual=True),
    Wait(name="until the blood has waited too long", at=TABLE, until=w.blood_has_waited, beside=1,
         unusual=True),
    Wait(name="until the next contact", at=HOME, until=w.next_contact_due),
    Wait(name="until the last contact", at=HOME, until=w.last_contact_due),
    Wait(name="until another patch is possible", at=HOME, until=w.interval_is_over,
         needs=CAME_BACK),
    Wait(name="until a minute before another patch is possible", at=HOME,
         until=w.interval_is_over, beside=-1, unusual=True, needs=CAME_BACK),
)
# fmt: on

MOVES = (
    *REFERRAL,
    *ASSESSMENT,
    *BOOKING,
    *PREPARATION,
    *PROCEDURE,
    *RECOVERY,
    *DISCHARGE,
    *FOLLOWUP,
    *SIGNED,
)
