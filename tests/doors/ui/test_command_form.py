"""A form from a command: nothing typed is lost, and every fault is said where it stands."""

from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from bloodpatch.doors.ui.forms import CommandForm, form_for, kept, prefill, to_command
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.statements import Command, payload
from bloodpatch.pathway.values import (
    FreeText,
    Millilitres,
    Pain,
    PainPosition,
    ValueFault,
    When,
)
from tests.doors.ui.gallery import TYPED_WRONG, Everything, Walked

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
ABOUT: dict[str, Any] = {"zone": "America/Denver", "now": NOW}
ID = "0d4f0c1e-93f5-4b5a-9b5e-6f3a2d1c0b9a"
GOOD = {"command_id": ID, "seen": "12", "drawn": "22 mL", "walked": "less", "pain_standing": "4"}


def sent(**data: Any) -> CommandForm:
    return form_for(Everything)(GOOD | data, **ABOUT)


def page(form: CommandForm) -> str:
    from django.template import engines

    template = '{% include "ui/forms/command_form.html" with label="Record" action="/x" %}'
    return engines["django"].from_string(template).render({"form": form})


def test_a_right_form_makes_the_command() -> None:
    form = sent(occurred__choice="now")
    assert form.is_valid()
    assert to_command(form) == Everything(
        drawn=Millilitres("22"),
        walked=Walked.LESS,
        pain_standing=Pain(4, PainPosition.STANDING),
    )
    assert (form.command_id, form.seen) == (ID, 12)


def test_nothing_is_ticked_and_nothing_is_filled_in_beforehand() -> None:
    html = page(form_for(Everything)(**ABOUT))
    ticked = [part.split(">")[0] for part in html.split("<input")[1:] if " checked" in part[:300]]
    ticked = [tag for tag in ticked if " checked" in tag]
    assert len(ticked) == 1
    assert 'value="now"' in ticked[0]
    assert " selected" not in html.replace('value="" selected', "")


def test_each_drawing_of_the_page_is_a_command_of_its_own() -> None:
    one, other = (form_for(Everything)(seen=12, **ABOUT) for _ in range(2))
    assert one.command_id != other.command_id
    assert f'name="command_id" value="{one.command_id}"' in page(one)
    assert 'name="seen" value="12"' in page(one)


def test_what_was_typed_is_kept_on_every_error() -> None:
    form = form_for(Everything)(TYPED_WRONG, **ABOUT)
    assert not form.is_valid()
    html = unescape(page(form))
    lost = {
        name: text
        for name, text in TYPED_WRONG.items()
        if f'value="{text}"' not in html and text not in html
    }
    assert lost == {}
    ticked = ["pain_standing", "dizzy", "red_flags__seizure", "occurred__choice"]
    for name in ticked:
        control = f'name="{name}" value="{TYPED_WRONG[name]}"'
        assert " checked" in html.split(control)[1].split(">")[0], name


def test_the_three_sentences_of_a_fault_reach_the_page() -> None:
    with pytest.raises(ValueFault) as caught:
        Millilitres.parse("200")
    html = unescape(page(sent(drawn="200")))
    assert caught.value.what in html
    assert caught.value.why in html
    assert caught.value.now in html


def test_a_fault_is_tied_to_its_control_and_led_to_from_the_top() -> None:
    html = page(sent(drawn="200", walked="", blood_pressure__systolic="74"))
    assert 'href="#id_drawn"' in html
    assert 'aria-describedby="id_drawn_helptext id_drawn_error"' in html
    assert 'id="id_drawn_error"' in html
    assert (
        'aria-invalid="true"'
        in html.split('id="id_drawn"')[0].rsplit("<input", 1)[1]
        + (html.split('id="id_drawn"')[1].split(">")[0])
    )
    for anchor in ("id_walked_0", "id_blood_pressure_systolic"):
        assert f'href="#{anchor}"' in html
        assert f'id="{anchor}"' in html


def test_every_link_of_the_summary_leads_to_a_control() -> None:
    form = form_for(Everything)(TYPED_WRONG, **ABOUT)
    html = page(form)
    assert len(form.wrong) == 9
    assert [one.anchor for one in form.wrong if f'id="{one.anchor}"' not in html] == []


@pytest.mark.parametrize(
    ("told", "occurred"),
    [
        ({}, None),
        ({"occurred__choice": "now"}, None),
        (
            {
                "occurred__choice": "earlier",
                "occurred__date": "2026-11-22",
                "occurred__time": "07:40",
            },
            When.parse("2026-11-22 07:40", "America/Denver"),
        ),
        (
            {"occurred__choice": "earlier", "occurred__date": "2026-11-21"},
            When.parse("2026-11-21", "America/Denver"),
        ),
    ],
)
def test_it_happened_now_unless_somebody_says_earlier(
    told: dict[str, str], occurred: When | None
) -> None:
    form = sent(**told)
    assert form.is_valid(), form.wrong
    assert form.command.occurred == occurred


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"occurred__choice": "now", "occurred__time": "07:40"}, "It says now, and also"),
        ({"occurred__choice": "earlier"}, "The day is missing"),
    ],
)
def test_now_and_earlier_are_never_both(told: dict[str, str], what: str) -> None:
    (fault,) = sent(**told).wrong
    assert what in fault.what


def test_a_page_without_its_number_is_not_taken() -> None:
    (fault,) = sent(command_id="").wrong
    assert "without its number" in fault.what


def test_after_a_refusal_the_number_is_new_and_the_typing_is_not() -> None:
    form = sent(drawn="22.5")
    assert form.is_valid()
    form.renew(seen=15)
    html = page(form)
    assert form.command_id != ID
    assert 'value="22.5"' in html
    assert 'name="seen" value="15"' in html


def test_what_was_typed_is_said_back_with_what_was_not_asked() -> None:
    told = {line.name: line.says for line in kept(sent(temperature="99.5", dizzy="no"))}
    assert told["Blood drawn"] == "22 mL"
    assert told["Walked"] == "Less"
    assert told["Temperature"] == "99.5"
    assert told["Dizzy on standing"] == "No"
    assert told["Pain lying"] == ""
    assert "When was this?" not in told


def test_a_form_can_begin_with_what_is_already_known() -> None:
    known = to_command(
        sent(remark="Better after coffee.", needle__kind="tuohy", needle__gauge="17")
    )
    html = page(form_for(Everything)(initial=prefill(known), **ABOUT))
    again = {"remark": "Better after coffee.", "drawn": 'value="22"', "gauge": 'value="17"'}
    assert [name for name, text in again.items() if text not in html] == []
    assert '<option value="tuohy" selected>' in html


class Override(Command):
    name = "gallery.override"

    finding: Code = payload("The finding", required=True)
    saw: PlainForm = payload("What it saw", required=True)
    reason: FreeText = payload("Why", ask="Your reason", required=True)

    def __post_init__(self) -> None:
        if len(self.reason.text) < 5:
            raise ValueFault("That is no reason.", "Others will read it.", "Say why.")


GIVEN = {"finding": Code("recovery.rest_not_over"), "saw": PlainForm({"rested": "15"})}


def override(reason: str) -> CommandForm:
    kind = form_for(Override, given=("finding", "saw"), asks_when=False)
    return kind({"command_id": ID, "reason": reason}, given=GIVEN, **ABOUT)


def test_what_the_page_states_is_not_asked() -> None:
    form = override("The bay is needed; she feels well.")
    assert list(form.fields) == ["reason"]
    assert form.is_valid()
    assert form.command == Override(reason=FreeText("The bay is needed; she feels well."), **GIVEN)
    with pytest.raises(TypeError, match="give finding, saw"):
        form_for(Override, given=("finding", "saw"))(**ABOUT)


def test_what_the_command_itself_refuses_is_said_at_the_top() -> None:
    (fault,) = override("no").wrong
    assert (fault.what, fault.anchor) == ("That is no reason.", "")
    assert "Others will read it." in page(override("no"))


def test_only_some_fields_can_be_asked_in_another_order() -> None:
    form = form_for(Everything, only=("walked", "drawn"), asks_when=False)(**ABOUT)
    assert list(form.fields) == ["walked", "drawn"]


def test_what_is_seldom_said_is_folded_and_comes_last() -> None:
    form = form_for(Everything)(**ABOUT)
    assert [bound.name for bound in form.more_fields] == ["symptoms", "timing"]
    assert '<details class="more">' in page(form)
    assert "timing" not in [bound.name for bound in form.main_fields]


@pytest.mark.parametrize(
    "told",
    [{"timing": "next week"}, {"timing": "18 hours after puncture"}, {"symptoms__nausea": "no"}],
)
def test_nothing_typed_and_nothing_wrong_is_behind_a_closed_line(told: dict[str, str]) -> None:
    assert '<details class="more" open>' in page(sent(**told))


def test_two_forms_on_a_page_do_not_meet() -> None:
    data = {f"left-{name}": value for name, value in GOOD.items()}
    left = form_for(Everything)(data, prefix="left", **ABOUT)
    right = form_for(Everything)(prefix="right", **ABOUT)
    assert left.is_valid()
    assert left.command_id == ID
    assert f'name="right-command_id" value="{right.command_id}"' in page(right)
    assert 'id="right-errors"' not in page(right)
