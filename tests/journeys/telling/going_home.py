"""Discharge, and what is heard from home."""

from tests.journeys.filling import EVERY_ONE, Said
from tests.journeys.telling.preparing import LEGS
from tests.journeys.visitor import Visitor


def when_i_examine_before_going_home(i: Visitor, *, sedated: bool) -> None:
    i.records("discharge.record_neurology", LEGS)
    if sedated:
        scores: dict[str, Said] = {"Aldrete": "10", "PADSS": "10", "Escort is here": "Yes"}
        i.records("discharge.record_sedation_score", scores)


def when_i_instruct(i: Visitor) -> None:
    said: dict[str, Said] = {
        "Language": "English",
        "Leaflet": "after-1",
        "Explained in person": "Yes",
        "Said back by the patient": "Yes",
        "Told to look out for": EVERY_ONE,
        "Knows whom to call": "Yes",
    }
    i.records("discharge.record_instructions", said)


def when_i_let_the_patient_go_home(i: Visitor) -> None:
    i.records("discharge.permit", {"Goes to": "Home"})


def when_the_patient_leaves(i: Visitor) -> None:
    i.records("discharge.record_departure", {"Went to": "Home", "With": "A responsible adult"})


# from home


def when_i_enter_a_report(i: Visitor, headache: str, *, lying: int, upright: int) -> None:
    said: dict[str, Said] = {"Headache": headache, "Red flags": "No"}
    pain: dict[str, Said] = {"Pain lying": str(lying), "Pain upright": str(upright)}
    i.records("followup.record_report", {**said, **pain})


def when_i_call(i: Visitor, headache: str, *, lying: int, upright: int) -> None:
    asked: dict[str, Said] = {
        "Red flags": "No",
        "Headache": headache,
        "Pain lying": str(lying),
        "Pain upright": str(upright),
        "Since the patch": "No",
        "How": "Telephone call",
        "Reached?": "Yes",
    }
    i.records("followup.record_contact", asked)


def then_i_see_the_pain_come_and_go(i: Visitor) -> None:
    i.opens_the_patient()
    chart = i.page.locator("#main figure svg, #main svg.drawing").first
    assert chart.is_visible()
    i.sees("Reported")
