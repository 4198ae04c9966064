"""Every address, how it may be asked, and by whom: the approved table, and that it is so.

The table is `routes.txt`. An address that was added, or opened to another role, turns this red
until somebody has looked at the new line:

    BLOODPATCH_WRITE_ROUTES=1 .venv/bin/python -m pytest tests/doors/staff/access -k approved
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.http import HttpRequest
from django.test import Client

from bloodpatch.clinic import patients
from bloodpatch.doors.staff.access import routes
from bloodpatch.doors.staff.access.policies import EVERY_ROLE
from bloodpatch.doors.staff.acts import form_tokens
from bloodpatch.pathway.roles import MAY_GIVE, Role
from bloodpatch.pathway.treatment import ACTS

if TYPE_CHECKING:
    from tests.doors.staff.conftest import House

APPROVED = Path(__file__).with_name("routes.txt")
AGAIN = (
    "Look at what changed; if it is meant, write the table anew: BLOODPATCH_WRITE_ROUTES=1 "
    ".venv/bin/python -m pytest tests/doors/staff/access -k approved"
)
ALWAYS_OPEN = {"/", "/up/", "/sign-in/", "/sign-in/closed/"}
"""What answers 2xx to somebody who is not signed in, and nothing else. The clinic's own page of
the public door is one more, where there is such a clinic."""
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def table() -> Iterator[str]:
    """`routes.table()`, with the methods of each address, and who gives a command by it."""
    asked = {route.path: route for route in routes.every_route()}
    for line in routes.table():
        path, who = line.split("  ")
        for method in methods(asked[path].view):
            yield f"{path}  {method}  {gives(asked[path], who) if method == 'POST' else who}"


def gives(route: routes.Route, who: str) -> str:
    act = route.name.partition(":")[2]
    if act not in ACTS:
        return who
    return f"{who}; given by {', '.join(sorted(MAY_GIVE[act] & set(EVERY_ROLE)))}"


def methods(view: Any) -> tuple[str, ...]:
    """A view that lists its methods names them when it is asked by another; a class has them."""
    if kind := getattr(view, "view_class", None):
        return tuple(m for m in METHODS if hasattr(kind, m.lower()))
    request = HttpRequest()
    request.method = "PURGE"
    answer = view(request, **dict.fromkeys(("episode", "patient", "pair", "position"), ""))
    return tuple(m for m in METHODS if m in answer["Allow"])


def address(path: str, episode: str = "0000000000000000", patient: str = "none") -> str:
    filled = path.replace("<str:episode>", episode).replace("<str:patient>", patient)
    return re.sub(r"<(int|slug):\w+>", "1", filled)


def test_the_table_is_the_approved_one() -> None:
    now = tuple(table())
    if os.environ.get("BLOODPATCH_WRITE_ROUTES"):
        APPROVED.write_text("\n".join(now) + "\n")
    approved = tuple(APPROVED.read_text().splitlines())
    changed = sorted(set(now) ^ set(approved))
    assert changed == [], AGAIN
    assert now == approved, AGAIN
    assert len(now) > 150


@pytest.mark.django_db
def test_signed_out_only_the_public_addresses_answer() -> None:
    nobody, open_ones = Client(), set()
    for route in routes.every_route():
        for method in ("GET", "HEAD", "POST"):
            answer = nobody.generic(method, address(route.path))
            assert answer.status_code in (200, 302, 404, 405), (route.path, method)
            if answer.status_code == 200 and method != "POST":
                open_ones.add(route.path)
            if route.policy and not route.policy.everybody:
                assert answer.status_code == 302, (route.path, method)
                assert answer["Location"].startswith("/sign-in/?next="), route.path
    assert open_ones == ALWAYS_OPEN


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("role", EVERY_ROLE)
def test_each_role_is_let_in_where_the_table_says(house: "House", patched: str, role: Role) -> None:
    """By sending nothing: the guard speaks before the view, and the view then refuses nothing."""
    patient = patient_of(house, patched)
    client, odd = house.client(role), []
    for route in routes.every_route():
        if not route.name.startswith("staff:") or route.policy is None:
            continue
        answer = client.post(address(route.path, patched, patient))
        let_in = answer.status_code != 403
        if let_in is not route.policy.admits(role):
            odd.append((route.path, answer.status_code))
    assert odd == []


@pytest.mark.django_db(transaction=True)
def test_a_command_is_given_by_the_roles_that_the_table_says(house: "House", patched: str) -> None:
    before, odd = house.history(patched), []
    token = form_tokens.draw(patched, patient_of(house, patched))
    for route in routes.every_route():
        act = route.name.partition(":")[2]
        for role in EVERY_ROLE:
            if act not in ACTS or role in MAY_GIVE[act] or "position" in route.path:
                continue
            number = f"00000000-0000-4000-8000-{abs(hash((act, role))) % 10**12:012d}"
            typed = {"whose": token, "command_id": number}
            answer = house.client(role).post(address(route.path, patched), typed)
            if answer.status_code not in (403, 404, 422):
                odd.append((act, role, answer.status_code))
    assert odd == []
    assert house.history(patched) == before


def patient_of(house: "House", episode: str) -> str:
    found = patients.patient_of(house.clinic.pk, episode)
    assert found is not None
    return str(found.pk)
