"""New signs in the legs after a needle, as they were seen in recovery or examined."""

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.standing_facts import Fact, open_stops
from bloodpatch.pathway.queries.urgent_facts import since_the_needle


def changed_legs(episode: Episode, protocol: Protocol) -> tuple[Fact, ...]:
    """As they were seen in recovery or examined; not what somebody ticked on a list, and not what
    was so before the needle: an old drop foot goes home as it came."""
    stops = since_the_needle(open_stops(episode, protocol), episode)
    return tuple(fact for fact in stops if is_of_the_legs(fact))


def is_of_the_legs(fact: Fact) -> bool:
    return all(telling.home.startswith("legs:") for _, telling in fact.tellings)
