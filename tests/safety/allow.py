"""What stands in the place of a control that is taken out.

A control that yields findings yields none. For the others the log says in [allow] what the code
says without them: true, false, none, empty, or the name of a function of this module, which does
the work and leaves the control away.

The code of the function itself is exchanged, so that each ladder that holds the function feels
it. It then sees the names of the control's own module; what a function here needs it imports.
"""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from types import FunctionType
from typing import Any

AS_IT_IS: dict[str, Callable[..., Any]] = {}
"""The controls that were taken out, as they were: for those who only change their answer."""


def take_out(control: str, word: str = "") -> None:
    owner, name, member, real = found(control)
    instead = instead_of(real, word)
    AS_IT_IS[name] = FunctionType(
        real.__code__, real.__globals__, name, real.__defaults__, real.__closure__
    )
    AS_IT_IS[name].__kwdefaults__ = real.__kwdefaults__
    if inspect.isclass(owner) and real.__code__.co_freevars:
        made: Any = type(member)
        setattr(owner, name, instead if made is FunctionType else made(instead))
        return
    real.__code__ = instead.__code__
    real.__defaults__, real.__kwdefaults__ = instead.__defaults__, instead.__kwdefaults__


def found(control: str) -> tuple[Any, str, Any, FunctionType]:
    """Whose it is, its name, what stands there, and the function at the bottom of that."""
    module, _, path = control.partition(":")
    owner, member = None, import_module(module)
    for name in path.split("."):
        owner, member = member, inspect.getattr_static(member, name)
    real = getattr(member, "fget", None) or getattr(member, "__func__", member)
    real = inspect.unwrap(getattr(real, "func", real))
    if not isinstance(real, FunctionType):
        raise TypeError(f"{control} is no function that could be taken out")
    return owner, path.rpartition(".")[2], member, real


def instead_of(real: FunctionType, word: str) -> FunctionType:
    instead = WORDS.get(word) or globals().get(word)
    if word == "" and inspect.isgeneratorfunction(real):
        instead = nothing
    if not isinstance(instead, FunctionType):
        raise LookupError(f"{real.__qualname__}: what stands in its place? The log says {word!r}")
    return instead


def nothing(*_: Any, **__: Any) -> Iterator[Any]:
    return
    yield


def true(*_: Any, **__: Any) -> bool:
    return True


def false(*_: Any, **__: Any) -> bool:
    return False


def none(*_: Any, **__: Any) -> None:
    return None


def empty(*_: Any, **__: Any) -> tuple[()]:
    return ()


WORDS = {"true": true, "false": false, "none": none, "empty": empty}


# --- the pathway ---


def all_blood_counts(self: Any) -> Any:
    return self.attempt


def any_override_counts(finding: Any, act: Any, episode: Any, now: Any) -> Any:
    from bloodpatch.pathway.review.events import HoldOverridden

    given = episode.review.all(HoldOverridden)
    return next((g for g in given if g.event.finding.plain() == finding.code), None)


def any_number_will_do(cls: Any, value: Any) -> Any:
    from decimal import Decimal

    return Decimal(value)


def says_no_more_than_others(cls: Any, value: Any) -> Any:
    from bloodpatch.pathway.values.quantity import Quantity

    return Quantity.out_of_bounds.__func__(cls, value)


def says_no_more_of_a_unit(cls: Any, number: Any, unit: str) -> Any:
    from bloodpatch.pathway.values.quantity import Quantity

    return Quantity.wrong_unit.__func__(cls, number, unit)


def none_stands(every: Any, episode: Any) -> Any:
    return []


def as_told_first(stands: Any, every: Any, episode: Any) -> Any:
    return stands[0][0].latest


def milligrams_are_meant(words: str, text: str) -> Any:
    from bloodpatch.pathway.values.dose import TYPED_UNITS, DoseUnit

    return TYPED_UNITS.get(words.casefold(), DoseUnit.MG)


def some_dose(cls: Any, text: str) -> Any:
    from decimal import Decimal

    from bloodpatch.pathway.values.dose import DoseUnit

    words = text.split() or ["drug"]
    digits = "".join(sign for sign in text if sign.isdigit()) or "1"
    return cls(words[0].casefold(), Decimal(digits), DoseUnit.MG)


def a_guess_at_the_number(text: str) -> Any:
    import re
    from decimal import Decimal

    match = re.match(r"[0-9.,']*", text)
    raw = match.group() if match else ""
    digits = raw.replace(",", ".").replace("'", "").strip(".") or "0"
    whole, _, rest = digits.rpartition(".")
    number = f"{whole.replace('.', '')}.{rest}" if whole else rest
    return Decimal(number), text[len(raw) :].strip()


def some_space(cls: Any, text: str) -> Any:
    from bloodpatch.pathway.values.spinal_level import RANKS

    known = text.strip().upper()
    return cls(known if known in RANKS else "L3/4")


def a_score_of_no_position(cls: Any, text: str, *, position: Any = None) -> Any:
    from bloodpatch.pathway.values.pain import PainPosition
    from bloodpatch.pathway.values.typed import number_and_rest, tidied

    number, _ = number_and_rest(tidied(text))
    return cls(min(int(number), 10), position or PainPosition.NOT_STATED)


def judged_as_of_now(act: Any, episode: Any, occurred: Any, context: Any) -> Any:
    return episode, context


def the_first_of_two_hours(wall: Any, zone: Any) -> Any:
    from datetime import UTC

    return (wall.replace(tzinfo=zone).astimezone(UTC),)


def a_day_of_24_hours(day: Any, zone: Any) -> Any:
    from datetime import UTC, datetime, time, timedelta

    start = datetime.combine(day, time(), zone).astimezone(UTC)
    return start, start + timedelta(days=1) - timedelta(microseconds=1)


def an_hour_by_the_wall(at: Any, zone: Any) -> Any:
    from datetime import timedelta

    local = at.astimezone(zone)
    start = at - timedelta(
        minutes=local.minute, seconds=local.second, microseconds=local.microsecond
    )
    return start, start + timedelta(hours=1) - timedelta(microseconds=1)


def all_that_was_found(found: Any) -> Any:
    return tuple(found)


def as_they_come(found: Any, *_: Any) -> Any:
    return found


# --- the record ---


def no_turn_and_no_transaction(using: str, clinic: str) -> Iterator[Any]:
    from bloodpatch.record.sql import Sql
    from bloodpatch.record.writer import Turn, _locked_head

    sql = Sql(using)
    yield Turn(sql, clinic, *_locked_head(sql, clinic))


def the_last_comes_first(self: Any) -> None:
    with self._door:
        self._depth -= 1
        if not self._depth:
            self._holder = None
            if self._waiting:
                self._holder = -1
                self._waiting.pop().release()


def sealed_with_nothing(fields: Any) -> bytes:
    return bytes(32)


def nothing_is_bad(*said: Any, **more: Any) -> Any:
    from dataclasses import replace

    from tests.safety.allow import AS_IT_IS

    return replace(AS_IT_IS["verify"](*said, **more), bad=None)


def each_is_whole(*said: Any, **more: Any) -> Any:
    from dataclasses import replace

    from tests.safety.allow import AS_IT_IS

    for one in AS_IT_IS["verify_all"](*said, **more):
        yield replace(one, bad=None)


def nothing_rebuilt(*_: Any, **__: Any) -> int:
    return 0


def the_newest_shape_will_do(self: Any, name: str, version: int, said: Any) -> Any:
    newest = max((key for key in self.events if key[0] == name), default=next(iter(self.events)))
    return self.events[newest], said


def always_the_same(*_: Any, **__: Any) -> str:
    return "1.1"


# --- the clinic ---


def nobody_is_alike(one: Any, other: Any) -> Any:
    from bloodpatch.clinic.name_similarity import Likeness

    return Likeness(0, ())


def one_word_settles_it(pair: Any) -> Any:
    from bloodpatch.clinic.duplicates import Question

    given = sorted(pair.answers.all(), key=lambda answer: answer.pk)
    if not given:
        return Question(pair, "open")
    return Question(pair, "same" if given[-1].same else "different", given[-1].by)


def anybodys_answer(pair: Any, *, same: bool, by: Any, now: Any) -> Any:
    from bloodpatch.clinic.duplicates import _standing
    from bloodpatch.clinic.models import PossibleDuplicate, SamenessAnswer

    SamenessAnswer.objects.create(pair=pair, same=same, reasons=pair.reasons, by=by.pk, at=now)
    return _standing(PossibleDuplicate.objects.prefetch_related("answers").get(pk=pair.pk))


def anybody_activates(clinic: Any, *, signed_by: Any, now: Any, **said: Any) -> Any:
    from bloodpatch.clinic.models import ProtocolActivation

    said.pop("shipped", None)
    return ProtocolActivation.objects.create(
        clinic=clinic, signed_by=signed_by, signed_at=now, **said
    )


# --- the clock and the rules in force ---


def own_it_anyway(clock: Any) -> None:
    import bloodpatch.config.clock as machine

    machine._clock = clock


def whatever_is_in_force_today(self: Any, clinic: str, pinned: Any) -> Any:
    from bloodpatch.clinic import clinics
    from bloodpatch.config.records import FIRST_PROTOCOL, deciding
    from bloodpatch.record.protocols import shipped

    signed = clinics.active_protocol(clinic)
    today = signed.hash if signed else shipped(FIRST_PROTOCOL).hash
    return self._of(deciding, clinic, today)


# --- the doors ---


def not_asked_for_allergies(episode: Any) -> Any:
    from bloodpatch.doors.ui.components import Known

    return Known.not_asked()


def a_line_of_somebody_else(summary: Any, person: Any, now: Any, zone: str) -> Any:
    from dataclasses import replace

    from tests.safety.allow import AS_IT_IS

    return replace(AS_IT_IS["line"](summary, person, now, zone), name="Somebody else")


def no_word_of_a_trial(protocol: Any) -> Any:
    from dataclasses import replace

    from tests.safety.allow import AS_IT_IS

    return replace(AS_IT_IS["rest"](protocol), says="We ask for it.")


def nobody_to_call(clinic: Any, rules: Any) -> Any:
    from dataclasses import replace

    from tests.safety.allow import AS_IT_IS

    return replace(AS_IT_IS["page_of"](clinic, rules), at_once=(), same_day=(), emergency="")


def nothing_is_new(request: Any) -> Any:
    from django.http import HttpResponse

    return HttpResponse(status=304)


def colour_alone(kind: str, word: str = "", large: bool = False) -> Any:
    from dataclasses import replace

    from bloodpatch.doors.ui.statuses import LOOKS, Status

    known = kind if kind in list(Status) else next(iter(Status))
    look = replace(LOOKS[Status(known)], word="")
    return {"status": Status(known), "look": look, "word": "", "large": large}


def no_drawing(name: str) -> Any:
    from django.utils.safestring import mark_safe

    return mark_safe("")


def it_says_saved(*_: Any, **__: Any) -> Any:
    from django.http import HttpResponse

    return HttpResponse("Saved", status=200)


def always_room(place: Any) -> Any:
    from bloodpatch.doors.console.doctor_checks import Check

    return Check(True, "There is room.")


def any_file_will_do(path: Any) -> int:
    return 0


def never_ended(request: Any) -> None:
    from django.utils.functional import SimpleLazyObject

    user = request.user
    signed_in = user.is_authenticated
    request.ended = None
    request.actor = user.actor if signed_in else None
    request.clinic = SimpleLazyObject(lambda: user.clinic) if signed_in else None
