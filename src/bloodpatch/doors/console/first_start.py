"""What happens between an empty folder and the first page."""

from collections.abc import Iterator

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from bloodpatch.clinic import demo
from bloodpatch.clinic.models import Clinic
from bloodpatch.doors.console import progress, wired_record
from bloodpatch.doors.console.demo import filling
from bloodpatch.record import protocol_versions, rebuild


def bring_up_to_date() -> None:
    """Apply what this version's database needs; of two that start together one waits.

    A list whose making has changed with the version is made anew from the ledger.
    """
    call_command("migrate", interactive=False, verbosity=0)
    protocol_versions.keep_shipped("default", settings.NOW())
    rebuild.bring_up_to_date(wired_record.record(), progress.line("episodes"))


def fill_demo() -> Iterator[str]:
    """Write the demo's clinic, staff and patients, once, and say who can sign in."""
    sign_ins = demo.load()
    filling.fill(Clinic.objects.get(pk=demo.CODE))
    yield "Everything in this demo is invented. Sign in as:"
    for sign_in in sign_ins:
        yield f"  {sign_in.role:<14} {sign_in.name:<14} {sign_in.password}"


def let_go() -> None:
    """Close what must not be shared with the process that answers."""
    connections.close_all()
