"""From the arrival to the time-out."""

from tests.journeys.filling import EVERY_ONE, Said
from tests.journeys.visitor import Visitor

TWO = ["Full name, said by the patient", "Date of birth, said by the patient"]
LEGS: dict[str, Said] = {
    "Power left": "5",
    "Power right": "5",
    "Straight leg raise left": "Raises the leg",
    "Straight leg raise right": "Raises the leg",
    "Feeling": "Normal",
    "Saddle area": "Normal",
    "Bladder": "Normal",
}


def when_i_receive_the_patient(i: Visitor) -> None:
    i.records("preparation.record_arrival", {"Identified by": TWO})


def when_i_ask_and_examine_again(i: Visitor) -> None:
    i.records("preparation.screen_again", {"Red flags": "No", "Any infection?": "No"})
    i.records(
        "preparation.record_vitals",
        {"Temperature": "36.7", "Blood pressure": "121/76", "Heart rate": "74", "Oxygen": "99"},
    )
    i.records("preparation.record_neurology", LEGS)
    i.records(
        "preparation.record_bleeding_history",
        {
            "Bleeds easily?": "No",
            "Takes a blood thinner?": "No",
            "Takes aspirin or alike?": "No",
            "Heparin for long?": "No",
        },
    )
    i.records("preparation.record_allergies", {"Allergies": ["None known"]})


def when_i_find_the_patient_anxious(i: Visitor) -> None:
    i.records("preparation.record_anxiety", {"APAIS anxiety": "14"})


def then_i_may_not_take_the_time_out_yet(i: Visitor) -> None:
    i.may_not_yet("preparation.time_out", because="sedation")


def when_i_decide_on_sedation(i: Visitor) -> None:
    i.records("preparation.record_sedation_plan", {"Sedation": "Minimal"})


def when_i_ask_about_food_and_who_comes_along(i: Visitor) -> None:
    told = {"Clear fluid": "3", "Light meal": "8", "Fatty meal": "20"}
    i.records("preparation.record_fasting", told)
    i.records("preparation.record_escort", {"Escort?": "Yes"})


def when_i_record_the_consent(i: Visitor) -> None:
    said: dict[str, Said] = {"Signed by": "Patient", "Own blood": "Accepted"}
    i.records("preparation.record_consent", {**said, "Named": EVERY_ONE})


def when_i_take_the_time_out(i: Visitor) -> None:
    said: dict[str, Said] = {"Identified by": TWO, "Level planned": "L3/4"}
    said |= {"Physician": "Dr Nisha Iyer", "Second operator": "Tobi Okafor"}
    i.records("preparation.time_out", {**said, "Allergies read aloud?": "Yes"})
