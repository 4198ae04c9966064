"""All words of all vocabularies, and what each means."""

from collections.abc import Mapping

from tests.safety.told import (
    adverse,
    background,
    diagnoses,
    flags,
    headache,
    measured,
    signs,
    symptoms,
)
from tests.safety.told.levels import Meaning

WORDS: Mapping[str, Mapping[str, Meaning]] = {
    "symptom": symptoms.SYMPTOMS,
    "symptom denied": symptoms.NO_SYMPTOM,
    "cranial nerve": symptoms.NERVES,
    "weak muscle": symptoms.MUSCLES,
    "ticked beside symptoms": symptoms.TICKED,
    "red flag": flags.FLAGS,
    "red flag denied": flags.NO_FLAG,
    "sign": signs.SIGNS,
    "diagnosis": diagnoses.DIAGNOSES,
    "diagnosis beside": diagnoses.BESIDE,
    "possible diagnosis": diagnoses.POSSIBLE,
    "excluded diagnosis": diagnoses.EXCLUDED | diagnoses.PDPH_EXCLUDED,
    "advice": diagnoses.ADVICE,
    "adverse event": adverse.ADVERSE,
    "adverse effect": adverse.EFFECTS,
    "event during": adverse.DURING,
    "stopped because": adverse.STOPPED_BECAUSE,
    "onset": headache.ONSET,
    "posture": headache.POSTURE,
    "course": headache.COURSE,
    "headache after": headache.AFTER,
    "relief": headache.RELIEF,
    "vital sign": measured.VITALS,
    "pressure in words": measured.PRESSURE_WORDS,
    "obstetric": measured.OBSTETRIC,
    "laboratory": measured.LABORATORY,
    "examined before": measured.EXAMINED_BEFORE,
    "examined after": measured.EXAMINED_AFTER,
    "observed legs": measured.OBSERVED,
    "legs on leaving": measured.ON_LEAVING,
    "old deficit": measured.OLD,
    "looked for": diagnoses.LOOKED_FOR,
    "explained": diagnoses.EXPLAINED,
    "history": background.HISTORY,
    "history over": background.OVER,
}

ALL = [(kind, word, meaning) for kind, words in WORDS.items() for word, meaning in words.items()]
