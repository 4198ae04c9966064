"""The guard: each request of the staff door passes here, whatever view it is for.

It is the order that matters. Who is it, and may they still sit here? May this role open the
address? Is what they ask about of their own clinic? Are they collecting people? Only then is the
look written down, and only when it is written does the view run. Whatever fails on the way, fails
closed.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from bloodpatch.clinic import watch
from bloodpatch.clinic.directory import ROLE_WORDS
from bloodpatch.clinic.models import EpisodeOf, Patient, Staff
from bloodpatch.doors.staff.access import routes, saved_draft, session
from bloodpatch.doors.staff.access.policies import EVERY_ROLE, Policy, policy_of
from bloodpatch.doors.staff.access.request_visitor import StaffRequest, is_fragment
from bloodpatch.doors.staff.access.secondary_access import TooMany

log = logging.getLogger("bloodpatch.security")


class Guard:
    """Django middleware, after the one that knows the session's user."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        if nobody_said := routes.unguarded():
            raise ImproperlyConfigured(
                "These addresses do not say who may open them: "
                + ", ".join(nobody_said)
                + ". Put @policy(...) on their views: see bloodpatch/doors/staff/access."
            )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        _seat(request)
        response = self.get_response(request)
        match = request.resolver_match
        if match is None or not routes.is_other_door(match.func):
            # Set, not suggested: the back button must not show the last patient to the next person.
            response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[object, ...],
        kwargs: Mapping[str, Any],
    ) -> HttpResponse | None:
        if routes.is_other_door(view):
            return None
        rule = policy_of(view)
        if rule is None:
            log.error("An address without a policy was asked for; it was not served.")
            raise Http404
        if rule.everybody:
            return None
        if not isinstance(request.user, Staff):
            return ask_to_sign_in(request)
        return _admit(request, rule, kwargs)  # type: ignore[arg-type]  # it is one from here on

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, TooMany):
            return render(request, "access/too_many.html", status=429)
        return None


def _seat(request: HttpRequest) -> None:
    """Put the actor on the request, or nobody."""
    request.actor = request.clinic = request.ended = None  # type: ignore[attr-defined]
    if not isinstance(request.user, Staff):
        return
    if session.ended(request):
        # The session stays, with what was typed in it; but until the same person signs in again
        # it is nobody's. Django empties it when somebody else does.
        request.ended = request.user.pk  # type: ignore[attr-defined]
        request.user = AnonymousUser()
        return
    request.actor = request.user.actor  # type: ignore[attr-defined]
    user = request.user
    request.clinic = SimpleLazyObject(lambda: user.clinic)  # type: ignore[attr-defined]


def _admit(request: StaffRequest, rule: Policy, about: Mapping[str, Any]) -> HttpResponse | None:
    if not rule.admits(request.actor.role):
        _note_refusal(request, "role", about)
        admitted = [ROLE_WORDS[role] for role in EVERY_ROLE if rule.admits(role)]
        return render(request, "access/role_refused.html", {"roles": admitted}, status=403)
    if not _of_this_clinic(request, about):
        # In the words for an address that leads nowhere, whether it exists elsewhere or not.
        _note_refusal(request, "not of this clinic", about)
        raise Http404
    if rule.signing and not session.fresh(request):
        return ask_again(request)
    if not _write_down(request, rule, about):
        return render(request, "access/too_many.html", status=429)
    if not rule.heartbeat:
        session.touch(request)
    saved_draft.let_go(request)
    return None


def _of_this_clinic(request: StaffRequest, about: Mapping[str, Any]) -> bool:
    """An address with an episode or a patient in it is for that clinic's staff only."""
    clinic = request.actor.clinic
    if "episode" in about:
        lines = EpisodeOf.objects.filter(episode=str(about["episode"]), clinic_id=clinic)
        if not lines.exists():
            return False
    if "patient" in about:
        return Patient.objects.filter(pk=str(about["patient"]), clinic_id=clinic).exists()
    return True


def _write_down(request: StaffRequest, rule: Policy, about: Mapping[str, Any]) -> bool:
    """The look, the change or the search; False when this person has had too many of them."""
    now, route = settings.NOW(), _route(request)
    whom = {"episode": str(about.get("episode", "")), "patient": str(about.get("patient", ""))}
    searches = bool(rule.search and request.POST.get(rule.search))
    if not any(whom.values()) and not searches:
        return True
    if request.method not in ("GET", "HEAD") and not searches:
        # What was done at the bedside can always be written down.
        watch.changed(request.actor, now=now, route=route, **whom)
        return True
    if not searches and watch.seen_just_now(request.actor, now=now, route=route, **whom):
        return True
    if watch.harvesting(request.actor, now):
        _note_refusal(request, "too many", about)
        return False
    if searches:
        watch.searched(request.actor, now=now, route=route)
    if any(whom.values()):
        watch.looked(request.actor, now=now, route=route, **whom)
    return True


def _note_refusal(request: StaffRequest, why: str, about: Mapping[str, Any]) -> None:
    watch.refused(
        request.actor,
        now=settings.NOW(),
        route=_route(request),
        why=why,
        episode=str(about.get("episode", "")),
        patient=str(about.get("patient", "")),
    )
    # Ids of ours only: what was in the address may have been typed by anyone.
    log.warning("Refused: %s, staff %s, %s", why, request.actor.id, _route(request))


def _route(request: HttpRequest) -> str:
    return (request.resolver_match.view_name if request.resolver_match else "")[:80]


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, and from there back to where they were going; what was typed is kept."""
    was_here = getattr(request, "ended", None)
    if was_here and saved_draft.keep(request, was_here):
        return _go(request, "account_login", reverse("access_kept"))
    return _go(request, "account_login", _way_back(request))


def ask_again(request: StaffRequest) -> HttpResponse:
    """Signing asks for the password anew; what was typed waits meanwhile."""
    if saved_draft.keep(request, request.actor.id):
        return _go(request, "account_reauthenticate", reverse("access_kept"))
    return _go(request, "account_reauthenticate", _way_back(request))


def _way_back(request: HttpRequest) -> str:
    """The page that they were on: for a fragment or a form, the one that holds it."""
    if request.method in ("GET", "HEAD") and not is_fragment(request):
        return request.get_full_path()
    page = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "")
    ours = page.netloc == request.get_host() and page.path.startswith("/")
    return page._replace(scheme="", netloc="").geturl() if ours else settings.LOGIN_REDIRECT_URL


def _go(request: HttpRequest, page: str, back_to: str) -> HttpResponse:
    where = f"{reverse(page)}?{urlencode({'next': back_to})}"
    if not is_fragment(request):
        return redirect(where)
    # A fragment must not be filled with the sign-in page: the whole page goes there.
    response = HttpResponse(status=401)
    response.headers["HX-Redirect"] = where
    return response
