"""Those who get no patch, and stay in somebody's hands all the same."""

from tests.journeys.filling import Said
from tests.journeys.telling.coming import (
    when_i_record_the_puncture_and_the_headache,
    when_i_sort_it,
    when_i_take_in_a_referral,
)
from tests.journeys.visitor import Visitor


def person(given: str, family: str, born: str) -> dict[str, Said]:
    return {"Given names": given, "Family name": family, "Date of birth": born}


def given_a_referral_was_taken_in_and_sorted(
    front_desk: Visitor, nurse: Visitor, who: dict[str, Said]
) -> None:
    when_i_take_in_a_referral(front_desk, who)
    when_i_sort_it(nurse)
    when_i_record_the_puncture_and_the_headache(nurse)


def when_i_decide_to_go_without_a_patch(i: Visitor) -> None:
    i.opens_the_patient()
    i.records("assessment.record_decision", {"Decision": "Care without a patch"})


def when_i_record_the_care_given(i: Visitor) -> None:
    measures: Said = ["Lying flat", "Drinking more", "Caffeine"]
    i.records("assessment.record_conservative", {"Measures": measures})


def when_the_patient_refuses(i: Visitor) -> None:
    refusal: dict[str, Said] = {
        "What is declined?": "The patch",
        "Able to decide?": "Yes",
        "Warned of": ["Bleeding inside the head", "A headache that changes"],
    }
    i.records("referral.record_declined", refusal)


def when_the_patient_does_not_come(i: Visitor) -> None:
    i.records("booking.record_did_not_attend", {"Did they let us know?": "No"})


def when_nobody_is_reached(i: Visitor) -> None:
    i.records("followup.record_no_reply", {"How": "Telephone call", "Attempts": "2"})


def then_somebody_still_owes(i: Visitor, what: str) -> None:
    """On the patient's page stands who does what by when."""
    i.opens_the_patient()
    owed = i.page.get_by_role("region", name="Owed").inner_text()
    assert what.lower() in owed.lower(), owed
