"""The words of a told time: from what it is counted, in which units, and in which direction."""

from bloodpatch.pathway.choices import Choice


class Milestone(Choice):
    """What people count time from. The label is the phrase that stands in a sentence."""

    PUNCTURE = "puncture", "the puncture"
    DELIVERY = "delivery", "the delivery"
    PROCEDURE = "procedure", "the operation or injection"
    CATHETER_REMOVAL = "catheter_removal", "removal of the catheter"
    IMPLANT = "implant", "the implant"
    ONSET = "onset", "the onset"
    FIRST_VISIT = "first_visit", "the first visit"
    PRESENTATION = "presentation", "presentation"
    ADMISSION = "admission", "admission"
    DISCHARGE = "discharge", "discharge"
    RETURN = "return", "the return"
    RELAPSE = "relapse", "the relapse"
    PATCH = "patch", "the patch"
    PREVIOUS_PATCH = "previous_patch", "the previous patch"
    TEST = "test", "the test before"
    NEW_SYMPTOM = "new_symptom", "the new symptom"
    EYE_SIGN = "eye_sign", "the eye sign"
    ANTIBIOTICS = "antibiotics", "the antibiotics"
    WAKING = "waking", "waking"
    NEXT_PUNCTURE = "next_puncture", "the next puncture"
    CONSERVATIVE_CARE = "conservative_care", "conservative care"
    FEVER_ILLNESS = "fever_illness", "the illness with fever"
    ANTICOAGULANT_DOSE = "anticoagulant_dose", "the dose of anticoagulant"
    BIRTH = "birth", "the patient's own birth"
    NOW = "now", "now"
    NOT_STATED = "not_stated", "an event that was not stated"


class TimeRelation(Choice):
    """The direction. The last four open a span: "within 24 hour after", "for 3 month"."""

    AFTER = "after", "After"
    BEFORE = "before", "Before"
    AT = "at", "At"
    SINCE = "since", "Since"
    WITHIN = "within", "Within"
    UNTIL = "until", "Until"
    FOR = "for", "For"
    EVERY = "every", "Every"


class TimeUnit(Choice):
    MINUTE = "minute", "Minutes"
    HOUR = "hour", "Hours"
    DAY = "day", "Days"
    WEEK = "week", "Weeks"
    MONTH = "month", "Months"
    YEAR = "year", "Years"


class DayPart(Choice):
    MORNING = "morning", "In the morning"
    EVENING = "evening", "In the evening"
    NIGHT = "night", "At night"


class Pace(Choice):
    """How soon, where no number was given."""

    IMMEDIATELY = "immediately", "Immediately"
    RAPIDLY = "rapidly", "Rapidly"
    PROMPTLY = "promptly", "Promptly"
    SOON = "soon", "Soon"
    DURING = "during", "During it"
    LATER = "later", "Later"
    GRADUALLY = "gradually", "Gradually"
    OVER_WEEKS = "over_weeks", "Over weeks"
    OVER_MONTHS = "over_months", "Over months"
