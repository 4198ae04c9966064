"""The steps of a script, each with every fault that it has."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from bloodpatch.doors.console.replay.faults import Fault, near
from bloodpatch.doors.console.replay.head import Head, unknown
from bloodpatch.doors.console.replay.old_names import in_new_names
from bloodpatch.doors.console.replay.shape import POINTS, STEP_KEYS, Step
from bloodpatch.doors.console.replay.step_fields import read_said
from bloodpatch.doors.console.replay.time_spans import moved
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.values import ValueFault, When


def read_steps(table: Mapping[str, Any], head: Head, faults: list[Fault]) -> tuple[Step, ...]:
    before: Counter[str] = Counter()
    steps = []
    for number, row in enumerate(table.get("step", ()), start=1):
        reading = Reading(row, number, head)
        steps.append(reading.step(before))
        faults.extend(reading.faults)
        if "id" in row:
            before[str(row["id"])] += 1
    return tuple(step for step in steps if step is not None)


class Reading:
    """One step as it is read, with what was found wrong so far."""

    def __init__(self, row: Mapping[str, Any], number: int, head: Head) -> None:
        self.row, self.head = row, head
        self.where = f"step[{number}]"
        self.name = str(row.get("id", f"step {number}"))
        self.faults: list[Fault] = []

    def fault(self, key: str, says: str) -> None:
        where = f"{self.where}.{key}" if key else self.where
        self.faults.append(Fault(where=where, says=says, step=self.name))

    def step(self, before: Mapping[str, int]) -> Step | None:
        """The step; None where anything about it cannot be read."""
        for found in unknown(self.row, STEP_KEYS, f"{self.where}.", "a step"):
            self.fault(found.where.removeprefix(f"{self.where}."), found.says)
        at, by = self.word("at", POINTS), self.word("by", [role.value for role in Role])
        command = self.command()
        said = self.said(command, before) if command else {}
        clock, when = self.time("clock"), self.time("when")
        members = self.members()
        if self.faults or command is None:
            return None
        return Step(
            id=self.name,
            at=at,
            by=Role(by),
            command=command,
            said=said,
            asks="ask" in self.row,
            clock=clock,
            when=when,
            members=members,
        )

    def word(self, key: str, known: Any) -> str:
        given = self.row.get(key)
        if given in known:
            return str(given)
        what = f"{given!r} is none of these" if key in self.row else "it is missing"
        self.fault(key, f"{what}: {', '.join(known)}.{near(given, known)}")
        return ""

    def command(self) -> type[Command] | None:
        keys = [key for key in ("do", "ask") if key in self.row]
        if len(keys) != 1:
            self.fault(keys[0] if keys else "", "a step has either `do` or `ask`.")
        for key in keys[:1]:
            given = self.row[key]
            if isinstance(given, str) and given in ACTS:
                return ACTS[given].command
            self.fault(key, f"there is no command {given!r}.{near(given, ACTS)} See commands.md.")
        return None

    def said(self, command: type[Command], before: Mapping[str, int]) -> dict[str, Any]:
        if "ask" in self.row and "said" not in self.row:
            return {}
        given = self.row.get("said", {})
        if not isinstance(given, dict):
            self.fault("said", "it is a table of fields: [step.said] and a line for each.")
            return {}
        read = read_said(command, in_new_names(given), self.head.zone, before)
        for path, says in read.faults:
            self.fault(f"said.{path}" if path else "said", says)
        return read.values

    def time(self, key: str) -> str:
        """A clock or a time, as it was written; read once, so that its fault is told with all."""
        given = str(self.row.get(key, ""))
        try:
            if given and key == "clock":
                moved(self.head.starts, given, self.head.zone)
            elif given:
                When.parse(given, self.head.zone)
        except ValueFault as fault:
            self.fault(key, str(fault))
        return given

    def members(self) -> frozenset[int] | None:
        """The numbers of those who take this step."""
        if "members" not in self.row:
            return None
        given = self.row["members"]
        numbers = given if isinstance(given, list) else [given]
        known = range(1, len(self.head.members) + 1)
        for number in self.strange(numbers, known):
            self.fault("members", f"there is no member {number!r}: they go from 1 to {known[-1]}.")
        return frozenset(number for number in numbers if type(number) is int)

    @staticmethod
    def strange(numbers: list[Any], known: range) -> Iterator[Any]:
        yield from (n for n in numbers if type(n) is not int or n not in known)
