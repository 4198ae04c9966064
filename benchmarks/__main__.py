"""Runs every benchmark on a clinic of its own, prints the table, writes bench.json."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> int:
    # On the disk of the checkout: /tmp may be memory, which makes every write look durable.
    folder = Path(tempfile.mkdtemp(prefix=".bench-", dir=ROOT))
    try:
        return run(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(folder: Path) -> int:
    os.environ["BLOODPATCH_DATA"] = str(folder)
    from bloodpatch.doors.console import django_setup

    django_setup.ready()
    from benchmarks.figures import table, write

    found = []
    for figure in everything(folder):
        print(f"{figure.name}: {figure.value:.4g} {figure.unit} {figure.bar}", flush=True)
        found.append(figure)
    write(found, ROOT / "bench.json")
    print("\n" + table(found))
    return 0 if all(figure.ok for figure in found) else 1


def everything(folder: Path) -> Iterator:  # type: ignore[type-arg]
    # Imported here: they need Django on the folder that has just been chosen.
    from benchmarks import clinic, ledger, pages
    from bloodpatch.doors.console import first_start

    first_start.bring_up_to_date()
    # A clinic for each: what one leaves behind does not stand in the lists of the other.
    yield from ledger.figures(clinic.opened("ledger"))
    yield from pages.figures(folder, clinic.opened("pages"))


if __name__ == "__main__":
    sys.exit(main())
