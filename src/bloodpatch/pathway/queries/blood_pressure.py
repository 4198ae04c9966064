"""How high the blood pressure is, in numbers or in a word, and whether it is severe."""

from typing import Any

from bloodpatch.pathway.clinical import (
    BloodPressureWord,
    RedFlag,
)
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.childbirth import pre_eclampsia_is_possible
from bloodpatch.pathway.queries.flags_told import seen
from bloodpatch.pathway.stage_stream import last_of, surely_later
from bloodpatch.pathway.values import BloodPressure


def pressure_of(event: Any) -> BloodPressure | BloodPressureWord | None:
    """The number; else the word, where only a word was told."""
    told = (getattr(event, name, None) for name in ("blood_pressure", "blood_pressure_word"))
    return next((one for one in told if one is not None), None)


def severe_pressure(episode: Episode, protocol: Protocol) -> Happened[Any] | None:
    """The newest severe reading that no lower one is known to have followed: what no longer is was
    treated, and a lower one of some hour of that day may have been from before."""
    if not any(s.flag is RedFlag.HIGH_BLOOD_PRESSURE for s in seen(episode, protocol)):
        return None
    if not pre_eclampsia_is_possible(episode, protocol):
        return None
    readings = [h for h in episode.standing if pressure_of(h.event) is not None]
    newest = last_of(h for h in readings if is_severe(pressure_of(h.event), protocol))
    return None if any(surely_later(h, newest) for h in readings) else newest


def is_severe(read: BloodPressure | BloodPressureWord | None, protocol: Protocol) -> bool:
    if not isinstance(read, BloodPressure):
        return read is BloodPressureWord.SEVERE
    limits = protocol.assessment
    above = read.systolic >= limits.severe_systolic_mmhg
    return above or read.diastolic >= limits.severe_diastolic_mmhg
