"""The events of procedure: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.procedure import patch_report, statements


class Started(statements.Start, Event):
    name = "procedure.started"


class Positioned(statements.Positioning, Event):
    name = "procedure.positioned"


class Cleaned(statements.Cleaning, Event):
    name = "procedure.cleaned"


class Marked(statements.Marking, Event):
    name = "procedure.marked"


class LocalGiven(statements.LocalAnaesthetic, Event):
    name = "procedure.local_given"


class Sedated(statements.SedationGiven, Event):
    name = "procedure.sedated"


class Drawn(statements.Draw, Event):
    name = "procedure.drawn"


class NeedlePlaced(statements.NeedlePlacement, Event):
    name = "procedure.needle_placed"


class Injected(statements.Injection, Event):
    name = "procedure.injected"


class NeedleOut(statements.Withdrawal, Event):
    name = "procedure.needle_out"


class Discarded(statements.Discard, Event):
    name = "procedure.discarded"


class HappenedDuring(statements.DuringEvent, Event):
    name = "procedure.happened_during"


class Abandoned(statements.Abandonment, Event):
    name = "procedure.abandoned"


class PatchReported(patch_report.PatchReport, Event):
    name = "procedure.patch_reported"
