"""What can speak against an act of referral, or is worth knowing before it."""

from bloodpatch.pathway.findings import Cause, Level, declare

ONSET_BEFORE_PUNCTURE = declare(
    code="referral.onset_before_puncture",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="The headache ({onset}) cannot have begun before the puncture ({puncture}).",
    rule="The headache of an episode begins after its puncture.",
    clears="Correct the time of the puncture first, or check the time of the headache.",
    hazards=("H24",),
    treatment=("T3",),
    refuses_record=True,
)


REFUSAL_NOT_WHOLE = declare(
    code="referral.refusal_not_whole",
    level=Level.ADVISE,
    cause=Cause.MISSING,
    says="Not recorded about the refusal: {parts}.",
    rule="Who declines goes home with warnings and a contact; two mothers died without follow-up.",
    clears="Record who explained it, that the patient can decide, and what to look out for.",
    source="oaa2019",
    certainty="secondary",
    hazards=("H36", "H12"),
    treatment=("T3",),
    replay=("RECORD_REFUSAL", "SAFETY_NET"),
)


SECOND_PUNCTURE = declare(
    code="referral.another_puncture",
    level=Level.ADVISE,
    cause=Cause.PRESENT,
    says="There is a puncture on record already: this is another one, with a clock of its own.",
    rule="Each puncture is kept by itself; the headache counts from the first.",
    clears="Nothing to clear. Where it is the same one told again, correct the first.",
    source="clinic",
    hazards=("H10", "H24"),
    treatment=("T2",),
    replay=("RECORD_EVENT",),
)
