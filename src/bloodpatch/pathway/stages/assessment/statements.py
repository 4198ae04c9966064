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
from bloodpatch.pathway.statements import said
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

    pain_lying: Pain | None = said("Lying flat", ask="Pain lying", position=PainPosition.LYING)
    pain_upright: Pain | None = said(
        "Sitting or standing", ask="Pain upright", position=PainPosition.UPRIGHT
    )
    position_dependent: Answer | None = said(
        "Does it change with posture?", ask="Worse upright, better lying?"
    )
    called_typical: Answer | None = said(
        "Called typical by whoever told it", ask="Typical?", more=True
    )
    severity: Severity | None = said("How bad, where no number is known", ask="How bad, in words")
    function: Function | None = said("What it leaves possible", ask="What can the patient do?")
    site: tuple[HeadacheSite, ...] | None = said("Where it hurts", ask="Where")
    site_worst: HeadacheSite | None = said("Where it hurts most", ask="Worst at", more=True)
    radiation: tuple[HeadacheSite, ...] | None = said(
        "Where it goes to", ask="Spreads to", more=True
    )
    quality: tuple[Quality, ...] | None = said("What it is like", ask="What is it like?", more=True)
    course: Course | None = said("How it has gone on", ask="Since it began")
    relief_lying: Relief | None = said("How much lying helps", ask="Relief on lying", more=True)
    minutes_to_worse: Minutes | None = said("Upright until worse", ask="Worse after", more=True)
    worse_with: tuple[WorseWith, ...] | None = said(
        "What makes it worse", ask="Worse with", more=True
    )
    unlike_usual: Answer | None = said(
        "Unlike the usual headaches", ask="Unlike usual ones?", more=True
    )
    positional_part: Course | None = said(
        "The part that posture explains", ask="Postural part", more=True
    )
    relief_from_care: Relief | None = said(
        "What care has done", ask="Relief from care so far", more=True
    )
    lasting: Timing | None = said("How long it has lasted", ask="Lasting", more=True)
    pain: tuple[Pain, ...] | None = said(
        "Other scores, each with its position", ask="Other scores", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Symptoms(Told, Deficit):
    """What else the patient has, and does not have."""

    episodic: Answer | None = said("Do they come and go?", ask="Come and go?", more=True)
    times: Count | None = said("How many times they came", ask="How many times", more=True)
    severity: Severity | None = said("How bad, in words", ask="How bad", more=True)
    kernig: Answer | None = said("Sign of Kernig", ask="Kernig", more=True)
    fever: Answer | None = said("Fever", ask="Fever")
    confirmed_by: Specialty | None = said("Who confirmed them", ask="Confirmed by", more=True)
    course: Course | None = said("How they went on", ask="Since then")
    correction: Correction | None = said("How double vision was helped", ask="Helped by", more=True)


@dataclass(frozen=True, kw_only=True)
class Obstetrics(Told):
    """Pregnancy and birth."""

    state: ObstetricState | None = said("Pregnant, in labour, after birth", ask="State")
    weeks: Count | None = said("Completed weeks", ask="Weeks")
    days: Count | None = said("Days beyond them", ask="and days")
    gravida: Count | None = said("Pregnancies", ask="Gravida", more=True)
    para: Count | None = said("Births", ask="Para", more=True)
    delivery: Delivery | None = said("How the child was or will be born", ask="Birth")
    labour: Labour | None = said("How labour began", ask="Labour", more=True)
    days_since_birth: Count | None = said("Days since the birth", ask="Days since birth")
    previous_caesarean: Answer | None = said(
        "An earlier caesarean", ask="Earlier caesarean?", more=True
    )
    cerclage: Answer | None = said("A cerclage", ask="Cerclage?", more=True)
    hypertension: Answer | None = said("High blood pressure", ask="High blood pressure?")
    proteinuria: Answer | None = said("Protein in the urine", ask="Protein in urine?")
    urine_protein: Answer | None = said(
        "Urine protein raised", ask="Urine protein raised?", more=True
    )
    labs_pih: ResultWord | None = said("Bloods for pre-eclampsia", ask="Bloods", more=True)
    breastfeeding: Answer | None = said("Breastfeeding", ask="Breastfeeding?")
    fetus_well: Answer | None = said("Is the fetus well?", ask="Fetus well?", more=True)
    obstetric_review: Answer | None = said(
        "Seen by obstetrics", ask="Seen by obstetrics?", more=True
    )


@dataclass(frozen=True, kw_only=True)
class History(Told):
    """One thing that the patient had or has."""

    condition: HistoryItem = said("What", ask="Condition", required=True)
    activity: Activity | None = said("Whether it is active", ask="Now")
    level: tuple[SpinalLevel, ...] | None = said("Spaces concerned", ask="Levels")
    top: Vertebra | None = said("From this vertebra", ask="From", more=True)
    bottom: Vertebra | None = said("To this vertebra", ask="to", more=True)
    side: Side | None = said("Side", ask="Side", more=True)
    surgery: SpineSurgery | None = said("Kind of surgery of the spine", ask="Surgery")
    several_levels: Answer | None = said(
        "At more than one level, which not told", ask="Several levels?", more=True
    )
    spontaneous: Answer | None = said("Came without a cause", ask="Spontaneous?", more=True)
    result: ResultWord | None = said("How it was found", ask="Result")
    test_first: tuple[Investigation, ...] | None = said("What found it", ask="Found by", more=True)
    asa: Grade | None = said("ASA class", ask="ASA class", more=True)
    frequency_per_year: Count | None = said("Times a year", ask="Times a year", more=True)
    age_at_start: Years | None = said("Age when it began", ask="Age when it began", more=True)


@dataclass(frozen=True, kw_only=True)
class Examination(Told):
    """An investigation that was asked for, done or refused, and what it showed."""

    kind: tuple[Investigation, ...] = said("What was done", ask="Investigation", required=True)
    region: tuple[ImagedRegion, ...] | None = said("Of which part", ask="Of")
    contrast: Answer | None = said("With contrast", ask="Contrast?", more=True)
    urgency: Urgency | None = said("How soon", ask="How soon")
    done: Progress | None = said("Asked for, done or refused", ask="State")
    result: ResultWord | None = said("The result in a word", ask="Result")
    signs: tuple[Sign, ...] | None = said("What it showed", ask="Showed")
    values: tuple[Measured, ...] | None = said("Measured values", ask="Values")
    question: tuple[RedFlag, ...] | None = said("The flag in question", ask="Because of", more=True)
    in_question: tuple[Diagnosis, ...] | None = said(
        "Diagnosis in question", ask="Looking for", more=True
    )
    repeated: Answer | None = said("Done again", ask="Repeat?", more=True)
    causes: Diagnosis | None = said("What it was taken to show", ask="Taken to show", more=True)


@dataclass(frozen=True, kw_only=True)
class Opinion(Told):
    """A specialist joined."""

    specialty: Specialty = said("Who", ask="Specialty", required=True)
    asked: tuple[Asked, ...] | None = said("What was asked", ask="Asked about")
    advice: Advice | None = said("What was answered", ask="Advice")
    diagnosis: Diagnosis | None = said("Which diagnosis", ask="Diagnosis")
    clears: tuple[RedFlag, ...] | None = said("Flags explained otherwise", ask="Explains")


@dataclass(frozen=True, kw_only=True)
class Care(Told):
    """Care without a patch."""

    measures: tuple[Conservative, ...] | None = said("What was done", ask="Measures")
    dose: tuple[Dose, ...] | None = said("Doses", ask="Doses", more=True)
    times_per_day: Count | None = said("Times a day", ask="Times a day", more=True)
    route: Route | None = said("Route", ask="Route")
    effect: Relief | None = said("What it did", ask="Effect")
    given_at: GivenAt | None = said("On which occasion", ask="Occasion", more=True)
    lasting: Timing | None = said("For how long", ask="For", more=True)


@dataclass(frozen=True, kw_only=True)
class OtherCare(Told):
    """A treatment that is neither a patch nor conservative care."""

    kind: tuple[OtherTreatment, ...] = said("What was done", ask="Treatment", required=True)
    side: Side | None = said("Side", ask="Side", more=True)
    route: Route | None = said("Route", ask="Route")
    by: Specialty | None = said("By whom", ask="By")
    dose: Dose | None = said("Dose", ask="Dose", more=True)
    days: Count | None = said("For how many days", ask="Days")
    effect: Relief | None = said("What it did", ask="Effect")
    helped: Timing | None = said("How soon it helped", ask="Helped after", more=True)
    outcome: Course | None = said("What followed", ask="Then")


@dataclass(frozen=True, kw_only=True)
class Naming(Told):
    """A diagnosis, and how sure."""

    diagnosis: tuple[Diagnosis, ...] = said("Which", ask="Diagnosis", required=True)
    standing: Standing | None = said("How it stands", ask="Standing")
    by: Specialty | None = said("By whom", ask="By")


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

    basis: tuple[Basis, ...] | None = said("What it rests on", ask="Because")
    aim: tuple[Aim, ...] | None = said("What it is for", ask="Aim")
    planned_ml: Millilitres | None = said("Volume planned", ask="Volume planned")
    planned_route: ApproachKind | None = said("Way planned", ask="Way planned", more=True)
    planned_relation: LevelRelation | None = said("Level planned", ask="Level planned", more=True)


@dataclass(frozen=True, kw_only=True)
class PatchPlan(Plan):
    """A physician decides on a patch here and now."""

    reason: FreeText | None = said("In the physician's words", ask="Reason")

    @property
    def way(self) -> Way:
        return Way.PATCH


@dataclass(frozen=True, kw_only=True)
class Decision(Told, Plan):
    """What was decided, here or elsewhere: a fact, whoever may disagree with it."""

    decision: Decided = said("What was decided", ask="Decision", required=True)
    pathway: Pathway | None = said("Which pathway", ask="Pathway", more=True)
    decided_by: tuple[Specialty, ...] | None = said("By whom", ask="Decided by")
    withheld_by: tuple[Specialty, ...] | None = said("Withheld by", ask="Withheld by", more=True)
    declined: Answer | None = said("Did the patient decline?", ask="Declined?")
    diagnosis_question: tuple[Diagnosis, ...] | None = said(
        "In question", ask="In question", more=True
    )

    @property
    def way(self) -> Way:
        if self.decision in PATCHES:
            return Way.PATCH
        return Way.OTHER_PATHWAY if self.decision in ELSEWHERE else Way.CONSERVATIVE
