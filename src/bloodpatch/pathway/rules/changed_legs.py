"""New signs in the legs after a needle: in the bay and at the door they have a finding of their
own, which says what to do about a spine. Before every other permit they are red flags.
"""

from bloodpatch.pathway.context import Context
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.findings import Findings
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.standing_facts import Fact
from bloodpatch.pathway.rules.red_flag import open_stops, stopped_by


def changed_legs(episode: Episode, protocol: Protocol) -> tuple[Fact, ...]:
    """As they were seen in recovery or examined; not what somebody ticked on a list."""
    return tuple(fact for fact in open_stops(episode, protocol) if is_of_the_legs(fact))


def is_of_the_legs(fact: Fact) -> bool:
    return all(telling.home.startswith("legs:") for _, telling in fact.tellings)


def other_stops_are_reviewed(episode: Episode, context: Context) -> Findings:
    stops = open_stops(episode, context.protocol)
    yield from stopped_by(tuple(f for f in stops if not is_of_the_legs(f)), context)
