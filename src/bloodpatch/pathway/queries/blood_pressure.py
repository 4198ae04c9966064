"""How high the blood pressure is, in numbers or in a word, and whether it is severe."""

from typing import Any

from bloodpatch.pathway.clinical import BloodPressureWord, RedFlagScreen, VitalSigns
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.childbirth import pre_eclampsia_is_possible
from bloodpatch.pathway.stage_stream import last_of, surely_later
from bloodpatch.pathway.stages.assessment.statements import Obstetrics
from bloodpatch.pathway.stages.recovery.statements import Observations
from bloodpatch.pathway.values import Answer, BloodPressure

Reading = BloodPressure | BloodPressureWord


def pressure_of(event: Any) -> Reading | None:
    """The number; else the word, where only a word was told."""
    match event:
        case VitalSigns():
            return event.blood_pressure or event.blood_pressure_word
        case RedFlagScreen() | Observations():
            return event.blood_pressure
    return None


def speaks_of_blood_pressure(event: Any) -> bool:
    """Whether it says how high it was: a number, a word, or an answer that it was high."""
    asked = isinstance(event, Obstetrics) and event.hypertension in (Answer.YES, Answer.NO)
    return asked or pressure_of(event) is not None


def severe_pressure(episode: Episode, protocol: Protocol) -> Happened[Any] | None:
    """The newest severe reading that no lower one is known to have followed: what no longer is was
    treated, and a lower one of some hour of that day may have been from before."""
    if not pre_eclampsia_is_possible(episode, protocol):
        return None
    readings = [h for h in episode.standing if pressure_of(h.event) is not None]
    newest = last_of(h for h in readings if is_severe(pressure_of(h.event), protocol))
    return None if any(surely_later(h, newest) for h in readings) else newest


def severe_since(episode: Episode, protocol: Protocol) -> Happened[Any] | None:
    """The first severe reading since the last lower one: read again, it is due no later."""
    newest = severe_pressure(episode, protocol)
    if newest is None:
        return None
    readings = [h for h in episode.standing if pressure_of(h.event) is not None]
    severe = [h for h in readings if is_severe(pressure_of(h.event), protocol)]
    lower = last_of(h for h in readings if h not in severe and surely_later(newest, h))
    return min((h for h in severe if surely_later(h, lower)), key=lambda h: h.order, default=newest)


def is_severe(read: Reading | None, protocol: Protocol) -> bool:
    if not isinstance(read, BloodPressure):
        return read is BloodPressureWord.SEVERE
    limits = protocol.assessment
    above = read.systolic >= limits.severe_systolic_mmhg
    return above or read.diastolic >= limits.severe_diastolic_mmhg
