"""The events of procedure: what was recorded, under the names that the record stores."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.procedure import patch_report as reported
from bloodpatch.pathway.stages.procedure import statements as said


class Started(said.Start, Event):
    name = "procedure.started"


class Positioned(said.Positioning, Event):
    name = "procedure.positioned"


class Cleaned(said.Cleaning, Event):
    name = "procedure.cleaned"


class Marked(said.Marking, Event):
    name = "procedure.marked"


class LocalGiven(said.LocalAnaesthetic, Event):
    name = "procedure.local_given"


class Sedated(said.SedationGiven, Event):
    name = "procedure.sedated"


class Drawn(said.Draw, Event):
    name = "procedure.drawn"


class NeedlePlaced(said.NeedlePlacement, Event):
    name = "procedure.needle_placed"


class Injected(said.Injection, Event):
    name = "procedure.injected"


class NeedleOut(said.Withdrawal, Event):
    name = "procedure.needle_out"


class Discarded(said.Discard, Event):
    name = "procedure.discarded"


class HappenedDuring(said.DuringEvent, Event):
    name = "procedure.happened_during"


class Abandoned(said.Abandonment, Event):
    name = "procedure.abandoned"


class PatchReported(reported.PatchReport, Event):
    name = "procedure.patch_reported"
