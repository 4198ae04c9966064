"""What happens between an empty folder and the first page."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.core.management import call_command
from django.db import connections

DEMO = "bloodpatch.clinic.demo"


def bring_up_to_date() -> None:
    """Apply what this version's database needs; of two that start together one waits."""
    call_command("migrate", interactive=False, verbosity=0)


def fill_demo() -> Iterator[str]:
    """Let the demo write its patients, once, and say who can sign in.

    The demo's `load()` does nothing when the folder is filled already. It gives back its sign-ins,
    each with `role`, `name` and `password`.
    """
    if find_spec(DEMO) is None:
        return
    sign_ins = import_module(DEMO).load()
    yield "Everything in this demo is invented. Sign in as:"
    for sign_in in sign_ins:
        yield f"  {sign_in.role:<14} {sign_in.name:<14} {sign_in.password}"


def let_go() -> None:
    """Close what must not be shared with the process that answers."""
    connections.close_all()
