"""How the pain went on, and who is to be asked when: what a clearance is decided on, too."""

from typing import Any

from bloodpatch.doors.staff import due_times
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.episodes import pain_curve


def course(desk: Desk) -> dict[str, Any]:
    return {
        "chart": pain_curve.chart(desk),
        "relief": pain_curve.relief(desk),
        "owed": due_times.rows(desk),
    }
