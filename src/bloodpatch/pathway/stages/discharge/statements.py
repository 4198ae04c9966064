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
from bloodpatch.pathway.statements import payload
from bloodpatch.pathway.values import Aldrete, Answer, Count, Padss, When


@dataclass(frozen=True, kw_only=True)
class NeurologyCheck(Told, Neurology):
    """T14: the same examination as before the patch."""


@dataclass(frozen=True, kw_only=True)
class SedationScore(Told):
    """T5: what must be known of a patient who was sedated."""

    aldrete: Aldrete | None = payload("Aldrete score", ask="Aldrete")
    padss: Padss | None = payload("Discharge score (PADSS)", ask="PADSS")
    escort: Answer | None = payload(
        "Whether a responsible adult is here to take the patient home", ask="Escort is here"
    )


@dataclass(frozen=True, kw_only=True)
class Instructions(Told):
    """T11: given to the patient in person, and said back by the patient."""

    language: Code | None = payload("In which language", ask="Language")
    leaflet: Code | None = payload("Which leaflet, with its version", ask="Leaflet")
    in_person: Answer | None = payload("Whether somebody explained them", ask="Explained in person")
    interpreter: Answer | None = payload("Whether somebody interpreted", ask="Interpreter")
    read_back: Answer | None = payload(
        "Whether the patient said them back in own words", ask="Said back by the patient"
    )
    warned_of: tuple[WarnedOf, ...] | None = payload(
        "What the patient was told to look out for", ask="Told to look out for"
    )
    return_route: Answer | None = payload(
        "Whether the patient knows whom to call at any hour", ask="Knows whom to call"
    )


@dataclass(frozen=True, kw_only=True)
class RestartPlan(Told):
    """One drug, and when it is taken again."""

    drug: Antithrombotic | None = payload("The drug; none: all of them", ask="Drug")
    plan: Restart | None = payload("What becomes of it", ask="Plan")
    restart_at: When | None = payload("When it is taken again", ask="Again from", ahead=True)
    restart: Timing | None = payload(
        "When, counted from something", ask="Again (as told)", more=True
    )

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
    to: Setting | None = payload("Where the patient goes", ask="Goes to")


@dataclass(frozen=True, kw_only=True)
class Departure(Told):
    """T11: what was so when the patient really left."""

    to: Setting | None = payload("Where the patient went", ask="Went to")
    company: Company | None = payload("With whom", ask="With")
    well: Answer | None = payload("Whether the patient was well", ask="Well")
    with_symptoms: tuple[Symptom, ...] | None = payload("What was still there", ask="Still has")
    neurology: Examined | None = payload(
        "Legs, feeling, bladder", ask="Legs and bladder", more=True
    )
    aldrete: Aldrete | None = payload("Aldrete score", ask="Aldrete", more=True)
    padss: Padss | None = payload("Discharge score (PADSS)", ask="PADSS", more=True)
    escort: Answer | None = payload("Whether an escort came", ask="Escort")
    instructions: tuple[WarnedOf, ...] | None = payload(
        "What the patient was warned of", ask="Warned of", more=True
    )
    return_route: Answer | None = payload(
        "Whether the patient knew whom to call", ask="Whom to call"
    )
    restart: Timing | None = payload(
        "When antithrombotics are taken again", ask="Drugs again", more=True
    )
    labour_ward_told: Answer | None = payload(
        "Whether the labour ward knows of the patch", ask="Labour ward told"
    )
    restriction_days: Count | None = payload(
        "For how many days to take it easy", ask="Easy for days", more=True
    )
    same_day: Answer | None = payload("Whether on the day of the patch", ask="Same day", more=True)


@dataclass(frozen=True, kw_only=True)
class Leaving(Told):
    """The patient went before discharge was permitted. No permit is asked for this."""

    reason: LeavingReason | None = payload("Why", ask="Reason")
    to: Setting | None = payload("Where the patient went", ask="Went to")
    company: Company | None = payload("With whom", ask="With")
    warned_of: tuple[WarnedOf, ...] | None = payload(
        "What the patient was warned of", ask="Warned of"
    )
    return_route: Answer | None = payload(
        "Whether the patient knew whom to call", ask="Whom to call"
    )
    capacity: Answer | None = payload(
        "Whether the patient could decide for herself or himself", ask="Able to decide"
    )
