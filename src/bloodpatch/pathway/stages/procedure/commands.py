"""The commands of procedure: what a person may ask or record there."""

from bloodpatch.pathway.stages.procedure import patch_report, statements
from bloodpatch.pathway.statements import Command


class StartProcedure(statements.Start, Command):
    name = "procedure.start"
    title = "Start the procedure"


class RecordPosition(statements.Positioning, Command):
    name = "procedure.record_position"
    title = "Record the position"


class RecordCleaned(statements.Cleaning, Command):
    name = "procedure.record_cleaned"
    title = "Record that the skin was cleaned"


class RecordMarked(statements.Marking, Command):
    name = "procedure.record_marked"
    title = "Record that the site was marked"


class RecordLocal(statements.LocalAnaesthetic, Command):
    name = "procedure.record_local"
    title = "Record the local anaesthetic"


class RecordSedationGiven(statements.SedationGiven, Command):
    name = "procedure.record_sedation_given"
    title = "Record the sedation given"


class RecordDraw(statements.Draw, Command):
    name = "procedure.record_draw"
    title = "Record the blood drawn"


class RecordNeedle(statements.NeedlePlacement, Command):
    name = "procedure.record_needle"
    title = "Record the needle placed"


class RecordInjection(statements.Injection, Command):
    name = "procedure.record_injection"
    title = "Record the injection"


class RecordNeedleOut(statements.Withdrawal, Command):
    name = "procedure.record_needle_out"
    title = "Record that the needle is out"


class RecordDiscard(statements.Discard, Command):
    name = "procedure.record_discard"
    title = "Record that the drawn blood was thrown away"


class RecordEventDuring(statements.DuringEvent, Command):
    name = "procedure.record_event_during"
    title = "Record something that happened to the patient"


class Abandon(statements.Abandonment, Command):
    name = "procedure.abandon"
    title = "Record that the procedure was given up"


class RecordPatch(patch_report.PatchReport, Command):
    name = "procedure.record_patch"
    title = "Record a patch that was reported"
