"""`bloodpatch replay FILE|FOLDER ... [--json] [--strict]`: play case scripts, print the answers."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.replay.answer import as_table
from bloodpatch.doors.console.replay.faults import Fault, ScriptFaults, lines_of
from bloodpatch.doors.console.replay.lines import as_lines
from bloodpatch.doors.console.replay.play import Played, StepFault, all_members
from bloodpatch.doors.console.replay.script import read
from bloodpatch.record.protocols import shipped


def words(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="case scripts")
    parser.add_argument("--json", action="store_true", help="one JSON list, for programs")
    parser.add_argument(
        "--strict", action="store_true", help="end with 1 where a step with `do` was refused"
    )


def run(said: Namespace) -> Exit:
    played = []
    faults: list[str] = []
    for path in scripts(said.paths):
        try:
            played.append(played_from(path))
        except ScriptFaults as found:
            faults.extend(found.faults)
    if faults:
        raise Refusal(
            Exit.USAGE,
            "\n".join(faults),
            now=f"\nNothing was played. Mend {len(faults)} fault{'s' * (len(faults) > 1)} first.",
        )
    if said.json:
        print(json.dumps([as_table(case) for case in played], ensure_ascii=False, indent=1))
    else:
        print("\n".join(line for case in played for line in as_lines(case)))
    return Exit.FAULT if said.strict and any(map(refused, played)) else Exit.DONE


def refused(case: tuple[Played, ...]) -> bool:
    """Whether something was to be done, for any member, and could not be."""
    answers = (answer for played in case for answer in played.answers)
    return any(answer.outcome == "refused" and not answer.step.asks for answer in answers)


def scripts(paths: list[Path]) -> list[Path]:
    found = [f for p in paths for f in (sorted(p.glob("*.toml")) if p.is_dir() else [p])]
    if not found:
        raise Refusal(Exit.USAGE, "There is no script there.", now="Name a .toml file or a folder.")
    return found


def played_from(path: Path) -> tuple[Played, ...]:
    """Raises `ScriptFaults`."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refusal(Exit.USAGE, f"{path} cannot be read: {fault}.", now="Check it.") from None
    script = read(text, path.name)
    try:
        return all_members(script, shipped(script.protocol))
    except StepFault as found:
        who = f" (member {found.member.number})" if len(script.members) > 1 else ""
        where = f"step[{found.number}].said"
        said = Fault(where=where, says=f"{found}{who}", step=found.step.id)
        raise ScriptFaults((said.told(lines_of(text), path.name),)) from None
