"""docs/safety/controls.json: what turned red when each control was taken out, kept by the proof."""

import json
from collections.abc import Mapping
from pathlib import Path

from bloodpatch.doors.console.safety.hazard_log import PLACE

KEPT = PLACE / "controls.json"


def read(path: Path = KEPT) -> Mapping[str, str]:
    """Each control, and the proof that turned red; empty where none was run yet."""
    if not path.exists():
        return {}
    found: dict[str, str] = json.loads(path.read_text("utf-8"))
    return found


def result(control: str, kept: Mapping[str, str]) -> str:
    if control not in kept:
        return "not run yet"
    return f"taken out, red: {kept[control]}" if kept[control] else "TAKEN OUT, NOTHING TURNED RED"
