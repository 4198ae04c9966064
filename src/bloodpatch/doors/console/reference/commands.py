"""commands.md: every command, who may give it, what it asks and what is asked about it."""

from collections.abc import Iterator

from bloodpatch.doors.console.reference.closed_lists import all_lists
from bloodpatch.doors.console.reference.fields import described
from bloodpatch.doors.console.reference.markdown import (
    Page,
    code,
    codes,
    first_sentence,
    heading,
    link,
    spoken,
    table,
)
from bloodpatch.doors.console.reference.markdown import page as made
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.clinical import TOLD_FIELDS
from bloodpatch.pathway.clinical.shared_statements import Told
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.statements import stated
from bloodpatch.pathway.treatment import ACTS, ROOMS, Stage

ABOUT = "What people may ask of the record: every command with its fields, and who may give it."

KINDS = """\
A **permit** asks beforehand and can be refused by a stop or a hold. A **record** says what
happened; what a permit would have been refused for is noted on it. A record is refused only where
it contradicts the record itself.

Every command also has `occurred`, the time at which it happened; left out, it is now. A permit is
always for now. In a script that is the step's `when`; see [case scripts](case-script.md).
A field that is left out was *not stated*, which never means no."""

TOLD = "How a fact was told"


def page() -> Page:
    rooms = [line for room in ROOMS for line in (*of_room(room), "")]
    lists = (heading(2, "Closed lists"), "", "What may be answered, and how it is shown.", "")
    return made(
        "commands",
        "Commands",
        ABOUT,
        (KINDS,),
        (heading(2, "Who may give which command"), "", *role_table()),
        (heading(2, TOLD), "", *told()),
        rooms,
        (*lists, *all_lists()),
    )


def role_table() -> Iterator[str]:
    roles = [role for role in Role if any(role in may for may in MAY_GIVE.values())]
    head = ("Command", "Kind", *(role.value.replace("_", " ") for role in roles))
    yield from table(
        head,
        (
            (
                link(act.name, act.name),
                kind(act),
                *("yes" * (r in MAY_GIVE[act.name]) for r in roles),
            )
            for act in ACTS.values()
        ),
    )


def told() -> Iterator[str]:
    yield f"Most records have these fields too: {codes(TOLD_FIELDS)}."
    yield ""
    command = next(act.command for act in ACTS.values() if issubclass(act.command, Told))
    yield from described(command, (f for f in stated(command) if f.name in TOLD_FIELDS))


def of_room(room: Stage) -> Iterator[str]:
    if not room.acts:
        return
    yield heading(2, room.name)
    yield ""
    yield first_sentence(room.about)
    for act in room.acts:
        yield ""
        yield from of_act(act)


def of_act(act: Act) -> Iterator[str]:
    fields = stated(act.command)
    names = {field.name for field in fields}
    is_told = set(TOLD_FIELDS) <= names
    own = [f for f in fields if not (is_told and f.name in TOLD_FIELDS)]
    yield heading(3, act.name)
    yield ""
    yield f"{act.command.title}. {kind(act).capitalize()}, given by: {given_by(act)}."
    becomes = act.becomes.name
    yield f"Becomes {link(code(becomes), f'{becomes} {act.becomes.version}', 'events.md')}."
    yield from judged(act)
    yield ""
    if own:
        yield from described(act.command, own)
    elif not is_told:
        yield "It has no fields: the act itself is all that is said."
    if is_told:
        yield ""
        yield f"Also {link('how it was told', TOLD)}."


def judged(act: Act) -> Iterator[str]:
    """The rungs of the ladder, which are named so that they can be read aloud."""
    rungs = [spoken(rung.__name__) for rung in (*act.state, *act.fields)]
    if rungs:
        yield f"Asked about it, in this order: {', '.join(rungs)}."
    if act.contradicts:
        against = ", ".join(spoken(rung.__name__) for rung in act.contradicts)
        yield f"Refused where it contradicts the record: {against}."
    if act.depends_on:
        yield f"A conflict if one of these came since the page was drawn: {codes(act.depends_on)}."


def kind(act: Act) -> str:
    return "permit" if act.permit else "record"


def given_by(act: Act) -> str:
    may = MAY_GIVE[act.name]
    return ", ".join(role.value.replace("_", " ") for role in Role if role in may)
