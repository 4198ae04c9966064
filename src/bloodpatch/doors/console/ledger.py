"""`bloodpatch ledger verify [--anchor FILE]`: is the record as it was written?"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bloodpatch.doors.console import progress, wired_record
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.record import anchors
from bloodpatch.record.errors import RecordFault
from bloodpatch.record.verify import Verified, verify_all


def words(parser: ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="verify|anchor")
    check = acts.add_parser("verify", help="walk every chain and name the first bad event")
    check.add_argument(
        "--anchor",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a copy of the anchor file that was kept elsewhere",
    )
    acts.add_parser("anchor", help="write down the heads of all chains now")


def run(said: Namespace) -> Exit:
    return verify(said.anchor) if said.act == "verify" else anchor()


def verify(files: list[Path]) -> Exit:
    try:
        kept = [one for file in files for one in anchors.read(file)]
    except OSError as fault:
        raise Refusal(Exit.USAGE, f"{fault.filename} cannot be read: {fault.strerror}.") from None
    except RecordFault as fault:
        raise Refusal(Exit.FAULT, str(fault)) from None
    show = progress.line("events")
    found = list(verify_all(wired_record.record().using, anchors=kept, progress=show))
    for one in found:
        print(told(one, anchored=bool(files)))
    if not found:
        print("Nothing is recorded yet.")
    return Exit.DONE if all(one.whole for one in found) else Exit.FAULT


def told(one: Verified, *, anchored: bool) -> str:
    if one.bad is not None:
        return f"FAULT  {one.clinic}: {one.bad}"
    seen = (
        f"anchored up to event {one.anchored}"
        if anchored
        else "no anchor was given: a history forged and sealed anew would not be seen"
    )
    return f"ok     {one.clinic}: {one.events} events, none changed, missing or moved; {seen}."


def anchor() -> Exit:
    moved = wired_record.anchors().drop(wired_record.record())
    for one in moved:
        print(f"{one.clinic}: event {one.number}, {one.hash.hex()}")
    if not moved:
        print("Nothing new since the newest anchor.")
    return Exit.DONE
