"""The commands of the procedure room and the events that follow: all of them say what happened."""

from bloodpatch.pathway.events import Event
from bloodpatch.pathway.stages.procedure import patch_report as reported
from bloodpatch.pathway.stages.procedure import statements as said
from bloodpatch.pathway.statements import Command


class StartProcedure(said.Start, Command):
    name = "procedure.start"
    title = "Start the procedure"


class Started(said.Start, Event):
    name = "procedure.started"


class RecordPosition(said.Positioning, Command):
    name = "procedure.record_position"
    title = "Record the position"


class Positioned(said.Positioning, Event):
    name = "procedure.positioned"


class RecordCleaned(said.Cleaning, Command):
    name = "procedure.record_cleaned"
    title = "Record that the skin was cleaned"


class Cleaned(said.Cleaning, Event):
    name = "procedure.cleaned"


class RecordMarked(said.Marking, Command):
    name = "procedure.record_marked"
    title = "Record that the site was marked"


class Marked(said.Marking, Event):
    name = "procedure.marked"


class RecordLocal(said.LocalAnaesthetic, Command):
    name = "procedure.record_local"
    title = "Record the local anaesthetic"


class LocalGiven(said.LocalAnaesthetic, Event):
    name = "procedure.local_given"


class RecordSedationGiven(said.SedationGiven, Command):
    name = "procedure.record_sedation_given"
    title = "Record the sedation given"


class Sedated(said.SedationGiven, Event):
    name = "procedure.sedated"


class RecordDraw(said.Draw, Command):
    name = "procedure.record_draw"
    title = "Record the blood drawn"


class Drawn(said.Draw, Event):
    name = "procedure.drawn"


class RecordNeedle(said.NeedlePlacement, Command):
    name = "procedure.record_needle"
    title = "Record the needle placed"


class NeedlePlaced(said.NeedlePlacement, Event):
    name = "procedure.needle_placed"


class RecordInjection(said.Injection, Command):
    name = "procedure.record_injection"
    title = "Record the injection"


class Injected(said.Injection, Event):
    name = "procedure.injected"


class RecordNeedleOut(said.Withdrawal, Command):
    name = "procedure.record_needle_out"
    title = "Record that the needle is out"


class NeedleOut(said.Withdrawal, Event):
    name = "procedure.needle_out"


class RecordDiscard(said.Discard, Command):
    name = "procedure.record_discard"
    title = "Record that the drawn blood was thrown away"


class Discarded(said.Discard, Event):
    name = "procedure.discarded"


class RecordEventDuring(said.DuringEvent, Command):
    name = "procedure.record_event_during"
    title = "Record something that happened to the patient"


class HappenedDuring(said.DuringEvent, Event):
    name = "procedure.happened_during"


class Abandon(said.Abandonment, Command):
    name = "procedure.abandon"
    title = "Record that the procedure was given up"


class Abandoned(said.Abandonment, Event):
    name = "procedure.abandoned"


class RecordPatch(reported.PatchReport, Command):
    name = "procedure.record_patch"
    title = "Record a patch that was reported"


class PatchReported(reported.PatchReport, Event):
    name = "procedure.patch_reported"
