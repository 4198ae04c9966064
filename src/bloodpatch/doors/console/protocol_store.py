"""The protocols that a data folder keeps: listed, found by their hash, and brought by a clinic.

`bloodpatch protocol` needs no folder for what ships; these need one, and set Django up on it.
"""

from collections.abc import Iterator
from pathlib import Path

from bloodpatch.doors.console import django_setup
from bloodpatch.doors.console.exits import Exit, Refusal
from bloodpatch.pathway.protocol import Protocol

USING = "default"
SHORTEST_HASH = 12


def kept(data: Path | None) -> Iterator[str]:
    """One line for each; nothing where there is no folder, or one that was never served."""
    if not django_setup.choose(data).is_dir():
        return
    django_setup.ready()
    from django.db import DatabaseError

    from bloodpatch.record import protocol_versions

    try:
        for one in protocol_versions.everything(USING):
            harm = "" if one.whole else "; IT DOES NOT SAY WHAT IT SAID: restore it from a backup"
            whose = f" of clinic {one.clinic}" if one.clinic else ""
            what = f"{one.name} {one.version}{whose}; {one.hash[:16]}"
            yield f"kept since {one.kept_at[:10]}: {what}{harm}"
    except DatabaseError:
        yield "What is kept cannot be read; `bloodpatch doctor` says why."


def by_hash(data: Path | None, beginning: str) -> Protocol | None:
    """A kept protocol by the hash, or the beginning of it, that an entry names."""
    if len(beginning) < SHORTEST_HASH or not django_setup.choose(data).is_dir():
        return None
    django_setup.ready()
    from bloodpatch.record import protocol_versions

    found = [k for k in protocol_versions.everything(USING) if k.hash.startswith(beginning)]
    if len({one.hash for one in found}) != 1:
        return None
    return protocol_versions.find(USING, found[0].clinic, found[0].hash)


def propose(data: Path | None, code: str, protocol: Protocol) -> str:
    """Bring a clinic's own version to the page where two people sign it."""
    django_setup.open_folder(data)
    from django.conf import settings

    from bloodpatch.clinic import signatures
    from bloodpatch.clinic.clinics import ActivationRefused
    from bloodpatch.clinic.models import Clinic

    clinics = Clinic.objects.filter(pk=code) if code else Clinic.objects.all()
    if clinics.count() != 1:
        raise Refusal(
            Exit.USAGE,
            f"There is no clinic {code}." if code else "There is not exactly one clinic here.",
            now="Name one with --clinic; `bloodpatch clinic list` shows them.",
        )
    clinic = clinics.get()
    try:
        new = signatures.propose(clinic, protocol, settings.NOW())
    except ActivationRefused as fault:
        raise Refusal(Exit.REFUSED, str(fault)) from fault
    done = "It waits" if new else "It was brought before, and waits"
    return f"{done} for two signatures, one of a physician, on the page Rules of {clinic.name}."
