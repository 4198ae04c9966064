"""The record as the verbs find it: wired by `config`, which no door imports, so named as text."""

from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from bloodpatch.record.anchors import Anchors
from bloodpatch.record.ports import Record

ANCHOR_FILE = "anchors.jsonl"


def record() -> Record:
    found: Record = import_string("bloodpatch.config.records.record")()
    return found


def anchors() -> Anchors:
    """The anchor file of this data folder. Keep a copy of it elsewhere."""
    return Anchors(Path(settings.DATA) / ANCHOR_FILE)
