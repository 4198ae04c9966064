"""The languages that a patient can be said to read: a code for the record, a name for people.

One list for the patient and for the instructions, so that the rule which compares the two never
meets the same language under two names.
"""

from collections.abc import Mapping

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "es": "Spanish",
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "my": "Burmese",
    "zh": "Chinese",
    "nl": "Dutch",
    "tl": "Filipino",
    "fr": "French",
    "de": "German",
    "el": "Greek",
    "ht": "Haitian Creole",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "km": "Khmer",
    "ko": "Korean",
    "ne": "Nepali",
    "fa": "Persian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sm": "Samoan",
    "so": "Somali",
    "sw": "Swahili",
    "ti": "Tigrinya",
    "to": "Tongan",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "sgn": "A sign language",
}
"""The commonest here first, then by name."""


def name_of(code: str) -> str:
    """What was written before there was a list is shown as it was written."""
    return LANGUAGES.get(code, code)
