"""What was done to a patient who had taken the consent back: nothing here is graver.

Found on whichever entry completes the pair: the needle after the withdrawal, or the withdrawal that
somebody records when the blood is in.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from bloodpatch.pathway.clinical.blood_use import BloodUse
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Cause, Findings, Level, declare
from bloodpatch.pathway.stage_stream import StageStream, later, surely_later
from bloodpatch.pathway.stages.preparation.events import Consented, ConsentWithdrawn
from bloodpatch.pathway.stages.procedure import events as done
from bloodpatch.pathway.stages.procedure.volumes import by_others
from bloodpatch.pathway.stages.referral.events import Declined, Withdrawn
from bloodpatch.pathway.treatment_way import Way

AGAINST_HER_WILL = declare(
    code="withdrawn_consent.all_the_same",
    level=Level.STOP,
    cause=Cause.PRESENT,
    says="{refused} at {at}, and after that: {done}. Nothing more is done.",
    rule="After a no nothing more is done to a patient: the needle comes out, no blood goes in.",
    clears="Take the needle out, give it up; a physician talks with the patient and records it.",
    source="clinic",
    hazards=("H14",),
    treatment=("T14",),
    moving=("at",),
    fact="procedure.time_out",
    replay=("STOP_RULE", "HOLD_PATCH"),
)

DONE: Mapping[type, str] = {
    done.Started: "procedure started",
    done.Positioned: "positioned",
    done.Cleaned: "skin cleaned",
    done.Marked: "site marked",
    done.LocalGiven: "local anaesthetic given",
    done.Sedated: "sedated",
    done.Drawn: "blood drawn",
    done.NeedlePlaced: "needle placed",
    done.Injected: "blood injected",
    done.PatchReported: "patch given",
}
"""What is done to a patient. To take the needle out, or to throw blood away, is no such thing."""
REFUSED: Mapping[type, str] = {
    ConsentWithdrawn: "Consent was withdrawn",
    Declined: "The patch was declined",
    Withdrawn: "The patient left the treatment",
}
OF_BLOOD = (done.Drawn, done.Injected, done.PatchReported)


def against_a_no(
    preparation: StageStream, procedure: StageStream
) -> Iterator[tuple[Happened[Any], Any]]:
    """Each step with the no that it came after, and that no consent had followed by then."""
    consents = preparation.all(Consented)
    for step in procedure.events:
        if type(step.event) not in DONE or by_others(step):
            continue
        before = [c for c in consents if later(step, c)]
        for no in preparation.all(ConsentWithdrawn):
            if later(step, no) and not any(surely_later(c, no) for c in before):
                yield step, no
                break
        else:
            if before and refuses_blood(before[-1]) and isinstance(step.event, OF_BLOOD):
                yield step, before[-1]


def turned_away(episode: Episode) -> Iterator[tuple[Happened[Any], Any]]:
    """Each step after the patient declined the patch, or left the treatment, as it still stands."""
    no, here = episode.referral.turned, episode.now
    if no is None or episode.way not in (Way.DECLINED, Way.WITHDRAWN):
        return
    if any(surely_later(c, no) for c in here.preparation.all(Consented)):
        return
    for step in here.procedure.events:
        if type(step.event) in DONE and not by_others(step) and surely_later(step, no):
            yield step, no


def refuses_blood(consent: Happened[Consented]) -> bool:
    return consent.event.blood_use is BloodUse.REFUSED


def nothing_is_done_against_a_no(episode: Episode, context: Context) -> Findings:
    here = episode.now
    steps = list(against_a_no(here.preparation, here.procedure)) or list(turned_away(episode))
    if not steps:
        return
    no = steps[-1][1]
    yield AGAINST_HER_WILL(
        context,
        refused=REFUSED.get(type(no.event), "The use of the own blood was refused"),
        at=no.occurred.at,
        done=", ".join(f"{DONE[type(s.event)]} {context.clock(s.occurred.at)}" for s, _ in steps),
        entries=", ".join(str(step.position) for step, _ in steps),
    )


WHEN_RECORDED = (nothing_is_done_against_a_no,)
