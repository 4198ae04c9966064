"""Who consented, in which language, and to what beside the patch: an empty consent is none."""

from collections.abc import Iterator

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.rules.special_patient import is_child
from bloodpatch.pathway.stages.preparation.choices import ConsentItem, SignedBy
from bloodpatch.pathway.stages.preparation.findings import missing
from bloodpatch.pathway.stages.preparation.statements import Consent
from bloodpatch.pathway.values import Answer

CONSENT_IS_EMPTY = missing(
    "consent_is_empty",
    "The consent does not say {parts}.",
    "A consent says who gave it and what was talked about.",
    "Record the consent again, with who gave it and what was named.",
    asks="preparation.record_consent",
    source="clinic",
    hazards=("H14",),
    fact="preparation.no_consent",
    replay=("CONSENT_SPECIAL", "MISSING_DATA"),
)
CONSENT_LANGUAGE = missing(
    "consent_language",
    "The patient speaks another language ({reads}), and the consent names no interpreter.",
    "Consent is given in a language that the patient understands, or through an interpreter.",
    "Talk again with an interpreter, and record the consent.",
    value="preparation.spoken_language",
    asks="preparation.record_consent",
    hazards=("H15",),
    replay=("CONSENT_SPECIAL",),
)
SIGNED_BY_ANOTHER = declare(
    code="preparation.signed_by_another",
    level=Level.HOLD,
    cause=Cause.PRESENT,
    says="{who} signed for an adult who decides for himself or herself.",
    rule="An adult with capacity consents in person; nobody signs instead, not even a parent.",
    clears="The patient consents; or record that capacity is missing, and who decides.",
    asks="preparation.record_consent",
    source="clinic",
    hazards=("H12", "H14"),
    replay=("CONSENT_SPECIAL",),
)
CAPACITY = missing(
    "capacity",
    "{why}. Not recorded: {parts}.",
    "Who lacks capacity is decided for by a guardian whose document was seen, and is asked too.",
    "Ask, see the document, and record both with the consent.",
    asks="preparation.record_consent",
    source="clinic",
    hazards=("H12", "H14"),
    fact="preparation.signed_by_another",
    replay=("CONSENT_SPECIAL",),
)
SEDATION_NOT_CONSENTED = missing(
    "sedation_not_consented",
    "Sedation is planned, and the consent does not speak of it.",
    "Sedation has a consent of its own: what it is, what it can do, who watches.",
    "Talk about it, and name it in the consent.",
    asks="preparation.record_consent",
    source="utah_58_1_510",
    certainty="secondary",
    hazards=("H14", "H16"),
    treatment=("T5",),
    replay=("SEDATION_RULE", "CONSENT_SPECIAL"),
)


def consent_says_something(episode: Episode, context: Context) -> Findings:
    consent = episode.now.preparation.consent
    if consent is None:
        return
    told = {"who gave it": consent.event.signed_by, "what was named": consent.event.named}
    if parts := [words for words, value in told.items() if not value]:
        yield CONSENT_IS_EMPTY(context, parts=", ".join(parts))


def consent_was_understood(episode: Episode, context: Context) -> Findings:
    """Where nobody told the language of the talk, it was the clinic's own."""
    consent, reads = episode.now.preparation.consent, context.facts.language
    if consent is None or not reads or consent.event.interpreter is Answer.YES:
        return
    told = consent.event.language
    talked = told.plain() if told else context.protocol.preparation.spoken_language
    if talked != reads:
        yield CONSENT_LANGUAGE(context, reads=reads)


def adult_decides(episode: Episode, context: Context) -> Findings:
    """An adult decides alone; where that cannot be, a guardian does, by a document."""
    consent = episode.now.preparation.consent
    if consent is None or consent.event.signed_by is None or is_child(context):
        return
    who, capacity = consent.event.signed_by, consent.event.capacity
    if who is SignedBy.PATIENT:
        if capacity is Answer.NO:
            why = "The patient lacks the capacity to decide, and signed alone"
            yield CAPACITY(context, why=why, parts="who decides, the guardian's document")
    elif who is SignedBy.PARENT and capacity is not Answer.NO:
        yield SIGNED_BY_ANOTHER(context, who=who)
    elif who is not SignedBy.BOTH:
        if capacity is Answer.YES:
            yield SIGNED_BY_ANOTHER(context, who=who)
        elif parts := list(not_told_of_capacity(consent.event)):
            yield CAPACITY(context, why=f"{who.label} signed for an adult", parts=", ".join(parts))


def not_told_of_capacity(consent: Consent) -> Iterator[str]:
    if consent.capacity is not Answer.NO:
        yield "that the patient lacks the capacity to decide"
    if consent.guardian_document is not Answer.YES:
        yield "the document that names the guardian"
    if consent.assent is not Answer.YES:
        yield "the patient's own yes (assent)"


def sedation_is_consented_to(episode: Episode, context: Context) -> Findings:
    preparation = episode.now.preparation
    consent = preparation.consent
    if consent is None or not consent.event.named or not preparation.sedation_planned:
        return
    agreed = set(consent.event.named) - set(consent.event.refused or ())
    if ConsentItem.SEDATION not in agreed:
        yield SEDATION_NOT_CONSENTED(context)


BEFORE_TIME_OUT = (
    consent_says_something,
    consent_was_understood,
    adult_decides,
    sedation_is_consented_to,
)
