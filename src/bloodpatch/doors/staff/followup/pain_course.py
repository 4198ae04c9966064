"""How the pain went on, and who is to be asked when: what a clearance is decided on, too."""

from typing import Any

from bloodpatch.doors.staff import due_times as due
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.staff.episodes import pain_curve as curve


def course(desk: Desk) -> dict[str, Any]:
    return {"chart": curve.chart(desk), "relief": curve.relief(desk), "owed": due.rows(desk)}
