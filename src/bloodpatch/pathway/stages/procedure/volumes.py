"""Volumes and materials: what counts as blood, how much went in, who gave it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from bloodpatch.pathway.clinical import Material
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.stages.procedure.choices import PatchedBy
from bloodpatch.pathway.stages.procedure.events import (
    Injected,
    PatchReported,
)
from bloodpatch.pathway.stages.procedure.patch_report import PatchReport
from bloodpatch.pathway.stages.procedure.statements import Injection
from bloodpatch.pathway.values import Millilitres


def by_others(happened: Happened[Any]) -> bool:
    """Whether this is a patch that was not given in this clinic."""
    return isinstance(happened.event, PatchReported) and elsewhere(happened.event.by)


def elsewhere(by: PatchedBy | None) -> bool:
    """Only what is said to be of others is: of a patch that nobody places, it was given here."""
    return by not in (None, PatchedBy.THIS_CLINIC)


def is_blood(material: Material | None) -> bool:
    """A patch of which nobody says otherwise is of blood."""
    return material in (
        None,
        Material.AUTOLOGOUS_BLOOD,
        Material.ALLOGENEIC_BLOOD,
        Material.NOT_TOLD,
    )


def volume_of(event: Injection | PatchReport) -> Millilitres | None:
    """What went in with one injection: the sites together, where they were told apart."""
    sites: tuple[Millilitres, ...] | None = getattr(event, "volume_by_site", None)
    if sites:
        return Millilitres(min(sum((s.value for s in sites), Decimal(0)), Millilitres.high))
    return event.volume_ml_injected


def total(volumes: Iterable[Millilitres | None]) -> Decimal | None:
    """The sum; None where there is nothing, or where one of them was not told."""
    told = tuple(volumes)
    if not told or None in told:
        return None
    return sum((v.value for v in told if v), Decimal(0))


def injected_ml(injections: Iterable[Happened[Injected]]) -> Decimal:
    """mL of blood injected so far, as far as it was told."""
    blood = (h.event for h in injections if is_blood(h.event.material))
    return sum((v.value for event in blood if (v := volume_of(event))), Decimal(0))
