"""Pain and pressure while the blood goes in: pause, and go on if it settles; else stop.

Marked pain in the back or the head may settle in a pause, and to go on then is good practice. Pain
down a leg, a slow heart, or any sign of a nerve ends the injection.
"""

from bloodpatch.pathway.clinical import Symptom
from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.events import Happened
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.stages.procedure import findings as found
from bloodpatch.pathway.stages.procedure.choices import DuringKind, StopReason
from bloodpatch.pathway.stages.procedure.commands import RecordInjection
from bloodpatch.pathway.stages.procedure.contradictions import beginning
from bloodpatch.pathway.stages.procedure.events import HappenedDuring
from bloodpatch.pathway.stages.procedure.harms import ENDS, FELT, felt, nerve_sign
from bloodpatch.pathway.stages.procedure.rules import SLOW
from bloodpatch.pathway.values import Answer

MAY_SETTLE = frozenset({DuringKind.BACK_PAIN, DuringKind.HEADACHE})
MAY_SETTLE_FELT = frozenset({Symptom.BACK_PAIN})


def nothing_alarming_felt(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    """To have stopped is right, and noted; a sign of a nerve is grave all the same."""
    what = felt(command)
    if nerve_sign(command):
        yield found.NERVE_SIGN(context, what=what)
    elif command.stop_reason is StopReason.VOLUME_REACHED:
        yield from it_went_on(episode, command, context)
    elif command.stop_reason in SLOW:
        yield found.WATCH_THE_HEART(context, what=what)
    elif what:
        yield found.ALARM(context, what=what)


def it_went_on(episode: Episode, command: RecordInjection, context: Context) -> Findings:
    happened = [h.event for h in since_it_began(episode, command, context)]
    symptoms = [s for s in FELT if (told := command.symptoms_during) and told.get(s) is Answer.YES]
    told_of = ", ".join((*(s.label for s in symptoms), *(e.kind.label for e in happened)))
    if not told_of:
        return
    ends = set(symptoms) - MAY_SETTLE_FELT or {e.kind for e in happened} - MAY_SETTLE
    answers = {e.settled for e in happened if e.settled in (Answer.YES, Answer.NO)}
    if command.settled in (Answer.YES, Answer.NO):
        answers = {command.settled}
    if ends:
        yield found.NOT_STOPPED(context, what=told_of)
    elif Answer.NO in answers:
        yield found.NOT_STOPPED(context, what=f"{told_of} that did not settle")
    elif not answers:
        yield found.WENT_ON(context, what=told_of)


def since_it_began(
    episode: Episode, command: RecordInjection, context: Context
) -> list[Happened[HappenedDuring]]:
    """What happened since then; what may have been before is not held against it."""
    began = beginning(command, context).earliest
    told = episode.now.procedure.attempt.all(HappenedDuring)
    return [h for h in told if h.event.kind in ENDS and h.occurred.earliest >= began]
