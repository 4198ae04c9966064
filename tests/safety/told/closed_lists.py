"""The words that the product knows, read from the fields of its commands.

The table is held against these lists, so that a new word cannot be forgotten in it.
"""

from enum import StrEnum
from typing import Any, get_type_hints

from bloodpatch.pathway.statements import bare, hints, item_of
from bloodpatch.pathway.treatment import ACTS

FIELDS = {
    "symptom": ("assessment.record_symptoms", "symptoms"),
    "symptom denied": ("assessment.record_symptoms", "symptoms"),
    "cranial nerve": ("assessment.record_symptoms", "cranial_nerve"),
    "weak muscle": ("assessment.record_symptoms", "muscles"),
    "red flag": ("assessment.screen_red_flags", "flags"),
    "red flag denied": ("assessment.screen_red_flags", "flags"),
    "sign": ("assessment.record_investigation", "signs"),
    "diagnosis": ("assessment.record_diagnosis", "diagnosis"),
    "diagnosis beside": ("assessment.record_diagnosis", "diagnosis"),
    "advice": ("assessment.record_opinion", "advice"),
    "adverse event": ("adverse_event.open", "kinds"),
    "adverse effect": ("followup.record_contact", "adverse_effects"),
    "event during": ("procedure.record_event_during", "kind"),
    "stopped because": ("procedure.record_injection", "stop_reason"),
    "course": ("assessment.record_headache", "course"),
    "relief": ("followup.record_relief", "relief"),
    "pressure in words": ("assessment.record_vitals", "blood_pressure_word"),
    "observed legs": ("recovery.record_observations", "legs"),
    "history": ("assessment.record_history", "condition"),
}
"""Each vocabulary, by a field in which its words are told."""


def known_words(vocabulary: str) -> set[str]:
    name, field = FIELDS[vocabulary]
    command: Any = ACTS[name].command
    if choices := command.__dataclass_fields__[field].metadata.get("choices"):
        return {code for code, _ in choices}
    kind = item_of(hints(command)[field]) or bare(hints(command)[field])
    if not issubclass(kind, StrEnum) and hasattr(kind, "code"):
        kind = get_type_hints(kind)["code"]
    if issubclass(kind, StrEnum):
        return {member.value for member in kind}
    return {str(number) for number in range(kind.minimum, kind.maximum + 1)}
