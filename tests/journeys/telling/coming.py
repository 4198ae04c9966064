"""From the referral to the booking."""

from tests.journeys.filling import Said
from tests.journeys.visitor import Visitor

MAYA: dict[str, Said] = {
    "Given names": "Maya",
    "Family name": "Lindqvist",
    "Date of birth": "1995-03-04",
    "Record number": "JS-20418-7",
    "Telephone": "+1 801 555 0190",
    "Sex": "Female",
    "Language": "English",
}
LETTER: dict[str, Said] = {"Referred by": "Obstetrics", "Where is the patient?": "Home"}


def when_i_take_in_a_referral(i: Visitor, person: dict[str, Said]) -> None:
    i.goes_to("/staff/")
    with i.page.expect_navigation():
        i.page.get_by_role("link", name="Take in a referral").click()
    i.arrives()
    i.fills_in({**person, **LETTER})
    i.sends()
    assert "/episodes/" in i.page.url, i.faults()
    i.house.episode = i.page.url.split("/episodes/")[1].split("/")[0]
    i.house.patient = f"{person['Given names']} {person['Family name']}"
    i.house.nobody_is_lost()


def when_i_sort_it(i: Visitor) -> None:
    i.opens_the_patient()
    i.records("referral.sort", {"See the patient": "Soon"})


def when_i_record_the_puncture_and_the_headache(i: Visitor) -> None:
    i.records(
        "referral.record_puncture",
        {
            "When": "2026-11-13 16:10",
            "Procedure": "Epidural",
            "What for": "Labour analgesia",
            "Noticed at once?": "Yes",
            "Needle": {"Tip": "Tuohy", "Gauge": "17"},
            "Level": "L3/4",
        },
    )
    i.records(
        "referral.record_onset", {"Headache began": "2026-11-14 09:00", "Found by": "The patient"}
    )


def when_i_assess(i: Visitor, *, lying: int, upright: int) -> None:
    headache: dict[str, Said] = {
        "Pain lying": str(lying),
        "Pain upright": str(upright),
        "Worse upright, better lying?": "Yes",
    }
    i.records("assessment.record_headache", headache)
    i.records("assessment.screen_red_flags", {"Red flags": "No"})


def when_i_examine(i: Visitor) -> None:
    i.records(
        "assessment.record_vitals",
        {"Temperature": "36.8", "Blood pressure": "118/74", "Heart rate": "76"},
    )
    i.records(
        "assessment.record_obstetric",
        {"State": "After birth", "Days since birth": "3", "High blood pressure?": "No"},
    )


def when_i_decide_on_a_patch(i: Visitor) -> None:
    i.opens_the_patient()
    i.records("assessment.decide_patch", {"Because": ["The headache disables"]})


def when_i_book(i: Visitor, starts: str) -> None:
    slot: dict[str, Said] = {
        "Room": "Room 1",
        "Physician": "Dr Nisha Iyer",
        "Recovery bay": "Bay A",
        "Starts": starts,
    }
    i.records("booking.book", slot)
