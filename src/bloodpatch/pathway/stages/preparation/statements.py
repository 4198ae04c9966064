"""What is stated in preparation."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    Antithrombotic,
    DoseClass,
    ImagingGuide,
    Measured,
    Neurology,
    RedFlagScreen,
    ResultWord,
    Route,
    SedationLevel,
    SedationPhase,
    Symptom,
    Timing,
    Told,
    VitalSigns,
)
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.preparation.choices import (
    AccessSite,
    Allergy,
    BloodUse,
    ConsentItem,
    Identifier,
    InfectionSite,
    Purpose,
    SignedBy,
    SpecialConsent,
)
from bloodpatch.pathway.statements import said
from bloodpatch.pathway.values import (
    Answer,
    ApaisAnxiety,
    ApaisInformation,
    Count,
    CrClMlPerMin,
    Dose,
    FreeText,
    Hours,
    Inr,
    PlateletCount,
    SpinalLevel,
    When,
)

__all__ = ["VitalSigns"]


@dataclass(frozen=True, kw_only=True)
class Arrival(Told):
    """The patient is here."""

    identity: tuple[Identifier, ...] | None = said(
        "How it is known who she is", ask="Identified by"
    )
    bay: Code | None = said("Where the patient waits", ask="Place")


@dataclass(frozen=True, kw_only=True)
class Rescreen(RedFlagScreen):
    """The red flags once more, on the day, and infection."""

    infection: Answer | None = said("Any infection now", ask="Any infection?")
    infection_site: tuple[InfectionSite, ...] | None = said("Where", ask="Where?")
    neutropenic: Answer | None = said("Low neutrophils", ask="Low neutrophils?", more=True)
    asepsis_both_sites: Answer | None = said(
        "Vein and back can be kept clean", ask="Both sites?", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Baseline(Told, Neurology):
    """Legs and bladder, examined: the baseline for everything that follows."""

    old_deficit: tuple[Symptom, ...] | None = said(
        "Known from before", ask="Known from before", more=True
    )


@dataclass(frozen=True, kw_only=True)
class BleedingHistory(Told):
    """Asked of every patient, always."""

    bleeding_history: Answer | None = said("Bled more than others", ask="Bleeds easily?")
    antithrombotic: Answer | None = said("Any drug against clotting", ask="Takes a blood thinner?")
    antiplatelet: Answer | None = said("Any drug against platelets", ask="Takes aspirin or alike?")
    long_on_heparin: Answer | None = said(
        "Heparin for more days than may pass without a count of platelets",
        ask="Heparin for long?",
        value="preparation.heparin_platelets_after_days",
        more=True,
    )


ALWAYS_ASKED = {
    "bleeding_history": "bleeding",
    "antithrombotic": "drugs against clotting",
    "antiplatelet": "drugs against platelets",
}
"""Asked of every patient, in these words."""

OF_PLATELETS = "antiplatelet"
DRUG_QUESTIONS = ("antithrombotic", "antiplatelet", "long_on_heparin")


@dataclass(frozen=True, kw_only=True)
class AntithromboticDrug(Told):
    """One drug against clotting, and its clocks."""

    drug: Antithrombotic = said("Which drug", ask="Drug", required=True)
    last_dose: When | None = said("When the last dose was taken", ask="Last dose")
    dose: Dose | None = said("How much", ask="Dose")
    times_per_day: Count | None = said("Times a day", ask="Times a day", more=True)
    route: Route | None = said("Route", ask="Route", more=True)
    dose_class: DoseClass | None = said("Low or high dose", ask="Dose class")
    purpose: Purpose | None = said("What for", ask="What for", more=True)
    crcl: CrClMlPerMin | None = said("Creatinine clearance", ask="Creatinine clearance", more=True)
    running: Answer | None = said("Still being given", ask="Still given?", more=True)
    restart: Timing | None = said("When it is given again", ask="Restart", more=True)


@dataclass(frozen=True, kw_only=True)
class Laboratory(Told):
    """Values, where something recorded asks for them."""

    platelets: PlateletCount | None = said("Platelets", ask="Platelets")
    inr: Inr | None = said("INR", ask="INR")
    crcl: CrClMlPerMin | None = said("Creatinine clearance", ask="Creatinine clearance", more=True)
    neutrophils_low: Answer | None = said("Low neutrophils", ask="Low neutrophils?", more=True)
    word: ResultWord | None = said("The result in a word", ask="Result", more=True)
    values: tuple[Measured, ...] | None = said("Other values", ask="Other values", more=True)
    taken: When | None = said("When the sample was taken", ask="Taken")


@dataclass(frozen=True, kw_only=True)
class PregnancyQuestion(Told):
    """Asked where X-rays are planned."""

    pregnant: Answer | None = said("Can the patient be pregnant", ask="Pregnant?")
    imaging_planned: ImagingGuide | None = said("Imaging planned", ask="Imaging planned")


@dataclass(frozen=True, kw_only=True)
class Allergies(Told):
    """The whole list; "none known" is an answer too."""

    allergies: tuple[Allergy, ...] = said("To what", ask="Allergies", required=True)


@dataclass(frozen=True, kw_only=True)
class Access(Told):
    """A cannula."""

    gauge: Count | None = said("Gauge", ask="Gauge")
    site: AccessSite | None = said("Where", ask="Where")


@dataclass(frozen=True, kw_only=True)
class Anxiety(Told):
    """APAIS: four questions about anxiety, two about information."""

    anxiety: ApaisAnxiety | None = said("Anxiety, 4 to 20", ask="APAIS anxiety")
    information: ApaisInformation | None = said("Wish to know, 2 to 10", ask="APAIS information")


@dataclass(frozen=True, kw_only=True)
class SedationPlan(Told):
    """A physician's decision: none, or how deep (T5)."""

    plan: SedationLevel = said("How deep", ask="Sedation", required=True)
    phases: tuple[SedationPhase, ...] | None = said("For which part", ask="For")
    awake_for_blood: Answer | None = said("Awake while blood goes in", ask="Awake for the blood?")
    drugs: tuple[Dose, ...] | None = said("Drugs planned", ask="Drugs")
    watched: Answer | None = said("Somebody does nothing but watch", ask="Somebody only watches?")
    antagonist: Answer | None = said("An antagonist is at hand", ask="Antagonist at hand?")


MEALS = {"clear_h": "a clear drink", "light_h": "a light meal", "fatty_h": "a fatty meal"}


@dataclass(frozen=True, kw_only=True)
class Fasting(Told):
    """How long since the last drink and meal."""

    clear_h: Hours | None = said("Since the last clear fluid", ask="Clear fluid")
    light_h: Hours | None = said("Since the last light meal", ask="Light meal")
    fatty_h: Hours | None = said("Since the last fatty meal", ask="Fatty meal")


@dataclass(frozen=True, kw_only=True)
class Escort(Told):
    """Who takes the patient home and stays."""

    escort: Answer = said("A responsible adult takes her home", ask="Escort?", required=True)


@dataclass(frozen=True, kw_only=True)
class Consent(Told):
    """What was explained, and a yes (or a no to some of it)."""

    signed_by: SignedBy | None = said("Who signed", ask="Signed by")
    named: tuple[ConsentItem, ...] | None = said("What was named", ask="Named")
    special: tuple[SpecialConsent, ...] | None = said(
        "What was talked about", ask="Special topics", more=True
    )
    refused: tuple[ConsentItem, ...] | None = said(
        "What is not consented to", ask="Not agreed", more=True
    )
    blood_use: BloodUse | None = said("Use of own blood", ask="Own blood")
    continuity_wished: Answer | None = said(
        "Blood stays in circuit", ask="Circuit unbroken?", more=True
    )
    assent: Answer | None = said("A child's own yes", ask="Assent of the child?", more=True)
    leaflet_version: Code | None = said("Version of the leaflet", ask="Leaflet")
    interpreter: Answer | None = said("With an interpreter", ask="Interpreter?")


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawal(Told):
    """A yes taken back."""


@dataclass(frozen=True, kw_only=True)
class TimeOut:
    """Everybody stops and says it aloud."""

    identity: tuple[Identifier, ...] = said(
        "Identifiers given again now", ask="Identified by", required=True
    )
    level: SpinalLevel | None = said("The space that is planned", ask="Level planned")
    allergies_read: Answer | None = said("Allergies were read aloud", ask="Allergies read aloud?")
    physician: Code | None = said("Who gives the patch", ask="Physician")
    second: Code | None = said("Who draws the blood", ask="Second operator")
    remark: FreeText | None = said("Anything that was said", ask="Remark", more=True)
