"""What a replay prints for people: a line a step, and what was found, in full where it is new."""

from collections.abc import Iterator

from bloodpatch.doors.console.finding_lines import explained
from bloodpatch.doors.console.replay.play import Answer, Played, united
from bloodpatch.pathway.findings import Finding
from bloodpatch.pathway.protocol import Protocol

WORDS = {"not_taken": "not taken"}


def as_lines(played: tuple[Played, ...]) -> Iterator[str]:
    """One case as people read it."""
    first = played[0]
    yield f"{first.script.case}  {first.script.title}".rstrip()
    whole = united(played)
    for answer in whole:
        verb = "ask" if answer.step.asks else "do "
        outcome = WORDS.get(answer.outcome, answer.outcome)
        yield f"  {answer.step.at:<16}{verb} {answer.step.command.name}: {outcome}"
        yield from found(answer, first.protocol)
    yield f"  then: {first.episode.whereabouts.label.lower()}; " + (
        "may be closed" if all(p.may_close for p in played) else "may not be closed"
    )
    yield from members(played, whole)


def found(answer: Answer, protocol: Protocol) -> Iterator[str]:
    """What is new in full; what stood already in one line."""
    for finding in answer.findings:
        if answer.says_again(finding):
            continue
        yield f"      {level(finding):<7}{finding.says} [{finding.code}]"
        for line in explained(finding.kind, protocol, clears=finding.clears):
            yield f"             {line}"
    if stood := [f for f in answer.findings if answer.says_again(f)]:
        yield f"      still  {'; '.join(f'{level(f)} {f.code}' for f in stood)}"


def level(finding: Finding) -> str:
    return finding.kind.level.name.lower()


def members(played: tuple[Played, ...], whole: tuple[Answer, ...]) -> Iterator[str]:
    """Of several patients: how many, and for whom a step went otherwise than is printed above."""
    if len(played) == 1:
        return
    yield f"  {len(played)} patients"
    for one in played:
        for said, own in zip(whole, one.answers, strict=True):
            if told := otherwise(said, own):
                step = f"{own.step.at} {own.step.command.name}"
                yield f"      patient {one.member.number}: {step}: {told}"


def otherwise(said: Answer, own: Answer) -> str:
    mine = {finding.code for finding in own.findings}
    without = [finding.code for finding in said.findings if finding.code not in mine]
    outcome = WORDS.get(own.outcome, own.outcome)
    parts = [outcome] if own.outcome != said.outcome else []
    if without and own.taken:
        parts.append(f"without {', '.join(without)}")
    return ", ".join(parts)
