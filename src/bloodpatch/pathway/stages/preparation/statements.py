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
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.clinical.blood_use import (
    BloodUse,
    SpecialConsent,
)
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.preparation.choices import (
    AccessSite,
    ConsentItem,
    Identifier,
    InfectionSite,
    Purpose,
    SignedBy,
)
from bloodpatch.pathway.statements import payload
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
    Millilitres,
    PlateletCount,
    SpinalLevel,
    When,
)

__all__ = ["VitalSigns"]


@dataclass(frozen=True, kw_only=True)
class Arrival(Told):
    """The patient is here."""

    identity: tuple[Identifier, ...] | None = payload(
        "How it is known who she is", ask="Identified by"
    )
    bay: Code | None = payload("Where the patient waits", ask="Place")


@dataclass(frozen=True, kw_only=True)
class Rescreen(RedFlagScreen):
    """The red flags once more, on the day, and infection."""

    infection: Answer | None = payload("Any infection now", ask="Any infection?")
    infection_site: tuple[InfectionSite, ...] | None = payload("Where", ask="Where?")
    neutropenic: Answer | None = payload("Low neutrophils", ask="Low neutrophils?", more=True)
    asepsis_both_sites: Answer | None = payload(
        "Vein and back can be kept clean", ask="Both sites?", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Baseline(Told, Neurology):
    """Legs and bladder, examined: the baseline for everything that follows."""

    old_deficit: tuple[Symptom, ...] | None = payload(
        "Known from before", ask="Known from before", more=True
    )


@dataclass(frozen=True, kw_only=True)
class BleedingHistory(Told):
    """Asked of every patient, always."""

    bleeding_history: Answer | None = payload("Bled more than others", ask="Bleeds easily?")
    antithrombotic: Answer | None = payload(
        "Any drug against clotting", ask="Takes a blood thinner?"
    )
    antiplatelet: Answer | None = payload(
        "Any drug against platelets", ask="Takes aspirin or alike?"
    )
    long_on_heparin: Answer | None = payload(
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

    drug: Antithrombotic = payload("Which drug", ask="Drug", required=True)
    last_dose: When | None = payload("When the last dose was taken", ask="Last dose")
    dose: Dose | None = payload("How much", ask="Dose")
    times_per_day: Count | None = payload("Times a day", ask="Times a day", more=True)
    route: Route | None = payload("Route", ask="Route", more=True)
    dose_class: DoseClass | None = payload("Low or high dose", ask="Dose class")
    purpose: Purpose | None = payload("What for", ask="What for", more=True)
    crcl: CrClMlPerMin | None = payload(
        "Creatinine clearance", ask="Creatinine clearance", more=True
    )
    running: Answer | None = payload("Still being given", ask="Still given?", more=True)
    restart: Timing | None = payload("When it is given again", ask="Restart", more=True)


@dataclass(frozen=True, kw_only=True)
class Laboratory(Told):
    """Values, where something recorded asks for them."""

    platelets: PlateletCount | None = payload("Platelets", ask="Platelets")
    inr: Inr | None = payload("INR", ask="INR")
    crcl: CrClMlPerMin | None = payload(
        "Creatinine clearance", ask="Creatinine clearance", more=True
    )
    neutrophils_low: Answer | None = payload("Low neutrophils", ask="Low neutrophils?", more=True)
    word: ResultWord | None = payload("The result in a word", ask="Result", more=True)
    values: tuple[Measured, ...] | None = payload("Other values", ask="Other values", more=True)
    taken: When | None = payload("When the sample was taken", ask="Taken")


@dataclass(frozen=True, kw_only=True)
class PregnancyQuestion(Told):
    """Asked where X-rays are planned; late in pregnancy the child is asked after as well."""

    pregnant: Answer | None = payload("Can the patient be pregnant", ask="Pregnant?")
    imaging_planned: ImagingGuide | None = payload("Imaging planned", ask="Imaging planned")
    fetus_well: Answer | None = payload("Whether the fetus is well", ask="Fetus well?", more=True)
    labour_ward_told: Answer | None = payload(
        "Whether the labour ward knows of the patch", ask="Labour ward told?", more=True
    )


@dataclass(frozen=True, kw_only=True)
class Allergies(Told):
    """The whole list; "none known" is an answer too."""

    allergies: tuple[Allergy, ...] = payload("To what", ask="Allergies", required=True)


@dataclass(frozen=True, kw_only=True)
class Access(Told):
    """A cannula."""

    gauge: Count | None = payload("Gauge", ask="Gauge")
    site: AccessSite | None = payload("Where", ask="Where")


@dataclass(frozen=True, kw_only=True)
class Anxiety(Told):
    """APAIS: four questions about anxiety, two about information."""

    anxiety: ApaisAnxiety | None = payload("Anxiety, 4 to 20", ask="APAIS anxiety")
    information: ApaisInformation | None = payload("Wish to know, 2 to 10", ask="APAIS information")


@dataclass(frozen=True, kw_only=True)
class SedationPlan(Told):
    """A physician's decision: none, or how deep (T5)."""

    plan: SedationLevel = payload("How deep", ask="Sedation", required=True)
    phases: tuple[SedationPhase, ...] | None = payload("For which part", ask="For")
    awake_for_blood: Answer | None = payload(
        "Awake while blood goes in", ask="Awake for the blood?"
    )
    drugs: tuple[Dose, ...] | None = payload("Drugs planned", ask="Drugs")
    watched: Answer | None = payload(
        "Somebody does nothing but watch", ask="Somebody only watches?"
    )
    antagonist: Answer | None = payload("An antagonist is at hand", ask="Antagonist at hand?")


MEALS = {"clear_h": "a clear drink", "light_h": "a light meal", "fatty_h": "a fatty meal"}


@dataclass(frozen=True, kw_only=True)
class Fasting(Told):
    """How long since the last drink and meal."""

    clear_h: Hours | None = payload("Since the last clear fluid", ask="Clear fluid")
    light_h: Hours | None = payload("Since the last light meal", ask="Light meal")
    fatty_h: Hours | None = payload("Since the last fatty meal", ask="Fatty meal")


@dataclass(frozen=True, kw_only=True)
class Escort(Told):
    """Who takes the patient home and stays."""

    escort: Answer = payload("A responsible adult takes her home", ask="Escort?", required=True)


@dataclass(frozen=True, kw_only=True)
class Consent(Told):
    """What was explained, and a yes (or a no to some of it)."""

    signed_by: SignedBy | None = payload("Who signed", ask="Signed by")
    named: tuple[ConsentItem, ...] | None = payload("What was named", ask="Named")
    special: tuple[SpecialConsent, ...] | None = payload(
        "What was talked about", ask="Special topics", more=True
    )
    refused: tuple[ConsentItem, ...] | None = payload(
        "What is not consented to", ask="Not agreed", more=True
    )
    blood_use: BloodUse | None = payload("Use of own blood", ask="Own blood")
    continuity_wished: Answer | None = payload(
        "Blood stays in circuit", ask="Circuit unbroken?", more=True
    )
    assent: Answer | None = payload(
        "The patient's own yes, where another consents", ask="Own yes (assent)?", more=True
    )
    leaflet_version: Code | None = payload("Version of the leaflet", ask="Leaflet")
    language: Code | None = payload("The language in which it was talked", ask="Language")
    interpreter: Answer | None = payload("With an interpreter", ask="Interpreter?")
    capacity: Answer | None = payload(
        "Whether the patient has the capacity to decide", ask="Capacity to decide?", more=True
    )
    guardian_document: Answer | None = payload(
        "Whether the document that names the guardian was seen",
        ask="Guardian's document seen?",
        more=True,
    )


@dataclass(frozen=True, kw_only=True)
class ConsentWithdrawal(Told):
    """A yes taken back."""


@dataclass(frozen=True, kw_only=True)
class TimeOut:
    """Everybody stops and says it aloud."""

    identity: tuple[Identifier, ...] = payload(
        "Identifiers given again now", ask="Identified by", required=True
    )
    level: SpinalLevel | None = payload("The space that is planned", ask="Level planned")
    planned_ml: Millilitres | None = payload(
        "How much blood is to go in", ask="Blood planned", more=True
    )
    allergies_read: Answer | None = payload(
        "Allergies were read aloud", ask="Allergies read aloud?"
    )
    physician: Code | None = payload("Who gives the patch", ask="Physician")
    second: Code | None = payload("Who draws the blood", ask="Second operator")
    remark: FreeText | None = payload("Anything that was said", ask="Remark", more=True)
