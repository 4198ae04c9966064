"""What a correction leaves to be done."""

from datetime import timedelta

from bloodpatch.pathway.amendment.commands import FinishReentry
from bloodpatch.pathway.amendment.hindsight import not_looked_at
from bloodpatch.pathway.episode import Episode
from bloodpatch.pathway.obligations import Obligation, Owed
from bloodpatch.pathway.protocol import Protocol
from bloodpatch.pathway.queries.reentry import missing
from bloodpatch.pathway.review.commands import Acknowledge
from bloodpatch.pathway.roles import Role


def permit_is_looked_at_again(episode: Episode, protocol: Protocol) -> Owed:
    """By what is known today it would not have been permitted: a physician looks at what follows
    for the patient."""
    causes = [cause.recorded_at for _, cause in not_looked_at(episode, protocol)]
    if causes:
        yield Obligation(
            code="amendment.would_not_have_been_permitted",
            owner=Role.PHYSICIAN,
            due=min(causes) + timedelta(hours=protocol.closure.review_due_hours),
            says="Look at what would not have been permitted",
            act=Acknowledge.name,
        )


def what_was_struck_elsewhere_is_entered(episode: Episode, _: Protocol) -> Owed:
    """A dose or a red flag that stands in nobody's record is entered at once."""
    if words := list(missing(episode).values()):
        yield Obligation(
            code="amendment.entries_expected",
            owner=Role.NURSE,
            due=min(word.recorded_at for word in words),
            says="Enter here what was struck in another record",
            act=FinishReentry.name,
        )


OWES = (permit_is_looked_at_again, what_was_struck_elsewhere_is_entered)
