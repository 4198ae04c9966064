"""Which way the treatment goes: decided by a physician, or by the patient.

The decision of an assessment, the decision to repeat, a refusal and leaving replace each other:
whichever was said last holds. An event that says a way has a property `way`.
"""

from bloodpatch.pathway.choices import Choice


class Way(Choice):
    OPEN = "open", "Not decided"
    CONSERVATIVE = "conservative", "Without a patch, watched"
    PATCH = "patch", "Blood patch"
    OTHER_PATHWAY = "other_pathway", "Another pathway"
    DECLINED = "declined", "The patient declined"
    WITHDRAWN = "withdrawn", "The patient left or withdrew"
