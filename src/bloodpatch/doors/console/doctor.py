"""`bloodpatch doctor`: what is sound here and what is not, each in one sentence."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from bloodpatch.doors.console import django_setup
from bloodpatch.doors.console.doctor_checks import Check, of_database, of_machine
from bloodpatch.doors.console.exits import Exit


def words(parser: ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print only what is not sound")


def run(said: Namespace) -> Exit:
    checks = examine(django_setup.choose(said.data))
    for check in checks:
        if not (check.sound and said.quiet):
            print(check)
    return Exit.DONE if all(check.sound for check in checks) else Exit.FAULT


def examine(place: Path) -> tuple[Check, ...]:
    """Every check, in the order in which one fault would explain the next."""
    machine = of_machine(place)
    try:
        django_setup.ready()
    except ImproperlyConfigured as fault:
        return (*machine, Check(False, str(fault)))
    if not place.is_dir():
        return machine
    return (*machine, *of_database())
