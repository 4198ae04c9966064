"""The components: unknown is visible, a no is an answer, and nothing typed becomes markup."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.template import engines
from django.utils import timezone

from bloodpatch.doors.ui import times
from bloodpatch.doors.ui.components import Act, Fact, Known, Step, Table
from bloodpatch.pathway.values import When
from tests.doors.ui import people
from tests.doors.ui.gallery import rendered

NOON = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)


def drawn(template: str, **given: Any) -> str:
    source = "{% load ui %}" + template
    return unescape(engines["django"].from_string(source).render(given))


def test_allergies_and_antithrombotics_are_said_in_full() -> None:
    html = drawn("{% person who %}", who=people.TOMAS)
    assert "Latex: hives; Penicillin: swelling of the face" in html
    assert "Not asked" in html


@pytest.mark.parametrize(
    ("known", "says"),
    [
        (Known.not_asked(), "Not asked"),
        (Known.none("13:20"), "None, asked 13:20"),
        (Known.some("Latex: hives"), "Latex: hives"),
    ],
)
def test_not_asked_is_never_none(known: Known, says: str) -> None:
    who = replace(people.SOFIA, allergies=known)
    flag = drawn("{% person who %}", who=who).split("Allergy")[1].split("Antithrombotic")[0]
    assert says in flag
    assert ("None" in flag) == (says.startswith("None"))


def test_a_person_of_whom_little_is_known_is_still_shown() -> None:
    html = drawn("{% person who %}", who=people.Person(name="Unknown woman", born=None))
    assert "Unknown woman" in html
    assert "not known" in html
    assert html.count("Not asked") == 2


def test_the_path_says_where_one_is_and_a_second_patch_is_a_second_row() -> None:
    html = drawn("{% path both %}", both=people.BOTH)
    assert html.count('<ol class="path">') == 2
    assert html.count('aria-current="step"') == 1
    assert "Step 3 of 8: <b>procedure</b>" in html.replace("\n", "")
    assert html.index("1st patch") < html.index("2nd patch")


def test_each_step_says_its_state_in_words() -> None:
    states = ("done", "here", "todo", "skipped")
    steps = tuple(Step(state, state) for state in states)
    html = drawn("{% path one %}", one=people.Path(steps))
    for words in ("done", "now here", "still to come", "left out"):
        assert f'<span class="unseen">{words}, </span>' in html


def test_one_filled_button_and_the_rest_are_links() -> None:
    html = drawn("{% next_action next %}", next=people.NEXT)
    assert html.count('class="button') == 1
    assert html.count("<a href=") == 3


def test_a_button_that_cannot_be_pressed_says_why_and_until_when() -> None:
    html = drawn("{% next_action next %}", next=people.LOCKED_NEXT)
    assert 'aria-disabled="true" aria-describedby="next-why"' in html
    assert 'id="next-why"' in html
    assert "She has rested 15 of 30 minutes." in html
    assert "Opens 14:52:10." in html
    assert "href=" not in html.split("Let her stand")[0].rsplit("<a ", 1)[1]
    submit = drawn('{% submit "Record" act %}', act=Act(label="", why_not="Not before 14:52."))
    assert 'aria-disabled="true" aria-describedby="submit-why"' in submit
    assert "disabled>" not in submit


def test_a_refusal_says_everything_that_a_refusal_must() -> None:
    html = drawn("{% refusal no %}", no=people.REFUSAL)
    for said in (
        "Not sent to Room 2",
        "Nothing was changed.",
        "What you typed is kept below.",
        people.APIXABAN.rule,
        people.APIXABAN.clears,
        "to be confirmed by a clinician",
        "Name and date of birth, said by the patient",
        people.PLATELETS.says,
        people.REST.says,
    ):
        assert said in html
    assert html.index("Rule antithrombotic") > html.index("Who may override")
    assert html.count("Kept</span>") == 2
    assert html.count("Nothing entered") == 1


def test_a_decision_and_a_rule_look_different() -> None:
    html = drawn("{% finding f %}", f=people.FEVER)
    assert '<blockquote class="quote">' in html
    assert "Overridden by Dr Nisha Iyer" in html
    assert "tag-overridden" in html
    assert "approved" not in html
    assert "blockquote" not in drawn("{% finding f %}", f=people.APIXABAN)


def test_a_correction_stays_visible_and_so_does_what_was_struck() -> None:
    html = drawn("{% timeline days %}", days=people.DAYS)
    assert "<del>not done</del>" in html
    assert "<ins>normal</ins>" in html
    assert '<del class="struck"><b>Blood pressure 181/74.</b>' in html
    assert "Entered in error: another patient’s reading." in html
    assert "Nothing has been recorded yet" in drawn("{% timeline days %}", days=())


def test_an_unknown_fact_is_neither_empty_nor_a_dash() -> None:
    html = drawn("{% facts all %}", all=(Fact(name="Bleeding history"),))
    assert "tag-not_asked" in html
    assert "–" not in html


def test_without_script_a_page_never_claims_to_be_live() -> None:
    html = drawn("{% live now %}", now=NOON)
    seen = html.split("<template")[0]
    assert "Live" not in seen
    assert "As of 12:00:00" in seen
    assert "This page does not renew itself." in seen


def test_a_clock_shows_the_truth_of_the_moment_without_script() -> None:
    began = NOON - timedelta(minutes=15, seconds=14)
    assert ">15:14<" in drawn("{% clock_up began now %}", began=began, now=NOON)
    ends = NOON + timedelta(hours=1, seconds=8)
    assert ">1:00:08<" in drawn("{% clock_down ends now %}", ends=ends, now=NOON)
    assert ">0:00<" in drawn("{% clock_down began now %}", began=began, now=NOON)


def test_a_table_has_its_caption_and_its_heads() -> None:
    table = Table(caption="Pain", head=("When", "Score"), rows=(("4 h", "3"),), numbers=(1,))
    html = drawn("{% table t %}", t=table)
    assert "<caption>Pain</caption>" in html
    assert '<th scope="row">4 h</th><td class="number">3</td>' in html


def test_what_people_wrote_cannot_become_markup() -> None:
    evil = "<img src=x onerror=alert(1)>"
    who = people.Person(name=evil, born=None, allergies=Known.some(evil), more=((evil, evil),))
    source = "{% load ui %}{% person who %}"
    html = engines["django"].from_string(source).render({"who": who})
    assert "<img" not in html
    assert html.count("&lt;img") == 4


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-11-16 14:06", "Mon 16 Nov 14:06"),
        ("2026-11-16 14h", "Mon 16 Nov about 14 h"),
        ("2026-11-16", "Mon 16 Nov, hour not known"),
        ("by 2026-11-16 14:06", "time not known"),
    ],
)
def test_a_time_is_shown_no_more_exactly_than_it_is_known(typed: str, shown: str) -> None:
    assert times.exactly(When.parse(typed, "America/Denver")) == shown


def test_times_are_shown_on_the_clock_of_the_clinic() -> None:
    with timezone.override("America/Denver"):
        assert times.moment(NOON) == "Sun 22 Nov 12:00"
        assert times.patient_clock(NOON) == "12:00 pm"
    with timezone.override("Asia/Kolkata"):
        assert times.moment(NOON) == "Mon 23 Nov 00:30"
    with pytest.raises(ValueError, match="zone"):
        times.clock(datetime(2026, 11, 22, 12, 0))  # noqa: DTZ001  the mistake itself


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(9, "9 min"), (99, "99 min"), (125, "2 h 5 min"), (1440, "24 h"), (4320, "3 days")],
)
def test_a_span_is_said_as_one_would(minutes: float, words: str) -> None:
    assert times.span(minutes) == words


def test_no_page_of_the_gallery_carries_style_or_script_of_its_own() -> None:
    """The policy of the house refuses both; a component that needs one is broken everywhere."""
    for name, html in rendered().items():
        assert " style=" not in html, name
        assert "<style" not in html, name
        assert " onclick=" not in html, name
        scripts = [tag.split(">")[1] for tag in html.split("<script")[1:]]
        assert all(tag.startswith("</script") or not tag for tag in scripts), name
