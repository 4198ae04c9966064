"""How an invariant is asked: of every command, of an accepted one, or of every state."""

from collections.abc import Callable, Iterator

from bloodpatch.doors.console.explore.record_reading import Step

Holds = Callable[[Step], bool]
AT_EACH_COMMAND: list[Holds] = []
AT_ACCEPTED: dict[str, list[Holds]] = {}


def always(question: Holds) -> Holds:
    """Asked of every command, whatever became of it."""
    AT_EACH_COMMAND.append(question)
    return question


def once_accepted(*names: str) -> Callable[[Holds], Holds]:
    """Asked where one of these commands was accepted."""

    def asked(question: Holds) -> Holds:
        for name in names:
            AT_ACCEPTED.setdefault(name, []).append(question)
        return question

    return asked


def broken(step: Step) -> Iterator[str]:
    """The names of what does not hold at this step."""
    questions = AT_EACH_COMMAND
    if step.accepted:
        questions = [*questions, *AT_ACCEPTED.get(step.command.name, ())]
    yield from (question.__name__ for question in questions if not question(step))
