"""T16: the treatment as patients read it, with the numbers that the clinic runs, and no others."""

import inspect
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from bloodpatch.clinic.models import Clinic
from bloodpatch.doors import public
from bloodpatch.doors.public import views
from bloodpatch.doors.public.page import page_of
from bloodpatch.doors.public.rules import InForce
from bloodpatch.pathway.protocol import Protocol
from tests.doors.public.conftest import opened
from tests.doors.public.seen import words_of
from tests.spec.protocol.writing import entry
from tests.spec.protocol.writing import read as clinics_own

Read = Callable[..., str]
TEMPLATES = Path(next(iter(public.__path__))) / "templates"


def told(protocol: Protocol, clinic: Clinic) -> str:
    rules = InForce(protocol, datetime(2026, 11, 2, tzinfo=UTC))
    return words_of(render_to_string("public/treatment.html", {"page": page_of(clinic, rules)}))


@pytest.mark.parametrize(
    "said",
    [
        "Some of your own blood goes just outside the sac. There it closes the hole.",  # T1
        "an epidural for a birth, a spinal tap to find out what is wrong, or a shot",  # T2
        "It sounds bad. Most often it does no harm, and it can be treated.",  # T3
        "It takes a few minutes.",  # T4
        "A shot makes the skin numb.",  # T4
        "If you are very anxious",  # T5
        "You lie on your front Your lower back is bare.",  # T6
        "2. We clean and mark the spot",  # T6
        "3. We take your blood 20 to 25 mL",  # T6
        "4. The blood goes into your back",  # T7
        "Then the needle comes out. 5. You rest for 30 minutes",  # T7 T8
        "in another room",  # T7
        "6. You stand up and walk",  # T9
        "Most people feel much better then. It goes on getting better for hours.",  # T10
        "Take it easy until 2 days after the patch.",  # T11
        "After a few days you can go back to your normal life. But the doctor must say yes",  # T12
        "The risk is low, as the blood is your own.",  # T13
        "More pain",  # T14
        "Infection, bleeding, nerve damage",  # T14
        "No relief",  # T14
        "You may need a second patch, most of all if the needle did a lot of harm.",  # T15
        "About the treatment",
        "After the treatment",
    ],
)
def test_each_line_of_the_treatment_is_told(
    said: str, read: Read, sign: Callable[..., None]
) -> None:
    sign("kaysville")
    assert said in words_of(read())


# --- whose page, which rules ---


def test_the_clinic_is_named_and_can_be_called(read: Read) -> None:
    page = read()
    assert "Juniper Street" in page
    assert page.count('href="tel:8015550142"') == 2
    assert "(801) 555-0142" in words_of(page)
    assert 'href="/staff/"' in page


def test_until_a_physician_has_signed_the_page_says_so(
    read: Read, sign: Callable[..., None]
) -> None:
    assert "No doctor of the clinic has signed them yet." in words_of(read())
    sign("kaysville")
    assert "Kaysville, version 0.1. A doctor of the clinic signed them on 2 Nov" in words_of(read())


def test_what_a_physician_signs_changes_the_page(read: Read, sign: Callable[..., None]) -> None:
    """T8 T6: the page cannot disagree with the practice, because both read the same protocol."""
    sign("kaysville")
    assert "You rest for 30 minutes" in words_of(read())
    sign("multisociety")
    page = words_of(read())
    assert "You rest for 1 hour" in page
    assert "15 to 20 mL" in page
    assert "30 minutes" not in page
    assert page.index("A needle finds the right place") < page.index("We take your blood")


@pytest.mark.parametrize(
    ("parameter", "value", "before", "after"),
    [
        ("recovery.rest_minutes", 45, "You rest for 30 minutes", "You rest for 45 minutes"),
        ("recovery.rest_minutes", 45, "We ask for 30 minutes", "We ask for 45 minutes"),
        ("recovery.walk_metres", 20, "About 10 metres (33 feet)", "About 20 metres (66 feet)"),
        ("procedure.draw_ml_high", 20, "20 to 25 mL", "20 mL, from a vein"),
        ("procedure.positions_allowed", ["lateral"], "lie on your front", "You lie on your side"),
        ("procedure.positions_allowed", ["sitting"], "face down", "You sit and bend forward"),
        (
            "procedure.local_anaesthetic_usual",
            False,
            "A shot makes the skin numb",
            "will go in. 3. We",
        ),
        ("preparation.fasting_light_hours", 7, "Eat nothing for 6 hours", "nothing for 7 hours"),
        ("preparation.fasting_fatty_hours", 9, "fatty meal, for 8", "fatty meal, for 9 hours"),
        ("preparation.fasting_clear_hours", 3, "Drink nothing for 2", "Drink nothing for 3 hours"),
        ("preparation.escort_hours", 36, "with you for 24 hours", "with you for 36 hours"),
        ("discharge.driving_after_sedation_hours", 48, "not drive for 24", "not drive for 2 days"),
        ("repeat.min_interval_hours", 48, "given 24 hours after", "given 2 days after the first"),
        ("repeat.specialist_review_after_patches", 1, "After 2 patches", "After 1 patch a"),
    ],
)
def test_each_number_is_the_protocols(
    clinic: Clinic, parameter: str, value: object, before: str, after: str
) -> None:
    was = told(clinics_own(""), clinic)
    own = clinics_own(entry(parameter, value=value, certainty="clinic"))
    now = told(own, clinic)
    assert after in now
    assert after not in was
    assert before not in now


def test_restrictions_and_contacts_are_the_protocols(clinic: Clinic) -> None:
    lifting = {
        "code": "no_lifting",
        "sentence": "Lift nothing of more than {kg} kg until {until}.",
        "days": 3,
    }
    window = {"opens_hours_before": 1, "closes_hours_after": 1, "why": "To see."}
    contact = {"code": "h30", "after_hours": 30, **window}
    limits = entry("discharge.restrictions", value=[lifting], certainty="clinic")
    contacts = entry("followup.contacts", value=[contact], certainty="clinic")
    weight = entry("discharge.lift_limit_kg", value=4, certainty="clinic")
    page = told(clinics_own(limits + contacts + weight), clinic)
    assert "Lift nothing of more than 4 kg until 3 days after the patch." in page
    assert "We get in touch 30 hours after the patch." in page
    assert "Take it easy" not in page


DIGIT = re.compile(r"\d+|\b(?:one|two|three|four|five|six|seven|ten|thirty|sixty|half)\b", re.I)


def test_no_number_stands_in_a_template() -> None:
    pages = sorted(TEMPLATES.rglob("*.html"))
    written = {path.name: re.sub(r"{[{%].*?[%}]}", " ", path.read_text("utf-8")) for path in pages}
    found = {name: DIGIT.findall(labels(text)) for name, text in written.items()}
    assert len(found) > 15
    assert {name: numbers for name, numbers in found.items() if numbers} == {}


def labels(template: str) -> str:
    """All that a reader is told by a template: its text, and the names of its drawings."""
    named = " ".join(re.findall(r'(?:aria-label|title|alt)="([^"]*)"', template))
    return f"{re.sub(r'<[^>]+>', ' ', template)} {named}"


@pytest.mark.parametrize("text", ["<p>Rest 30 minutes</p>", '<svg aria-label="two days">'])
def test_a_number_in_a_template_would_be_caught(text: str) -> None:
    assert DIGIT.findall(labels(text))


def test_the_names_of_the_study_are_on_the_page(clinic: Clinic) -> None:
    """A number about chances stands beside its study and its number of people."""
    page = told(clinics_own(""), clinic)
    assert "EPiMAP group, 2022 (read at second hand), 591 women: 195, 229, 167." in page
    assert "Martin and others, 1994, 30 people." in page


# --- the address ---


def test_several_clinics_have_a_page_each(clinic: Clinic, read: Read) -> None:
    opened("cedar", "Cedar Lane")
    page = read()
    assert 'href="/clinics/cedar/"' in page
    assert 'href="/clinics/juniper/"' in page
    assert "You rest for" not in page
    assert "Cedar Lane" in read("/clinics/cedar/")
    assert Client().get("/clinics/nowhere/").status_code == 404


def test_without_a_clinic_there_is_still_a_way_in(db: None) -> None:
    answer = Client().get("/")
    assert "No clinic is open here yet." in answer.content.decode()
    assert 'href="/staff/"' in answer.content.decode()


def test_rules_that_are_not_known_here_are_not_guessed(
    read: Read, sign: Callable[..., None]
) -> None:
    """What was signed is not in this installation: no number then, but whom to call."""
    sign(clinics_own(entry("recovery.rest_minutes", value=45, certainty="clinic")))
    page = words_of(read())
    assert "This page is not open at the moment. Please call us." in page
    assert "minutes" not in page
    assert "You have a fit (a seizure)." in page


def test_it_may_be_found_and_kept_briefly_and_only_read(clinic: Clinic) -> None:
    answer = Client().get("/")
    assert answer.headers["X-Robots-Tag"] == "all"
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert not answer.cookies
    assert Client().post("/").status_code == 405


def test_the_view_is_thin() -> None:
    source, _ = inspect.getsourcelines(inspect.unwrap(views.treatment))
    assert len(source) <= 15
