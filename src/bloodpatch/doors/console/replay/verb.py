"""`bloodpatch replay FILE|FOLDER ... [--json]`: play case scripts and print what was answered."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.doors.console.replay.answer import as_lines, as_table
from bloodpatch.doors.console.replay.play import Played, all_members
from bloodpatch.doors.console.replay.script import ScriptFaults, read
from bloodpatch.pathway.values import ValueFault
from bloodpatch.record.protocols import NoSuchProtocol, shipped


def words(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE|FOLDER", help="case scripts")
    parser.add_argument("--json", action="store_true", help="one JSON list, for programs")


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
            Exit.FAULT,
            "\n".join(faults),
            now=f"\nNothing was played. Mend {len(faults)} fault{'s' * (len(faults) > 1)} first.",
        )
    if said.json:
        print(json.dumps([as_table(case) for case in played], ensure_ascii=False, indent=1))
    else:
        print("\n".join(line for case in played for line in as_lines(case)))
    return Exit.DONE


def scripts(paths: list[Path]) -> list[Path]:
    found = [f for p in paths for f in (sorted(p.glob("*.toml")) if p.is_dir() else [p])]
    if not found:
        raise Refusal(Exit.USAGE, "There is no script there.", now="Name a .toml file or a folder.")
    return found


def played_from(path: Path) -> tuple[Played, ...]:
    """Raises `ScriptFaults`."""
    try:
        script = read(path.read_text("utf-8"), path.name)
        return all_members(script, shipped(script.protocol))
    except (OSError, UnicodeDecodeError) as fault:
        raise Refusal(Exit.USAGE, f"{path} cannot be read: {fault}.", now="Check it.") from None
    except (ValueFault, NoSuchProtocol) as fault:
        raise ScriptFaults((f"{path.name}: {fault}",)) from None
