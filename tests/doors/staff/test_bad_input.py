"""Bad input: what, why and what now; nothing half-written; and what was typed is still there."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from bloodpatch.clinic.models import EpisodeOf, Patient
from bloodpatch.config import records
from bloodpatch.doors.staff.stage_page import STAGE_WORDS, acts_of
from bloodpatch.pathway.roles import MAY_GIVE, STAFF, Role
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.record.folds import current
from tests.doors.staff.badly import Typed, badly, well
from tests.doors.staff.conftest import fields_of
from tests.spec import samples

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

pytestmark = pytest.mark.django_db(transaction=True)

FORM = "application/x-www-form-urlencoded"
WRONG = re.compile(
    r'<p class="wrong">.*?<b><span class="unseen">[^<]*</span>(.*?)<span>(.*?)</span></b></p>', re.S
)


@dataclass(frozen=True)
class Page:
    """The page of one act on one patient: its form, and a way to send it."""

    house: "House"
    act: str
    address: str
    role: Role

    def opened(self) -> Any:
        answer = self.house.client(self.role).get(self.address)
        assert answer.status_code == 200, (self.act, answer.status_code)
        return answer

    def send(self, typed: dict[str, Any]) -> Any:
        words = urlencode(typed, doseq=True)
        return self.house.client(self.role).post(self.address, words, content_type=FORM)


def pages(house: "House", episode: str) -> Iterator[Page]:
    """Every act that has a page; those of one entry for the first entry."""
    of_entry = {
        "amendment.correct": house.at(episode, "entries/1/correct/?field=occurred"),
        "amendment.strike": house.at(episode, "entries/1/strike/"),
    }
    plain = [name for stage in STAGE_WORDS for name in acts_of(stage)]
    for name in [*plain, "amendment.note", "review.acknowledge"]:
        role = Role.PHYSICIAN if Role.PHYSICIAN in MAY_GIVE[name] else min(MAY_GIVE[name] & STAFF)
        yield Page(house, name, reverse(f"staff:{name}", args=[episode]), role)
    for name, address in of_entry.items():
        yield Page(house, name, address, Role.PHYSICIAN)


def position(house: "House", episode: str) -> int:
    return current(records.record(), house.clinic.pk, episode).position


def wrong(page: str) -> list[tuple[str, str]]:
    """Each error beside its field: what, and why with what now."""
    return [(unescape(a).strip(), unescape(b).strip()) for a, b in WRONG.findall(page)]


def kept(answer: Any, said: str, name: str, typed: str) -> bool:
    """In the control; or, where the control holds no text, in the sentence: as the words, or as
    the name of the character that nobody can see."""
    held = fields_of(answer).form.get(name)
    same = held is not None and " ".join(held.split()) == " ".join(typed.split())
    quoted = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in typed[:30])
    unseen = [f"U+{ord(c):04X}" for c in typed[:30] if not c.isprintable()]
    return (
        same
        or quoted in said
        or repr(typed)[:30] in said
        or f'value="{typed}" selected' in said
        or any(name in said for name in unseen)
    )


def test_every_field_of_every_act_says_what_is_wrong_and_keeps_what_was_typed(
    house: "House", patched: str
) -> None:
    before, odd = position(house, patched), []
    tried: Counter[type] = Counter()
    where: dict[type, tuple[Page, str]] = {}
    for page in pages(house, patched):
        form = page.opened().context["asked"].form
        where |= {type(field): (page, name) for name, field in form.fields.items()}
        odd += list(mistyped(page, tuple(form.fields), tried))
    assert len(where) > 10
    for kind, (page, name) in where.items():  # the ways for which there were too few such fields
        while tried[kind] < len(badly(page.opened().context["asked"].form.fields[name])):
            odd += list(mistyped(page, (name,), tried))
    assert odd == [], "\n".join(map(str, odd))
    assert position(house, patched) == before


def mistyped(page: Page, names: tuple[str, ...], tried: Counter[type]) -> Iterator[Any]:
    """Send the form with these fields filled in badly, each in the next way of its kind."""
    opened = page.opened()
    form, typed, parts = opened.context["asked"].form, fields_of(opened).form, []
    for name in names:
        ways, kind = badly(form.fields[name]), type(form.fields[name])
        way = ways[tried[kind] % len(ways)]
        tried[kind] += 1
        typed |= {name + part: text for part, text in way.items()}
        parts.append((name, way))
    yield from faults_of(page, page.send(typed), parts)


def faults_of(page: Page, answer: Any, parts: list[tuple[str, Typed]]) -> Iterator[tuple[Any, ...]]:
    said = unescape(answer.content.decode())
    if answer.status_code != 422:
        yield page.act, "status", answer.status_code
        return
    told = answer.context["asked"].form.errors
    if len(wrong(answer.content.decode())) < len(parts):
        yield page.act, "errors", len(wrong(answer.content.decode())), len(parts)
    for name, way in parts:
        if name not in told:
            yield page.act, name, "was taken", str(way)[:80]
        for error in told.as_data().get(name, ()):
            fault = getattr(error, "fault", None)
            if fault is None or not (fault.what and fault.why and fault.now):
                yield page.act, name, "does not say what, why and what now", error
        for part, typed in way.items():
            if typed and not kept(answer, said, name + part, typed):
                yield page.act, name + part, "is lost", typed[:40]


def test_what_is_needed_and_missing_is_asked_for(house: "House", patched: str) -> None:
    before, asked = position(house, patched), 0
    for page in pages(house, patched):
        opened = page.opened()
        form = opened.context["asked"].form
        needed = [n for n, f in form.fields.items() if f.required and badly(f)]
        carried = {n: fields_of(opened).form[n] for n in ("command_id", "seen", "whose")}
        answer = page.send(carried) if needed else None
        if answer is None or answer.status_code == 303:
            continue  # an answer of yes, no, not asked: nothing ticked is *not asked*
        asked += 1
        assert answer.status_code == 422, page.act
        assert all(why for _what, why in wrong(answer.content.decode())), page.act
    assert asked > 20
    assert position(house, patched) - before < 20


def test_nothing_is_recorded_of_the_future(house: "House", patched: str) -> None:
    ahead = {"choice": "earlier", "date": "2026-11-18", "time": "09:00", "precision": "minute"}
    before, met = position(house, patched), 0
    for page in pages(house, patched):
        opened = page.opened()
        form = opened.context["asked"].form
        if "occurred" not in form.fields:
            continue
        met += 1
        typed = {f"occurred__{part}": text for part, text in ahead.items()}
        for name in (n for n, f in form.fields.items() if f.required):
            value = samples.of_field(ACTS[page.act].command, name)
            typed |= {name + part: said for part, said in well(form.fields[name], value).items()}
        answer = page.send(fields_of(opened).form | typed)
        said = answer.content.decode()
        assert (page.act, answer.status_code) == (page.act, 422)
        assert "2026-11-18" in said and "future" in said, page.act
        assert position(house, patched) == before, page.act
    assert met > 30


PERSON = {
    "given": ("Ma\u202eya", "Ma\x07ya", "Maya\x00", "M" * 50_000),
    "family": ("", "Lind\u2066qvist"),
    "born": ("2099-01-01", "31 February", "1492-10-12"),
    "number": ("JS\u202e1", "9" * 65),
    "phone": ("+1 801\x07", "5" * 41),
    "language": ("Eng\u202elish", "x" * 17),
    "sex": ("perhaps",),
}


@pytest.mark.parametrize(
    ("name", "typed"), [(n, typed) for n, ways in PERSON.items() for typed in ways]
)
def test_a_person_who_cannot_be_so_is_not_entered(house: "House", name: str, typed: str) -> None:
    client, page = house.client(Role.FRONT_DESK), "/staff/patients/new/"
    good = {"given": "", "family": "Lindqvist", "born": "1995-03-04", "urgency": "soon"}
    form = fields_of(client.get(page)).form | good | {name: typed}
    answer = client.post(page, urlencode(form), content_type=FORM)
    said = unescape(answer.content.decode())
    summary = said.partition('class="errors"')[2]
    assert answer.status_code == 422
    assert wrong(answer.content.decode()) or "Nobody was entered" in summary
    held = fields_of(answer).form
    assert held.get(name, typed) == typed or name == "sex"
    assert (
        held["given" if name == "family" else "family"]
        == form["given" if name == "family" else "family"]
    )
    assert Patient.objects.count() == EpisodeOf.objects.count() == 0
