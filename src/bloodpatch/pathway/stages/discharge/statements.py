"""What is stated before a patient goes home, and about the going."""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import (
    Antithrombotic,
    Examined,
    Neurology,
    Setting,
    Symptom,
    Timing,
    Told,
)
from bloodpatch.pathway.clinical import Warning as WarnedOf
from bloodpatch.pathway.codes import Code
from bloodpatch.pathway.stages.discharge.choices import Company, LeavingReason, Restart
from bloodpatch.pathway.statements import said
from bloodpatch.pathway.values import Aldrete, Answer, Count, Padss, When


@dataclass(frozen=True, kw_only=True)
class NeurologyCheck(Told, Neurology):
    """T14: the same examination as before the patch."""


@dataclass(frozen=True, kw_only=True)
class SedationScore(Told):
    """T5: what must be known of a patient who was sedated."""

    aldrete: Aldrete | None = said("Aldrete score", ask="Aldrete")
    padss: Padss | None = said("Discharge score (PADSS)", ask="PADSS")
    escort: Answer | None = said(
        "Whether a responsible adult is here to take the patient home", ask="Escort is here"
    )


@dataclass(frozen=True, kw_only=True)
class Instructions(Told):
    """T11: given to the patient in person, and said back by the patient."""

    language: Code | None = said("In which language", ask="Language")
    leaflet: Code | None = said("Which leaflet, with its version", ask="Leaflet")
    in_person: Answer | None = said("Whether somebody explained them", ask="Explained in person")
    interpreter: Answer | None = said("Whether somebody interpreted", ask="Interpreter")
    read_back: Answer | None = said(
        "Whether the patient said them back in own words", ask="Said back by the patient"
    )
    warned_of: tuple[WarnedOf, ...] | None = said(
        "What the patient was told to look out for", ask="Told to look out for"
    )
    return_route: Answer | None = said(
        "Whether the patient knows whom to call at any hour", ask="Knows whom to call"
    )


@dataclass(frozen=True, kw_only=True)
class RestartPlan(Told):
    """One drug, and when it is taken again."""

    drug: Antithrombotic | None = said("The drug; none: all of them", ask="Drug")
    plan: Restart | None = said("What becomes of it", ask="Plan")
    restart_at: When | None = said("When it is taken again", ask="Again from", ahead=True)
    restart: Timing | None = said("When, counted from something", ask="Again (as told)", more=True)

    @property
    def settled(self) -> bool:
        """A drug that is started again needs its time."""
        if self.plan in (Restart.NOT_STOPPED, Restart.STAYS_OFF):
            return True
        return self.restart_at is not None or self.restart is not None

    @property
    def stays_off(self) -> bool:
        return self.plan is Restart.STAYS_OFF


@dataclass(frozen=True, kw_only=True)
class GoingHome:
    to: Setting | None = said("Where the patient goes", ask="Goes to")


@dataclass(frozen=True, kw_only=True)
class Departure(Told):
    """T11: what was so when the patient really left."""

    to: Setting | None = said("Where the patient went", ask="Went to")
    company: Company | None = said("With whom", ask="With")
    well: Answer | None = said("Whether the patient was well", ask="Well")
    with_symptoms: tuple[Symptom, ...] | None = said("What was still there", ask="Still has")
    neurology: Examined | None = said("Legs, feeling, bladder", ask="Legs and bladder", more=True)
    aldrete: Aldrete | None = said("Aldrete score", ask="Aldrete", more=True)
    padss: Padss | None = said("Discharge score (PADSS)", ask="PADSS", more=True)
    escort: Answer | None = said("Whether an escort came", ask="Escort")
    instructions: tuple[WarnedOf, ...] | None = said(
        "What the patient was warned of", ask="Warned of", more=True
    )
    return_route: Answer | None = said("Whether the patient knew whom to call", ask="Whom to call")
    restart: Timing | None = said(
        "When antithrombotics are taken again", ask="Drugs again", more=True
    )
    labour_ward_told: Answer | None = said(
        "Whether the labour ward knows of the patch", ask="Labour ward told"
    )
    restriction_days: Count | None = said(
        "For how many days to take it easy", ask="Easy for days", more=True
    )
    same_day: Answer | None = said("Whether on the day of the patch", ask="Same day", more=True)


@dataclass(frozen=True, kw_only=True)
class Leaving(Told):
    """The patient went before discharge was permitted. No permit is asked for this."""

    reason: LeavingReason | None = said("Why", ask="Reason")
    to: Setting | None = said("Where the patient went", ask="Went to")
    company: Company | None = said("With whom", ask="With")
    warned_of: tuple[WarnedOf, ...] | None = said("What the patient was warned of", ask="Warned of")
    return_route: Answer | None = said("Whether the patient knew whom to call", ask="Whom to call")
    capacity: Answer | None = said(
        "Whether the patient could decide for herself or himself", ask="Able to decide"
    )
