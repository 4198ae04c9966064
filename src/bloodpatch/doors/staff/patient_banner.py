"""The dark band: whose record this is. Allergies and antithrombotics stand on every page."""

from typing import Any

from django.utils.translation import gettext as _

from bloodpatch.clinic.facts import TOLD_IN_YEARS_FROM, age_in_words, age_years
from bloodpatch.clinic.languages import name_of
from bloodpatch.clinic.models import Patient
from bloodpatch.doors.staff.episode_desk import Desk
from bloodpatch.doors.ui.components import Known, Person
from bloodpatch.doors.ui.forms.submitted_values import shown
from bloodpatch.doors.ui.times import exactly
from bloodpatch.pathway.clinical.allergies import Allergy
from bloodpatch.pathway.context import Facts
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.queries.drugs_taken import drugs_elsewhere
from bloodpatch.pathway.queries.person_facts import allergic_to, died_at
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts

IN_THE_BAY = frozenset({Whereabouts.RECOVERING, Whereabouts.READY_TO_LEAVE})


def person(desk: Desk, *, heading: bool = False) -> Person:
    patient = desk.patient
    return Person(
        name=str(patient),
        born=patient.born,
        age=age(desk),
        number=number_of(patient),
        place=place(desk),
        patch=patch(desk.episode),
        language=language(patient),
        allergies=allergies(desk.episode, desk.context.facts),
        antithrombotics=antithrombotics(desk.episode, desk.context.facts),
        heading=heading,
    )


def age(desk: Desk) -> str:
    """Of somebody who has died, as old as they became."""
    born, zone = desk.patient.born, desk.request.clinic.zone
    if born is None:
        return ""
    at = died_at(desk.episode, desk.context.facts) or desk.now
    years = age_years(born, at, zone)
    return str(years) if years >= TOLD_IN_YEARS_FROM else age_in_words(born, at, zone)


def number_of(patient: Patient) -> str:
    first = patient.numbers.order_by("id").first()
    return first.value if first else ""


def place(desk: Desk) -> str:
    """Who went home lies in no bay any more; and who has died is nowhere, whichever episode says
    so."""
    if died_at(desk.episode, desk.context.facts) and not desk.episode.closure.died:
        return Whereabouts.DIED.label
    here = desk.episode.whereabouts
    bay = desk.round.recovery.bay if here in IN_THE_BAY else None
    return f"{desk.names.by_code.get(bay, bay)}, {here.label.lower()}" if bay else here.label


def patch(episode: Episode) -> str:
    given = episode.now.procedure.given_at
    if given is None:
        return ""
    volume = episode.now.procedure.volume_injected
    said = f"{exactly(given)}{f', {volume.normalize():f} mL' if volume is not None else ''}"
    return said if episode.patch_number == 1 else f"no. {episode.patch_number}, {said}"


def language(patient: Patient) -> str:
    said = name_of(patient.language)
    if patient.interpreter == "yes":
        return _("%(language)s, interpreter needed") % {"language": said or "?"}
    return said


def allergies(episode: Episode, facts: Facts) -> Known:
    """Told here, and what another episode of the same person says beside it: both are shown."""
    asked: Any = _newest(h.preparation.allergies for h in episode.rounds)
    here = frozenset(asked.event.allergies) - {Allergy.NONE} if asked else frozenset()
    told = [shown(one) for one in Allergy if one in here]
    before = allergic_to(episode, facts) - here
    told += [
        _("%(what)s (told in another episode)") % {"what": shown(a)} for a in Allergy if a in before
    ]
    when = exactly(asked.occurred) if asked else _("not asked in this one")
    if told:
        return Known.some(*told, when=when)
    return Known.none(when) if asked else Known.not_asked()


def antithrombotics(episode: Episode, facts: Facts) -> Known:
    taken = [drug(h.event) for r in episode.rounds for h in r.preparation.antithrombotics]
    there = [drug(one.entry.event) for one in drugs_elsewhere(episode, facts)]
    taken += [_("%(what)s (told in another episode)") % {"what": what} for what in there]
    if taken:
        return Known.some(*taken)
    asked: Any = _newest(h.preparation.bleeding_asked for h in episode.rounds)
    if asked is None or asked.event.antithrombotic in (None, Answer.NOT_ASKED):
        return Known.not_asked()
    if asked.event.antithrombotic is Answer.YES:
        return Known.some(_("Takes one; which, nobody has recorded"))
    return Known.none(exactly(asked.occurred))


def drug(event: Any) -> str:
    last = exactly(event.last_dose) if event.last_dose else _("not recorded")
    name, dose = shown(event.drug), str(event.dose or "")
    if dose.casefold().startswith(name.casefold()):
        dose = dose[len(name) :]  # a dose may name its drug again
    said = f"{name} {dose.strip()}".strip()
    return _("%(drug)s, last dose %(last)s") % {"drug": said, "last": last}


def _newest(answers: Any) -> Any:
    return next((one for one in reversed(list(answers)) if one is not None), None)
