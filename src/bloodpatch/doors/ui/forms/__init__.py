"""Forms that come from commands: a command is declared once, its form is derived from it.

    Form = form_for(RecordObservations)
    form = Form(request.POST or None, zone="America/Denver", now=now, seen=12)
    if form.is_valid():
        outcome = handle(..., form.command, command_id=form.command_id, seen=form.seen)

In a template: `{% include "ui/forms/command_form.html" with form=form label="..." by=name %}`.
"""

from bloodpatch.doors.ui.forms.command_form import CommandForm, form_for, prefill, to_command
from bloodpatch.doors.ui.forms.field_table import Question, field_for
from bloodpatch.doors.ui.forms.styled_form import Dressed
from bloodpatch.doors.ui.forms.submitted_values import kept

__all__ = [
    "CommandForm",
    "Dressed",
    "Question",
    "field_for",
    "form_for",
    "kept",
    "prefill",
    "to_command",
]
