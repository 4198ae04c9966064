"""`bloodpatch user`: staff accounts, from the machine itself.

Nobody signs up from outside, so the first account is made here. A password is asked for, read from
a pipe, or made and printed once; it never stands on a command line, which others can see.
"""

import getpass
import secrets
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from django.conf import settings

from bloodpatch.clinic import guesses, staff
from bloodpatch.clinic.models import Clinic, Staff
from bloodpatch.clinic.models.staff import ROLES
from bloodpatch.clinic.staff import AccountFault
from bloodpatch.doors.console.exits import Exit, Refusal

ROLE_NAMES = ", ".join(role for role, _ in ROLES)


def words(parser: ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    new = acts.add_parser("add", help="make an account")
    new.add_argument("username", help="what the person types to sign in, such as nisha.iyer")
    new.add_argument("--name", required=True, help="as it stands beside a signature")
    new.add_argument("--role", required=True, help=ROLE_NAMES)
    new.add_argument("--title", default="", help='such as "Dr"')
    new.add_argument("--email", default="", help="may be typed instead of the sign-in name")
    new.add_argument("--clinic", default="", help="its code; not needed where there is only one")
    acts.add_parser("list", help="show every account")
    for act, says in {
        "disable": "close an account; its sessions end at their next call",
        "enable": "open a closed account again",
        "signout": "end every session of somebody",
    }.items():
        acts.add_parser(act, help=says).add_argument("username")
    role = acts.add_parser("role", help="give somebody another role; their sessions end")
    role.add_argument("username")
    role.add_argument("role", help=ROLE_NAMES)
    again = acts.add_parser("password", help="give a new password; failed tries are forgotten")
    again.add_argument("username")
    for asks in (new, again):
        how = asks.add_mutually_exclusive_group()
        how.add_argument("--stdin", action="store_true", help="read the password from a pipe")
        how.add_argument("--make", action="store_true", help="make one and print it, once")


def run(said: Namespace) -> Exit:
    try:
        ACTS[said.act](said)
    except AccountFault as fault:
        raise Refusal(Exit.REFUSED, str(fault)) from fault
    return Exit.DONE


def add(said: Namespace) -> None:
    clinic, role = clinic_of(said.clinic), staff.role_of(said.role)
    password = password_from(said)
    person = staff.add(
        clinic,
        username=said.username,
        name=said.name,
        title=said.title,
        email=said.email,
        role=role,
        password=password,
        by=operator(),
        now=settings.NOW(),
    )
    print(f"{person.full_name} can sign in at {clinic.name} as {person.username} ({role}).")
    show(said, password)


def show_all(said: Namespace) -> None:
    for person in Staff.objects.select_related("clinic").order_by("clinic", "username"):
        state = "" if person.is_active else "  closed"
        print(
            f"{person.username:<20} {person.role:<14} {person.clinic_id:<12} "
            f"{person.full_name}{state}"
        )


def disable(said: Namespace) -> None:
    staff.disable(staff.named(said.username), by=operator(), now=settings.NOW())
    print(f"The account {said.username} is closed.")


def enable(said: Namespace) -> None:
    staff.enable(staff.named(said.username), by=operator(), now=settings.NOW())
    print(f"The account {said.username} is open.")


def sign_out(said: Namespace) -> None:
    staff.end_sessions(staff.named(said.username), by=operator(), now=settings.NOW())
    print(f"{said.username} is signed out everywhere.")


def give_role(said: Namespace) -> None:
    person, role = staff.named(said.username), staff.role_of(said.role)
    staff.give_role(person, role, by=operator(), now=settings.NOW())
    print(f"{person.full_name} is now {role} (was {person.role}).")


def give_password(said: Namespace) -> None:
    person = staff.named(said.username)
    password = password_from(said)
    staff.give_password(person, password, by=operator(), now=settings.NOW())
    guesses.forget(person)
    print(f"{person.full_name} has a new password and is signed out everywhere.")
    show(said, password)


ACTS: dict[str, Callable[[Namespace], None]] = {
    "add": add,
    "list": show_all,
    "disable": disable,
    "enable": enable,
    "signout": sign_out,
    "role": give_role,
    "password": give_password,
}


def clinic_of(code: str) -> Clinic:
    known = list(Clinic.objects.order_by("code"))
    found = [c for c in known if c.code == code] if code else known
    if len(found) == 1:
        return found[0]
    codes = ", ".join(c.code for c in known) or "none yet; `bloodpatch clinic open` opens one"
    raise Refusal(Exit.USAGE, f"Say which clinic with --clinic CODE. Clinics here: {codes}.")


def password_from(said: Namespace) -> str:
    if said.make:
        return secrets.token_urlsafe(18)
    if said.stdin:
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("New password: ")
    if first != getpass.getpass("The same again: "):
        raise AccountFault("The two are not the same. Nothing was changed.")
    return first


def show(said: Namespace, password: str) -> None:
    if said.make:
        print(f"Password (shown this once): {password}")


def operator() -> str:
    """Who sits at the machine, as far as the machine knows."""
    try:
        return f"console: {getpass.getuser()}"[:80]
    except (KeyError, OSError):  # no such user in the system's list, as in some containers
        return "console"
