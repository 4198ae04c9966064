"""What was told of a person in another episode is kept with the decision that looked at it."""

from bloodpatch.pathway.context import Elsewhere, Facts
from bloodpatch.pathway.queries.person_facts import of_the_person
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.closure.events import Died
from bloodpatch.pathway.stages.closure.statements import Status
from bloodpatch.pathway.stages.referral.commands import Receive
from bloodpatch.record import folds
from bloodpatch.record.decider import PATHWAY
from bloodpatch.record.episode_table import EPISODES
from bloodpatch.record.verify import verify
from tests.contract.conftest import Desk, a_record
from tests.contract.test_real_commands import Kaysville, by
from tests.spec.story import Story


def test_what_a_decision_looked_at_elsewhere_is_kept_in_its_envelope(using: str) -> None:
    """Of the person's other episode: in codes, with its place; and only where it was looked at."""
    told = Story("2026-11-10 08:00").given(Died()).episode
    elsewhere = tuple(
        Elsewhere(episode="e-0", happened=h, says=says) for h, says in of_the_person(told)
    )
    record = a_record(
        using,
        decider=PATHWAY,
        protocols=Kaysville(),
        read_models=(EPISODES,),
        facts=lambda clinic, episode: Facts(elsewhere=elsewhere),
    )
    ward = Desk(record)
    opened = ward.accepted(Receive(), "e-1", actor=by(ward, "front_desk"))
    assert "elsewhere" not in opened.events[0].used
    signed = CloseEpisode(status=Status.DIED)
    closed = ward.accepted(signed, "e-1", actor=by(ward, "physician"))
    assert closed.events[0].used["elsewhere"] == "e-0#1:died"
    record.folds.forget(ward.clinic, "e-1")
    read = folds.current(record, ward.clinic, "e-1").state
    assert read.history[-1].used["elsewhere"] == "e-0#1:died"
    assert verify(using, ward.clinic).whole
