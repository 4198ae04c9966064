"""From a finding to the physician's word on it: one click carries all that the record must know.

The values that the finding saw travel sealed in the address: they belong to a patient, and
nobody may change them on the way.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from bloodpatch.doors.staff import addresses
from bloodpatch.doors.staff.access.sealed_text import seal, unseal
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Link
from bloodpatch.pathway.acts import Act
from bloodpatch.pathway.findings import Finding, Level

OVERRIDE, LIFT = "review.override_hold", "review.lift_stop"


@dataclass(frozen=True)
class About:
    """The finding that a physician is asked about, as it stood on somebody's page."""

    finding: str
    act: str
    patch: int
    saw: dict[str, str]
    says: str


def ways_out(desk: Desk, act: Act, finding: Finding) -> tuple[Link, ...]:
    """What this person can do about a finding, beside changing the fact."""
    if not finding.blocks:
        return ()
    if finding.kind.level is Level.HOLD and act.permit and desk.gives(OVERRIDE):
        return (
            Link(_("Override this hold, with a reason"), address(desk, OVERRIDE, act, finding)),
        )
    if finding.kind.lifted_by_review and desk.gives(LIFT):
        label = _("Record the examination or imaging that lifts it")
        return (Link(label, address(desk, LIFT, act, finding)),)
    return ()


def address(desk: Desk, command: str, act: Act, finding: Finding) -> str:
    about = About(
        finding=finding.code,
        act=act.name,
        patch=desk.episode.patch_number,
        saw=dict(finding.seen),
        says=finding.says,
    )
    sealed = seal(json.dumps(vars(about)), purpose=_purpose(desk))
    then = addresses.to_act(desk.id, act.name)
    return addresses.to_act(desk.id, command, about=sealed, then=then)


def read(desk: Desk) -> About:
    """What the address says; an address that nobody here has made leads nowhere."""
    whole = unseal(desk.request.GET.get("about", ""), purpose=_purpose(desk))
    if whole is None:
        raise Http404
    said: dict[str, Any] = json.loads(whole)
    return About(**said)


def _purpose(desk: Desk) -> str:
    return f"a finding of episode {desk.id}"
