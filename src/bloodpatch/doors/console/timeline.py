"""`bloodpatch timeline EPISODE`: what happened, one line an event, without names or free text."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bloodpatch.clinic.models import EpisodeOf
from bloodpatch.doors.console import wired_record
from bloodpatch.doors.console.clocked import in_a_column
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.finding_lines import explained
from bloodpatch.doors.ui.chapters import EVERY_RULE
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.statements import plain_fields
from bloodpatch.pathway.values import FreeText
from bloodpatch.pathway.worklist import owed
from bloodpatch.record import folds


def words(parser: ArgumentParser) -> None:
    parser.add_argument("episode", metavar="EPISODE", help="the id in the address of its page")


def run(said: Namespace) -> Exit:
    record = wired_record.record()
    clinic = EpisodeOf.objects.filter(episode=said.episode).values_list("clinic", flat=True).first()
    if clinic is None:
        raise Refusal(
            Exit.USAGE,
            f"There is no episode {said.episode}.",
            now="Copy the id from the address of its page.",
        )
    state = folds.current(record, clinic, said.episode).state
    zone = ZoneInfo(record.zone(clinic))
    protocol = record.protocols.known(clinic, state.protocol)
    standing = {h.position for h in state.standing}
    for happened in state.history:
        struck = "" if happened.position in standing else "  (struck)"
        facts = ", ".join(f"{k}={v}" for k, v in coded(happened.event).items())
        print(
            f"{happened.position:>4}  {in_a_column(happened.occurred, zone)}  "
            f"{happened.by.role.value:<12} "
            f"{happened.event.name}{struck}  {facts}".rstrip()
        )
        for note in happened.findings:
            print("\n".join(f"      {line}" for line in said_of(note, protocol)))
    print(f"Now: {state.whereabouts.label.lower()}.")
    for one in owed(state, protocol):
        due = one.due.astimezone(zone)
        print(f"Owed: {one.says} ({one.owner.value.replace('_', ' ')}, {due:%Y-%m-%d %H:%M})")
    return Exit.DONE


def said_of(note: str, protocol: Protocol) -> Iterator[str]:
    """A finding as it is kept on an entry, and its rule."""
    yield note
    kind = EVERY_RULE.get(note.partition(":")[2])
    if kind is not None:
        yield from (f"    {line}" for line in explained(kind, protocol))


def coded(event: object) -> dict[str, object]:
    """The stated fields but for words: a terminal is no place for them."""
    return {
        name: value
        for name, value in plain_fields(event).items()
        if not isinstance(getattr(event, name), FreeText)
    }
