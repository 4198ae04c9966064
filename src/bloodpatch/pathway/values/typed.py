"""Reading what people type: tidy the text, read one number, explain everything else.

Forgiving about spaces and capitals. Never forgiving about anything that could mean two numbers:
"1,500" is one and a half to one colleague and fifteen hundred to the next.
"""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import decimal as digit_of

from bloodpatch.pathway.values.fault import ValueFault, code_point, quoted

# What a keyboard or a laboratory system puts into a value besides ASCII: the degree and the
# multiplication signs, the micro sign in both its forms, superscripts, dashes.
READABLE = frozenset("\u00b0\u00d7\u00b5\u03bc\u2079\u00b2\u00b3\u2013\u2212")
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\t": " "})
ENDS = " \t\r\n\u00a0\u202f"

NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
# Five thousand to a German laboratory, five to an American one.
GROUPED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
# All that could be meant as a part of the number, right or wrong, so that it can be explained.
NUMBER_LIKE = re.compile(r"[-+\u2212\u2013]?[0-9.,'_]*(?: [0-9.,'_]+)*")
EXPONENT = re.compile(r"[eE] ?[-+\u2212]?[0-9]")
NOT_NUMBERS = frozenset({"nan", "inf", "infinity", "-inf", "+inf", "-infinity", "-nan"})


def tidied(text: str, longest: int = 80) -> str:
    """The text with single spaces; a `ValueFault` if it is empty, too long or not readable."""
    if not isinstance(text, str):
        raise ValueFault(
            "That is not text.", "Only what is written can be read.", "Type the value again."
        )
    if len(text) > longest:
        raise ValueFault(
            f"That is {len(text)} characters long.",
            f"A value here has at most {longest}.",
            "Type only the value; the rest belongs in a note.",
        )
    text = text.strip(ENDS)
    if not text:
        raise ValueFault(
            "Nothing was typed.",
            "Empty could mean zero, or not done, or forgotten.",
            "Type the value, or leave the whole question unanswered.",
        )
    if not (text.isascii() and text.isprintable()):
        text = text.translate(SPACES)
        _refuse_unreadable(text)
    return " ".join(text.split(" ")) if "  " not in text else " ".join(text.split())


def _refuse_unreadable(text: str) -> None:
    for position, character in enumerate(text, start=1):
        if (character.isascii() and character.isprintable()) or character in READABLE:
            continue
        digit = digit_of(character, None)
        if digit is not None:
            raise ValueFault(
                f"The digit at position {position} ({code_point(character)}) is not a plain digit.",
                f"It looks like {digit}, but comes from another alphabet or is full-width.",
                "Type the number again with the digits 0 to 9.",
            )
        if not character.isprintable():
            raise ValueFault(
                f"There is an invisible character at position {position} "
                f"({code_point(character)}).",
                "Invisible characters can hide or turn around what is written.",
                "Type the value again instead of pasting it.",
            )
        raise ValueFault(
            f"The character {quoted(character)} at position {position} "
            f"({code_point(character)}) cannot be read here.",
            "It may look like an ordinary letter or sign, but it is another one.",
            "Type the value again instead of pasting it.",
        )


def number_and_rest(text: str) -> tuple[Decimal, str]:
    """The number at the start of a tidied text and what follows it, usually a unit."""
    match = NUMBER_LIKE.match(text)
    raw = match.group() if match else ""
    rest = text[len(raw) :].strip()
    if not NUMBER.fullmatch(raw) or EXPONENT.match(rest):
        raise _number_fault(text, raw, rest)
    if GROUPED.fullmatch(raw):
        raise ValueFault(
            f"{quoted(text)} has exactly three digits behind its point.",
            "Some people write thousands like this, so it could be a thousand times as much.",
            f"Type {raw.replace('.', '')} or {raw.rstrip('0').rstrip('.')}, whichever is meant; "
            "if all three decimals count, use a smaller unit.",
        )
    return Decimal(raw), rest


def _number_fault(text: str, raw: str, rest: str) -> ValueFault:
    """The first of these that fits is said: the ladder goes from certain to vague."""
    told = quoted(text)
    if text.casefold() in NOT_NUMBERS:
        return ValueFault(f"{told} is not a number.", "Nothing was counted.", "Type the number.")
    if raw[:1] in {"-", "\u2212", "\u2013"}:
        return ValueFault(
            f"{told} begins with a minus sign.",
            "Nothing that is recorded here can be below zero.",
            "Type the number without the sign, if that is what you mean.",
        )
    if raw[:1] == "+":
        return ValueFault(
            f"{told} begins with a plus sign.",
            "It could be an amount or an addition to one.",
            "Type the whole amount without the sign.",
        )
    if "," in raw:
        return ValueFault(
            f"{told} has a comma in its number.",
            "A comma is a decimal sign for some people and divides thousands for others.",
            "Type a point for decimals, and nothing between thousands: 22.5 or 1500.",
        )
    if any(mark in raw for mark in "'_ "):
        return ValueFault(
            f"{told} has a gap or a mark between its digits.",
            "It could be one number or two.",
            "Type one number with nothing between its digits.",
        )
    if raw and EXPONENT.match(rest):
        return ValueFault(
            f"{told} is written with a power of ten.",
            "One digit more or less in the power is ten times too much or too little.",
            "Type the number in full.",
        )
    return _point_fault(told, raw)


def _point_fault(told: str, raw: str) -> ValueFault:
    if raw.count(".") > 1:
        return ValueFault(
            f"{told} has more than one decimal point.",
            "It cannot be told which one is meant.",
            "Type the number with one point.",
        )
    if raw.startswith(".") and len(raw) > 1:
        return ValueFault(
            f"{told} begins with a decimal point.",
            "A point in front is easily overlooked, and then the number is ten times too big.",
            f"Type 0{raw}, if that is what you mean.",
        )
    if raw.endswith(".") and len(raw) > 1:
        return ValueFault(
            f"{told} ends with a decimal point.",
            "The digit behind the point may have been lost.",
            "Type the number again.",
        )
    if raw.startswith("0"):
        return ValueFault(
            f"{told} begins with a zero that says nothing.",
            "A decimal point may have been lost behind it.",
            "Type the number without the zero in front, or with its point.",
        )
    return ValueFault(
        f"There is no number at the start of {told}.",
        "This question is answered with a number.",
        "Type the number, then the unit if you like.",
    )
