"""The list: one question to the record, one to the clinic for the names, sorted by need.

Who comes first is the pathway's to say (`worklist.rank`). What is urgent is never hidden by a
filter, and says to whoever may not answer it whom to fetch.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from bloodpatch.clinic import patients
from bloodpatch.clinic.directory import ROLE_WORDS
from bloodpatch.clinic.facts import age_in_words
from bloodpatch.clinic.models import Patient
from bloodpatch.clinic.person import dead_elsewhere
from bloodpatch.doors.staff import addresses, due_times
from bloodpatch.doors.staff.access.request_visitor import StaffRequest
from bloodpatch.doors.staff.urgent_work import URGENT, physicians
from bloodpatch.doors.ui.statuses import Status
from bloodpatch.pathway.context import Elsewhere, Facts
from bloodpatch.pathway.roles import Role
from bloodpatch.pathway.treatment import ACTS
from bloodpatch.pathway.whereabouts import Whereabouts
from bloodpatch.pathway.worklist import LOOK_FIRST, Rank, Urgency, owed, rank
from bloodpatch.record import episodes, folds
from bloodpatch.record.episodes import Summary

OWED: Mapping[str, Promise] = {
    "assessment.look_again": lazily("Look again, treated without a patch"),
    "assessment.outcome_elsewhere": lazily("Find out what became of it elsewhere"),
    "assessment.severe_pressure": lazily("Treat the severe blood pressure now, with obstetrics"),
    "booking.not_attended": lazily("Call the patient, and book again"),
    "closure.died": lazily("Review the death, and close"),
    "closure.recorded_after": lazily("Look at what came after the closing"),
    "closure.reopened": lazily("Something came back: look, and decide"),
    "followup.contact": lazily("Ask how the patient is"),
    "followup.no_reply": lazily("Nobody answers: decide how to go on"),
    "followup.red_flag": lazily("Call now: a red flag is reported"),
    "followup.try_again": lazily("Try again to reach the patient"),
    "preparation.time_out": lazily("Prepare for the time-out"),
    "procedure.blood_waits": lazily("Inject the blood, or throw it away"),
    "procedure.finish": lazily("Finish the procedure"),
    "procedure.given_up": lazily("Could not be given: decide what follows"),
    "procedure.patched_elsewhere": lazily("Patched elsewhere: decide what follows"),
    "procedure.volumes": lazily("Put the volumes right"),
    "recovery.lie_down_again": lazily("Help the patient to lie down again"),
    "recovery.stand_and_walk": lazily("Stand and walk"),
    "referral.declined": lazily("Declined: decide how to look after"),
    "referral.withdrawn": lazily("Left: close, or call back"),
    "repeat.decision": lazily("Headache stays: assess, and decide"),
}
"""What is owed, where the title of the act would not tell why somebody is to do it."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One person in the list."""

    episode: str
    name: str
    more: str
    href: str
    where: str
    since: datetime
    status: Status
    word: str
    next: str
    when: str
    who: str
    patch: str
    rank: Rank = Rank.LATER
    owners: tuple[str, ...] = ()

    @property
    def urgent(self) -> bool:
        return self.rank is Rank.URGENT

    @property
    def style(self) -> str:
        if self.urgent:
            return "is-urgent"
        return {Status.LATE: "is-late", Status.WAITING: "is-quiet"}.get(self.status, "")


def lines(request: StaffRequest) -> tuple[Line, ...]:
    """Everybody who is under treatment, whoever needs somebody soonest first."""
    clinic, role = request.actor.clinic, request.actor.role
    now, zone = request.record.clock(), request.clinic.zone
    everybody = episodes.open_episodes(request.record, clinic)
    dead = dead_elsewhere(request.record, clinic, [s.episode for s in everybody])
    known = (s if s.episode not in dead else of_the_dead(request, s, dead) for s in everybody)
    summaries = sorted(known, key=lambda summary: need(summary, now))
    people = patients.patients_of(clinic, (s.episode for s in summaries))
    shown = (line(s, people.get(s.episode), now, zone) for s in summaries)
    rules = request.record.protocols.in_force(clinic, None).followup
    too_late = timedelta(minutes=rules.escalate_after_late_minutes)
    shown = (gone_up(one, s, now - too_late) for one, s in zip(shown, summaries, strict=True))
    whom = physicians(clinic) if any(s.urgency for s in summaries) else ""
    return tuple(
        one if s.urgency is None else urgent(one, Urgency(s.urgency), role, whom)
        for s, one in zip(summaries, shown, strict=True)
    )


def of_the_dead(
    request: StaffRequest, summary: Summary, dead: Mapping[str, tuple[Elsewhere, ...]]
) -> Summary:
    """An episode of somebody whose death stands in another one: the read model of this episode
    does not know it. Nobody is to be called; a physician signs."""
    record, facts = request.record, Facts(elsewhere=dead[summary.episode])
    episode = folds.current(record, request.actor.clinic, summary.episode).state
    protocol = record.protocols.known(request.actor.clinic, episode.protocol)
    everything = owed(episode, protocol, facts)
    first = everything[0]
    return replace(
        summary,
        whereabouts=Whereabouts.DIED,
        owed=first.code,
        owner=first.owner.value,
        due=first.due.isoformat(),
        act=first.act,
        urgency=None,
        owners=" ".join(sorted({o.owner.value for o in everything})),
    )


def need(summary: Summary, now: datetime) -> tuple[Rank, str, bool, str]:
    looks = summary.owed in LOOK_FIRST
    return (ranked(summary, now), summary.due or "", not looks, summary.episode)


def ranked(summary: Summary, now: datetime) -> Rank:
    due_at = instant(summary.due) if summary.due else None
    return rank(summary.urgency is not None, due_at, now, due_times.NEAR, summary.whereabouts)


def line(summary: Summary, person: Patient | None, now: datetime, zone: str) -> Line:
    owed = instant(summary.due) if summary.due else None
    status, word = due_times.standing(owed, now) if owed else (Status.DONE, _("Nothing owed"))
    return Line(
        episode=summary.episode,
        name=str(person) if person else _("Somebody not in the register"),
        more=age(person, now, zone),
        href=addresses.to_episode(summary.episode),
        where=summary.whereabouts.label,
        since=instant(summary.changed_at),
        status=status,
        word=word,
        next=owed_words(summary),
        when=_("was due %(when)s") % {"when": due_times.when(owed, now)}
        if owed and status is Status.LATE
        else "",
        who=str(ROLE_WORDS.get(summary.owner or "", "")),
        patch=_("Patch %(n)d") % {"n": summary.patches} if summary.patches > 1 else "",
        rank=ranked(summary, now),
        owners=tuple(summary.owners.split()),
    )


def gone_up(shown: Line, summary: Summary, late_before: datetime) -> Line:
    """What has been owed for so long stands on the physician's list too, whoever owes it."""
    if summary.due is None or instant(summary.due) >= late_before:
        return shown
    return replace(shown, owners=tuple({*shown.owners, Role.PHYSICIAN.value}))


def urgent(shown: Line, kind: Urgency, role: Role, physicians: str) -> Line:
    """What the one who looks has to do about it: a physician answers it, all others fetch one."""
    word, answer = map(str, URGENT[kind])
    usual = shown.word if shown.next == answer else f"{shown.next}. {shown.word}"
    answers = role is Role.PHYSICIAN
    return replace(
        shown,
        status=Status.STOP,
        word=word,
        next=answer if answers else _("Fetch a physician now"),
        when=usual if answers else f"{answer}. {usual}",
        who=physicians,
    )


def mine(lines: tuple[Line, ...], role: Role) -> tuple[Line, ...]:
    """Where this role owes something, first or not; and whatever is urgent."""
    return tuple(one for one in lines if one.urgent or role.value in one.owners)


def age(person: Patient | None, now: datetime, zone: str) -> str:
    if person is None or person.born is None:
        return _("age not known")
    return age_in_words(person.born, now, zone)


def owed_words(summary: Summary) -> str:
    """The read model keeps codes. The act that settles it has the words, where they say enough."""
    if said := OWED.get(summary.owed or ""):
        return str(said)
    if summary.act is not None and summary.act in ACTS:
        return ACTS[summary.act].command.title
    return (summary.owed or "").partition(".")[2].replace("_", " ").capitalize()


def instant(said: str) -> datetime:
    return datetime.fromisoformat(said).astimezone(UTC)


def counts(lines: tuple[Line, ...]) -> tuple[tuple[str, str, int, str], ...]:
    """(ink, shape, how many, what): only what there is."""
    kinds = (
        (Status.STOP, "ink-stop", "octagon", _("urgent: a physician now")),
        (Status.LATE, "ink-late", "triangle", _("late")),
        (
            Status.DUE,
            "ink-due",
            "clock-face",
            _("due within %(n)d min") % {"n": due_times.NEAR // due_times.MINUTE},
        ),
        (Status.WAITING, "ink-waiting", "ring", _("waiting")),
    )
    found = (
        (ink, shape, sum(li.status is s for li in lines), word) for s, ink, shape, word in kinds
    )
    return tuple(one for one in found if one[2])


def version(request: StaffRequest) -> str:
    """Changes when the list may look different: something happened, or a minute went by."""
    number = episodes.version(request.record, request.actor.clinic)
    return f"{number}.{request.record.clock():%Y%m%d%H%M}"
