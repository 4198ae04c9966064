"""What a patient is allergic to, and what touched the patient all the same."""

from collections.abc import Iterator
from typing import Any

from bloodpatch.pathway.clinical import ImagingGuide
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.queries.person_facts import allergic_to
from bloodpatch.pathway.rules.allergy import instead
from bloodpatch.pathway.stages.procedure import statements as said
from bloodpatch.pathway.stages.procedure.choices import Antiseptic
from bloodpatch.pathway.stages.procedure.patch_report import PatchReport
from bloodpatch.pathway.stages.procedure.volumes import elsewhere
from bloodpatch.pathway.values import Answer

ALLERGEN = declare(
    code="procedure.allergen",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{what}, and the patient is allergic to it. Use instead: {instead}. Watch for a reaction.",
    rule="What a patient is allergic to does not touch the patient.",
    clears="Remove it and watch; a physician looks. Correct the entry if another thing was used.",
    value="preparation.substitutes",
    hazards=("H11",),
    treatment=("T6", "T14"),
    replay=("STOP_RULE", "AE_OPEN"),
)
NOT_KNOWN_TO_BE_FREE = declare(
    code="procedure.allergen_not_told",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Allergic to {what}: is all that touches free of it?",
    rule="What a patient is allergic to does not touch the patient.",
    clears="Look, and record it.",
    value="preparation.substitutes",
    hazards=("H11",),
    treatment=("T6",),
    replay=("MISSING_DATA",),
)

SKIN = {
    Antiseptic.CHLORHEXIDINE: Allergy.CHLORHEXIDINE,
    Antiseptic.IODINE: Allergy.IODINE,
}

Met = Iterator[tuple[Allergy, str]]


def used(command: Any, sedatives: frozenset[str]) -> Met:
    """Each thing on the list of allergies that this entry says was used, in words."""
    match command:
        case said.Cleaning(antiseptic=antiseptic) if antiseptic in SKIN:
            yield SKIN[antiseptic], f"Skin cleaned with {antiseptic.label.lower()}"
        case said.LocalAnaesthetic():
            yield Allergy.LOCAL_ANAESTHETIC, "A local anaesthetic was given"
        case said.SedationGiven():
            yield from sedated(command, sedatives)
        case said.Injection():
            yield from sedated(command, sedatives)
        case said.Marking(imaging=ImagingGuide.CONTRAST):
            yield Allergy.CONTRAST, "Contrast was given"
        case said.NeedlePlacement():
            if command.contrast is not None or ImagingGuide.CONTRAST in (command.imaging or ()):
                yield Allergy.CONTRAST, "Contrast was given"
        case said.Positioning(latex_free=Answer.NO):
            yield Allergy.LATEX, "Something of latex is used"
        case PatchReport() if not elsewhere(command.by):
            if ImagingGuide.CONTRAST in (command.imaging or ()):
                yield Allergy.CONTRAST, "Contrast was given"
            if command.local is Answer.YES:
                yield Allergy.LOCAL_ANAESTHETIC, "A local anaesthetic was given"


def sedated(command: said.SedationGiven | said.Injection, sedatives: frozenset[str]) -> Met:
    if drugs := [dose.drug for dose in command.doses if dose.drug in sedatives]:
        yield Allergy.SEDATIVE, f"Sedated with {', '.join(drugs)}"


def not_told(command: Any) -> Iterator[Allergy]:
    """What this entry would say, and does not."""
    match command:
        case said.Positioning(latex_free=None):
            yield Allergy.LATEX
        case said.Withdrawal(dressing=Answer.YES):
            yield Allergy.ADHESIVE


def nothing_is_an_allergen(episode: Episode, command: Any, context: Context) -> Findings:
    if not (allergies := allergic_to(episode, context.facts)):
        return
    met = dict(used(command, context.protocol.preparation.sedatives))
    for allergy, what in met.items():
        if allergy in allergies:
            other = instead(frozenset({allergy}), context)
            yield ALLERGEN(context, what=what, instead=other)
    for allergy in not_told(command):
        if allergy in allergies:
            yield NOT_KNOWN_TO_BE_FREE(context, what=allergy.label.lower())
