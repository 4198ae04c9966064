"""Any Django form in the look of the house: our field templates, our classes, our errors."""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

from bloodpatch.doors.ui.forms.value_field import Said, said


class Renderer(TemplatesSetting):
    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


def is_more(field: forms.Field) -> bool:
    """Marked by the table for a statement's field that says `more`."""
    return bool(getattr(field, "more", False))


def holds(value: Any) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


PLAIN = (forms.TextInput, forms.Textarea, forms.Select, forms.DateInput, forms.TimeInput)


class Dressed(forms.Form):
    """The server says what is wrong, so that it is said once and in whole sentences."""

    default_renderer = Renderer
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            widget = field.widget
            if isinstance(widget, PLAIN) and widget.template_name.startswith("django/"):
                widget.attrs.setdefault("class", "input")

    @property
    def main_fields(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if not is_more(bound.field)]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """What can be said beside, and seldom is: behind one line, which opens without script."""
        return [bound for bound in self.visible_fields() if is_more(bound.field)]

    @property
    def more_is_open(self) -> bool:
        """Nothing that was typed, and nothing that is wrong, is ever behind a closed line."""
        return any(bound.errors or holds(bound.value()) for bound in self.more_fields)

    @property
    def auto_id_of_errors(self) -> str:
        return f"{self.prefix}-errors" if self.prefix else "errors"

    @property
    def wrong(self) -> list[Said]:
        """What is wrong, in the order of the page, each with the control to go to."""
        found = [said(error) for error in self.non_field_errors().as_data()]
        for bound in self:
            for error in bound.errors.as_data():
                found.append(said(error, label=str(bound.label), anchor=anchor(bound)))
        return found


def anchor(bound: forms.BoundField) -> str:
    """The id of the first control: where the link of the error summary leads."""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id
