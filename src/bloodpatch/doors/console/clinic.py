"""`bloodpatch clinic`: opens a clinic; a new installation has none."""

from argparse import ArgumentParser, Namespace

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from bloodpatch.clinic.clinics import open_clinic
from bloodpatch.clinic.models import Clinic
from bloodpatch.doors.console.exits import Exit, Refusal


def words(parser: ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("list", help="show every clinic")
    new = acts.add_parser("open", help="open a clinic")
    new.add_argument("code", help="short and for ever: it stands in every number of the record")
    new.add_argument("--name", required=True)
    new.add_argument("--phone", required=True, help="what patients are told to call")
    new.add_argument("--address", required=True, help="in one line")
    new.add_argument("--zone", required=True, help="such as America/Denver")
    new.add_argument("--language", default="en")


def run(said: Namespace) -> Exit:
    if said.act == "list":
        for clinic in Clinic.objects.order_by("code"):
            print(f"{clinic.code:<12} {clinic.name}, {clinic.zone}")
        return Exit.DONE
    try:
        clinic = open_clinic(
            code=said.code,
            name=said.name,
            phone=said.phone,
            address=said.address,
            zone=said.zone,
            language=said.language,
        )
    except ValidationError as fault:
        raise Refusal(Exit.REFUSED, " ".join(fault.messages)) from fault
    except IntegrityError as fault:
        raise Refusal(Exit.REFUSED, f"There is a clinic {said.code} already.") from fault
    print(f"{clinic.name} is open. Its first account: `bloodpatch user add`.")
    return Exit.DONE
