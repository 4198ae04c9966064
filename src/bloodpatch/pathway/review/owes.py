"""What is owed after something was recorded against a rule."""

from datetime import timedelta

from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.roles import Role


def look_at_what_was_recorded_against_a_rule(episode: Episode, protocol: Protocol) -> Owed:
    """What a permit would have refused is work for a physician once it has happened."""
    for happened in episode.standing:
        if happened.against and happened.position not in episode.review.acknowledged:
            yield Obligation(
                code="review.against_a_rule",
                owner=Role.PHYSICIAN,
                due=happened.recorded_at + timedelta(hours=protocol.closure.review_due_hours),
                says="Look at what was recorded against a rule",
                act=Acknowledge.name,
            )
            return


OWES = (look_at_what_was_recorded_against_a_rule,)
