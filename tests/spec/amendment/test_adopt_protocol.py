"""Amendment: an episode moves to another protocol by a physician's word, and only to the one that
the clinic runs."""

from story import NURSE, PHYSICIAN, Story, protocol

from bloodpatch.pathway.amendment.commands import AdoptProtocol
from bloodpatch.pathway.codes import Code


def test_to_the_protocol_that_the_clinic_runs(decided: Story) -> None:
    decided.physician(AdoptProtocol(protocol=Code(protocol("multisociety").hash)))
    assert decided.episode.protocol == protocol("multisociety").hash


def test_to_no_other_one(decided: Story) -> None:
    """Rules that nobody here knows would end the episode for ever."""
    strange = AdoptProtocol(protocol=Code("f" * 64))
    assert decided.refuses(PHYSICIAN, strange) == ["amendment.cannot_apply"]


def test_only_by_a_physician(decided: Story) -> None:
    moved = AdoptProtocol(protocol=Code(protocol("multisociety").hash))
    assert decided.refuses(NURSE, moved) == ["person.not_your_act"]
