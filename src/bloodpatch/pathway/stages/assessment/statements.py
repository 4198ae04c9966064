"""What is stated at assessment."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    Activity,
    ApproachKind,
    Conservative,
    Course,
    Deficit,
    Diagnosis,
    HistoryItem,
    ImagedRegion,
    Investigation,
    LevelRelation,
    Measured,
    OtherTreatment,
    RedFlag,
    RedFlagScreen,
    Relief,
    ResultWord,
    Route,
    Severity,
    Side,
    Sign,
    Specialty,
    SpineSurgery,
    Timing,
    Told,
    Urgency,
    Vertebra,
    VitalSigns,
)
from bloodpatch.pathway.stages.assessment.choices import (
    Advice,
    Aim,
    Asked,
    Basis,
    Correction,
    Decided,
    Delivery,
    Function,
    GivenAt,
    HeadacheSite,
    Labour,
    ObstetricState,
    Pathway,
    Progress,
    Quality,
    Standing,
    WorseWith,
)
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.treatment_way import Way
from bloodpatch.pathway.values import (
    Answer,
    Count,
    Dose,
    FreeText,
    Grade,
    Millilitres,
    Minutes,
    Pain,
    PainPosition,
    SpinalLevel,
    Years,
)

__all__ = ["RedFlagScreen", "VitalSigns"]


@dataclass(frozen=True, kw_only=True)
class Headache(Told):
    """The headache as the patient has it now."""

    pain_lying: Pain | None = payload(
        "Lying flat, for at least as long as the test of posture takes",
        ask="Pain lying",
        position=PainPosition.LYING,
        value="assessment.posture_test_minutes",
    )
    pain_upright: Pain | None = payload(
        "Sitting or standing, for at most as long as the test of posture takes",
        ask="Pain upright",
        position=PainPosition.UPRIGHT,
        value="assessment.posture_test_minutes",
    )
    position_dependent: Answer | None = payload(
        "Does it change with posture?", ask="Worse upright, better lying?"
    )
    called_typical: Answer | None = payload(
        "Called typical by whoever told it", ask="Typical?", more=True
    )
    severity: Severity | None = payload(
        "How bad, where no number is known", ask="How bad, in words"
    )
    function: Function | None = payload("What it leaves possible", ask="What can the patient do?")
    site: tuple[HeadacheSite, ...] | None = payload("Where it hurts", ask="Where")
    site_worst: HeadacheSite | None = payload("Where it hurts most", ask="Worst at", more=True)
    radiation: tuple[HeadacheSite, ...] | None = payload(
        "Where it goes to", ask="Spreads to", more=True
    )
    quality: tuple[Quality, ...] | None = payload(
        "What it is like", ask="What is it like?", more=True
    )
    course: Course | None = payload("How it has gone on", ask="Since it began")
    relief_lying: Relief | None = payload("How much lying helps", ask="Relief on lying", more=True)
    minutes_to_worse: Minutes | None = payload("Upright until worse", ask="Worse after", more=True)
    worse_with: tuple[WorseWith, ...] | None = payload(
        "What makes it worse", ask="Worse with", more=True
    )
    unlike_usual: Answer | None = payload(
        "Unlike the usual headaches", ask="Unlike usual ones?", more=True
    )
    positional_part: Course | None = payload(
        "The part that posture explains", ask="Postural part", more=True
    )
    relief_from_care: Relief | None = payload(
        "What care has done", ask="Relief from care so far", more=True
    )
    lasting: Timing | None = payload("How long it has lasted", ask="Lasting", more=True)
    pain: tuple[Pain, ...] | None = payload(
        "Other scores, each with its position", ask="Other scores", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Symptoms(Told, Deficit):
    """What else the patient has, and does not have."""

    episodic: Answer | None = payload("Do they come and go?", ask="Come and go?", more=True)
    times: Count | None = payload("How many times they came", ask="How many times", more=True)
    severity: Severity | None = payload("How bad, in words", ask="How bad", more=True)
    kernig: Answer | None = payload("Sign of Kernig", ask="Kernig", more=True)
    fever: Answer | None = payload("Fever", ask="Fever")
    confirmed_by: Specialty | None = payload("Who confirmed them", ask="Confirmed by", more=True)
    course: Course | None = payload("How they went on", ask="Since then")
    correction: Correction | None = payload(
        "How double vision was helped", ask="Helped by", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Obstetrics(Told):
    """Pregnancy and birth."""

    state: ObstetricState | None = payload("Pregnant, in labour, after birth", ask="State")
    weeks: Count | None = payload("Completed weeks", ask="Weeks")
    days: Count | None = payload("Days beyond them", ask="and days")
    gravida: Count | None = payload("Pregnancies", ask="Gravida", more=True)
    para: Count | None = payload("Births", ask="Para", more=True)
    delivery: Delivery | None = payload("How the child was or will be born", ask="Birth")
    labour: Labour | None = payload("How labour began", ask="Labour", more=True)
    days_since_birth: Count | None = payload("Days since the birth", ask="Days since birth")
    previous_caesarean: Answer | None = payload(
        "An earlier caesarean", ask="Earlier caesarean?", more=True
    )
    cerclage: Answer | None = payload("A cerclage", ask="Cerclage?", more=True)
    hypertension: Answer | None = payload("High blood pressure", ask="High blood pressure?")
    proteinuria: Answer | None = payload("Protein in the urine", ask="Protein in urine?")
    urine_protein: Answer | None = payload(
        "Urine protein raised", ask="Urine protein raised?", more=True
    )
    labs_pih: ResultWord | None = payload("Bloods for pre-eclampsia", ask="Bloods", more=True)
    breastfeeding: Answer | None = payload("Breastfeeding", ask="Breastfeeding?")
    fetus_well: Answer | None = payload("Is the fetus well?", ask="Fetus well?", more=True)
    obstetric_review: Answer | None = payload(
        "Seen by obstetrics", ask="Seen by obstetrics?", more=True
    )


@dataclass(frozen=True, kw_only=True)
class History(Told):
    """One thing that the patient had or has."""

    condition: HistoryItem = payload("What", ask="Condition", required=True)
    activity: Activity | None = payload("Whether it is active", ask="Now")
    level: tuple[SpinalLevel, ...] | None = payload("Spaces concerned", ask="Levels")
    top: Vertebra | None = payload("From this vertebra", ask="From", more=True)
    bottom: Vertebra | None = payload("To this vertebra", ask="to", more=True)
    side: Side | None = payload("Side", ask="Side", more=True)
    surgery: SpineSurgery | None = payload("Kind of surgery of the spine", ask="Surgery")
    several_levels: Answer | None = payload(
        "At more than one level, which not told", ask="Several levels?", more=True
    )
    spontaneous: Answer | None = payload("Came without a cause", ask="Spontaneous?", more=True)
    result: ResultWord | None = payload("How it was found", ask="Result")
    test_first: tuple[Investigation, ...] | None = payload(
        "What found it", ask="Found by", more=True
    )
    asa: Grade | None = payload("ASA class", ask="ASA class", more=True)
    frequency_per_year: Count | None = payload("Times a year", ask="Times a year", more=True)
    age_at_start: Years | None = payload("Age when it began", ask="Age when it began", more=True)


@dataclass(frozen=True, kw_only=True)
class Examination(Told):
    """An investigation that was asked for, done or refused, and what it showed."""

    kind: tuple[Investigation, ...] = payload("What was done", ask="Investigation", required=True)
    region: tuple[ImagedRegion, ...] | None = payload("Of which part", ask="Of")
    contrast: Answer | None = payload("With contrast", ask="Contrast?", more=True)
    urgency: Urgency | None = payload("How soon", ask="How soon")
    done: Progress | None = payload("Asked for, done or refused", ask="State")
    result: ResultWord | None = payload("The result in a word", ask="Result")
    signs: tuple[Sign, ...] | None = payload("What it showed", ask="Showed")
    values: tuple[Measured, ...] | None = payload("Measured values", ask="Values")
    question: tuple[RedFlag, ...] | None = payload(
        "The flag in question", ask="Because of", more=True
    )
    in_question: tuple[Diagnosis, ...] | None = payload(
        "Diagnosis in question", ask="Looking for", more=True
    )
    repeated: Answer | None = payload("Done again", ask="Repeat?", more=True)
    causes: Diagnosis | None = payload("What it was taken to show", ask="Taken to show", more=True)


@dataclass(frozen=True, kw_only=True)
class Opinion(Told):
    """A specialist joined."""

    specialty: Specialty = payload("Who", ask="Specialty", required=True)
    asked: tuple[Asked, ...] | None = payload("What was asked", ask="Asked about")
    advice: Advice | None = payload("What was answered", ask="Advice")
    diagnosis: Diagnosis | None = payload("Which diagnosis", ask="Diagnosis")
    clears: tuple[RedFlag, ...] | None = payload("Flags explained otherwise", ask="Explains")


@dataclass(frozen=True, kw_only=True)
class Care(Told):
    """Care without a patch."""

    measures: tuple[Conservative, ...] | None = payload("What was done", ask="Measures")
    dose: tuple[Dose, ...] | None = payload("Doses", ask="Doses", more=True)
    times_per_day: Count | None = payload("Times a day", ask="Times a day", more=True)
    route: Route | None = payload("Route", ask="Route")
    effect: Relief | None = payload("What it did", ask="Effect")
    given_at: GivenAt | None = payload("On which occasion", ask="Occasion", more=True)
    lasting: Timing | None = payload("For how long", ask="For", more=True)


@dataclass(frozen=True, kw_only=True)
class OtherCare(Told):
    """A treatment that is neither a patch nor conservative care."""

    kind: tuple[OtherTreatment, ...] = payload("What was done", ask="Treatment", required=True)
    side: Side | None = payload("Side", ask="Side", more=True)
    route: Route | None = payload("Route", ask="Route")
    by: Specialty | None = payload("By whom", ask="By")
    dose: Dose | None = payload("Dose", ask="Dose", more=True)
    days: Count | None = payload("For how many days", ask="Days")
    effect: Relief | None = payload("What it did", ask="Effect")
    helped: Timing | None = payload("How soon it helped", ask="Helped after", more=True)
    outcome: Course | None = payload("What followed", ask="Then")


@dataclass(frozen=True, kw_only=True)
class Naming(Told):
    """A diagnosis, and how sure."""

    diagnosis: tuple[Diagnosis, ...] = payload("Which", ask="Diagnosis", required=True)
    standing: Standing | None = payload("How it stands", ask="Standing")
    by: Specialty | None = payload("By whom", ask="By")


PATCHES = frozenset(
    {
        Decided.PATCH,
        Decided.REPEAT_PATCH,
        Decided.IMMEDIATE_PATCH,
        Decided.TARGETED_PATCH,
        Decided.GLUE,
        Decided.PATCH_AS_TEST,
    }
)
ELSEWHERE = frozenset({Decided.ANOTHER_PATHWAY, Decided.URGENT_REFERRAL})


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What speaks for a decision, and how it is to be done."""

    basis: tuple[Basis, ...] | None = payload("What it rests on", ask="Because")
    aim: tuple[Aim, ...] | None = payload("What it is for", ask="Aim")
    planned_ml: Millilitres | None = payload("Volume planned", ask="Volume planned")
    planned_route: ApproachKind | None = payload("Way planned", ask="Way planned", more=True)
    planned_relation: LevelRelation | None = payload(
        "Level planned", ask="Level planned", more=True
    )


@dataclass(frozen=True, kw_only=True)
class PatchPlan(Plan):
    """A physician decides on a patch here and now."""

    reason: FreeText | None = payload("In the physician's words", ask="Reason")

    @property
    def way(self) -> Way:
        return Way.PATCH


@dataclass(frozen=True, kw_only=True)
class Decision(Told, Plan):
    """What was decided, here or elsewhere: a fact, whoever may disagree with it."""

    decision: Decided = payload("What was decided", ask="Decision", required=True)
    pathway: Pathway | None = payload("Which pathway", ask="Pathway", more=True)
    decided_by: tuple[Specialty, ...] | None = payload("By whom", ask="Decided by")
    withheld_by: tuple[Specialty, ...] | None = payload("Withheld by", ask="Withheld by", more=True)
    declined: Answer | None = payload("Did the patient decline?", ask="Declined?")
    diagnosis_question: tuple[Diagnosis, ...] | None = payload(
        "In question", ask="In question", more=True
    )

    @property
    def way(self) -> Way:
        if self.decision in PATCHES:
            return Way.PATCH
        return Way.OTHER_PATHWAY if self.decision in ELSEWHERE else Way.CONSERVATIVE
