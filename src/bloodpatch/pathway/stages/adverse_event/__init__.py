"""Adverse events (T14): more pain, infection, bleeding, nerve damage, no relief, and the rest.

Whatever may be one is first a draft: something that happened on the table, legs that changed in
recovery, a complaint at a contact. It is opened, or a physician says why it is none. What is open
is graded; the graver, the sooner a physician reviews it. Each names the patch that it belongs to.
"""

from bloodpatch.pathway.stages.adverse_event.commands import ACTS
from bloodpatch.pathway.stages.adverse_event.drafts import Draft
from bloodpatch.pathway.stages.adverse_event.owes import OWES
from bloodpatch.pathway.stages.adverse_event.state import AdverseEvent

__all__ = ["ACTS", "OWES", "AdverseEvent", "Draft"]
