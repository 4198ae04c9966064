"""`bloodpatch rebuild [--compare]`: make every read model anew from the ledger, or compare."""

from argparse import ArgumentParser, Namespace

from bloodpatch.doors.console import progress, wired_record
from bloodpatch.doors.console.exits import Exit
from bloodpatch.record import ledger, rebuild
from bloodpatch.record.sql import Sql


def words(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--compare", action="store_true", help="change nothing; say where a list is wrong"
    )


def run(said: Namespace) -> Exit:
    record = wired_record.record()
    show = progress.line("episodes")
    wrong = 0
    for clinic in ledger.clinics(Sql(record.using)):
        if said.compare:
            found = rebuild.compare(record, clinic, show)
            wrong += len(found)
            for one in found:
                print(f"FAULT  {one.clinic}: {one.table} is wrong about episode {one.episode}.")
        else:
            print(f"{clinic}: {rebuild.rebuild(record, clinic, show)} episodes put in place.")
    if said.compare and not wrong:
        print("Every list says what the ledger says.")
    return Exit.FAULT if wrong else Exit.DONE
