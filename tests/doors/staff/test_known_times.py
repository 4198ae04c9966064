"""A time is shown no more exactly than it is known: an unknown one never as a clock time."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from bloodpatch.doors.console.clocked import in_a_column
from bloodpatch.doors.staff.assessment.red_flag_summary import last_asked
from bloodpatch.doors.staff.episodes.progress_path import note
from bloodpatch.doors.staff.event_entries import local_day
from bloodpatch.doors.staff.recovery.resting import known_clock
from bloodpatch.pathway.clinical import RED_FLAGS_ASKED
from bloodpatch.pathway.rules import red_flag
from bloodpatch.pathway.values import When
from bloodpatch.pathway.values.local_time import zone_named

ZONE = "America/Denver"
MINUTE, HOUR, DAY, UNKNOWN = (
    When.parse(told, ZONE)
    for told in ("2026-11-22 14:05", "2026-11-22 14h", "2026-11-22", "by 2026-11-22 14:05")
)


@pytest.mark.parametrize(
    ("when", "of_day", "since", "column"),
    [
        (MINUTE, "Sun 22 November", "14:05:00", "2026-11-22 14:05"),
        (HOUR, "Sun 22 November", "about 14 h", "2026-11-22 14h  "),
        (DAY, "Sun 22 November", "", "2026-11-22      "),
        (UNKNOWN, "By Sun 22 November", "", "time unknown    "),
    ],
)
def test_each_precision_is_told_as_such(when: When, of_day: str, since: str, column: str) -> None:
    assert local_day(when) == of_day
    assert in_a_column(when, zone_named(ZONE)) == column
    with timezone.override(ZONE):
        assert known_clock(when) == since


def test_a_stage_has_no_day_where_nobody_knows_it() -> None:
    assert note([SimpleNamespace(occurred=MINUTE)]) == note([SimpleNamespace(occurred=DAY)]) != ""
    assert note([SimpleNamespace(occurred=UNKNOWN)]) == note([]) == ""


@pytest.mark.parametrize(
    ("when", "said"), [(HOUR, "Sun 22 Nov about 14 h"), (UNKNOWN, "time not known")]
)
def test_the_last_asking_is_told_as_it_is_known(
    when: When, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = dict.fromkeys(RED_FLAGS_ASKED, SimpleNamespace(occurred=when))
    monkeypatch.setattr(red_flag, "answers", lambda _: asked)
    desk: Any = SimpleNamespace(episode=None)
    assert last_asked(desk) == said
    del asked[RED_FLAGS_ASKED[0]]
    assert last_asked(desk) == ""
