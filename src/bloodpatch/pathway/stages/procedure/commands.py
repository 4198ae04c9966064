"""The commands of the procedure room and the events that follow: all of them say what happened."""

from bloodpatch.pathway.stages.procedure import patch_report as reported
from bloodpatch.pathway.stages.procedure import statements as said
from bloodpatch.pathway.statements import Command


class StartProcedure(said.Start, Command):
    name = "procedure.start"
    title = "Start the procedure"


class RecordPosition(said.Positioning, Command):
    name = "procedure.record_position"
    title = "Record the position"


class RecordCleaned(said.Cleaning, Command):
    name = "procedure.record_cleaned"
    title = "Record that the skin was cleaned"


class RecordMarked(said.Marking, Command):
    name = "procedure.record_marked"
    title = "Record that the site was marked"


class RecordLocal(said.LocalAnaesthetic, Command):
    name = "procedure.record_local"
    title = "Record the local anaesthetic"


class RecordSedationGiven(said.SedationGiven, Command):
    name = "procedure.record_sedation_given"
    title = "Record the sedation given"


class RecordDraw(said.Draw, Command):
    name = "procedure.record_draw"
    title = "Record the blood drawn"


class RecordNeedle(said.NeedlePlacement, Command):
    name = "procedure.record_needle"
    title = "Record the needle placed"


class RecordInjection(said.Injection, Command):
    name = "procedure.record_injection"
    title = "Record the injection"


class RecordNeedleOut(said.Withdrawal, Command):
    name = "procedure.record_needle_out"
    title = "Record that the needle is out"


class RecordDiscard(said.Discard, Command):
    name = "procedure.record_discard"
    title = "Record that the drawn blood was thrown away"


class RecordEventDuring(said.DuringEvent, Command):
    name = "procedure.record_event_during"
    title = "Record something that happened to the patient"


class Abandon(said.Abandonment, Command):
    name = "procedure.abandon"
    title = "Record that the procedure was given up"


class RecordPatch(reported.PatchReport, Command):
    name = "procedure.record_patch"
    title = "Record a patch that was reported"
