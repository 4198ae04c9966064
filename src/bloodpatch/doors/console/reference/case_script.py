"""case-script.md: how a case is written down for `bloodpatch replay`, and what each key takes."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from bloodpatch.doors.console.reference.example_script import REPORT, SCRIPT
from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    codes,
    heading,
    paragraphs,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.doors.console.replay.entries import FIELDS
from bloodpatch.doors.console.replay.shape import KEYS, MEMBER_KEYS, POINTS, STEP_KEYS, TIMES
from bloodpatch.doors.console.replay.time_spans import UNITS
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.record.protocols import shipped, shipped_names

ABOUT = "How a case is written down so that `bloodpatch replay` can play it."
REPLAY = "bloodpatch.doors.console.replay"

START = """\
In this order a case is quickly written:

1. The head: `schema`, `case`, `protocol`, a `[[member]]` with what is known of the patient.
2. A step for each fact, with the command whose fields take it: [commands](commands.md), and
   [which of two](which-command.md) where two could. What the report does not state is left out.
3. The words: [closed lists](commands.md#closed-lists), [values](values.md),
   [told times](told-times.md). What has no field goes into `note`, in the report's words.
4. An `ask` wherever the report reaches a decision, and one for `closure.close` at the end.
5. `bloodpatch replay FILE` until it finds no fault; then read [the answer](replay-answer.md)."""

WRITTEN = """\
| Value of the field | Written | Such as |
|---|---|---|
| one of a closed list | its code | `severity = "severe"` |
| `yes`, `no`, `not_asked` | the word, in quotes | `deliberate = "no"` |
| any number of something | a list; one alone may stand without brackets | \
`levels = ["L2/3", "L3/4"]` |
| questions with yes or no | a table with the codes that were asked; or one text | \
`flags = { fever = "no", seizure = "yes" }` |
| any other | a text as one types it; see [values](values.md) | `needle = "17G tuohy"` |

A field that is left out was not stated. Nothing is ever taken for no."""

CLOCK = """\
The script has a clock of its own. It stands still until a step moves it with `clock`, before the
step is taken: by a span, or to a local time. Units of a span: {units}. Every patient of the case
has the same clock.

`when` is the time at which something happened, where that is not now; most commands also have
`timing`, for a time that is counted from something. Where a report has no dates, write
`times = "unknown"`, leave `when` out, and say every time in `timing`: then no instant is made up,
and no rule takes one for known."""

SERIES = """\
`members = 12` plays the same steps for twelve patients, of whom nothing else is known. With a
`[[member]]` for each, their ages and languages differ. Where their courses differ too, a step names
by number who takes it:

    [[step]]
    id = "second patch"
    at = "procedure"
    by = "physician"
    members = [2, 3]
    do = "procedure.record_injection"

For the others that step is not taken; the clock goes on for all. Patients of whom the report tells
separate stories are better written as separate scripts. [The answer](replay-answer.md) shows each
member's course."""

ENTRIES = """\
Some commands ask for the position of an entry that was made before: {fields}. Write the id of the
step that made it, `positions = ["puncture"]`, or the position itself as the answer shows it. A
step that recorded nothing cannot be named."""


def page() -> Page:
    said = (paragraphs(import_module(name).__doc__) for name in (REPLAY, f"{REPLAY}.script"))
    return made(
        "case-script",
        "Case scripts",
        ABOUT,
        *said,
        (heading(2, "How to begin"), "", START),
        (heading(2, "Keys"), "", *keyed("Key", KEYS)),
        (heading(3, "Keys of a member"), "", *keyed("Key", MEMBER_KEYS)),
        (heading(3, "Keys of a step"), "", *keyed("Key", STEP_KEYS)),
        (heading(2, "How a field is written"), "", WRITTEN),
        (heading(2, "at: the point of the pathway"), "", *keyed("`at`", POINTS)),
        (heading(2, "by: the role that acts"), "", *roles()),
        (heading(2, "times: what a step without a time means"), "", *keyed("`times`", TIMES)),
        (heading(2, "protocol: the rules in force"), "", *protocols()),
        (heading(2, "Clock and time"), "", CLOCK.format(units=codes(UNITS))),
        (heading(2, "Several patients"), "", SERIES),
        (heading(2, "Naming an entry"), "", ENTRIES.format(fields=codes(sorted(FIELDS)))),
        (heading(2, "A whole script"), "", REPORT, "", *whole()),
    )


def keyed(head: str, rows: Mapping[str, str]) -> Iterator[str]:
    yield from table((head, "Meaning"), ((code(key), says) for key, says in rows.items()))


def roles() -> Iterator[str]:
    """The table of who may give what stands with the commands."""
    counts = {role: sum(role in may for may in MAY_GIVE.values()) for role in Role}
    yield "Who may give which command stands [with the commands]" + (
        "(commands.md#who-may-give-which-command); a step of another role is refused."
    )
    yield ""
    rows = ((code(role.value), str(count)) for role, count in counts.items() if count)
    yield from table(("`by`", "Commands that it may give"), rows)


def protocols() -> Iterator[str]:
    rows = ((code(name), shipped(name).title) for name in shipped_names())
    yield from table(("`protocol`", "What it is"), rows)


def whole() -> Iterator[str]:
    yield "As a script, with nothing added that the report does not state:"
    yield ""
    yield from (f"    {line}".rstrip() for line in SCRIPT.splitlines())
