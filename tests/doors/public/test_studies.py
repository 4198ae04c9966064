"""What is known, from which study, with how many people."""

import pytest

from bloodpatch.doors.public import studies
from bloodpatch.doors.public.studies import Group
from bloodpatch.pathway.protocol import Read
from bloodpatch.record.protocols import shipped, shipped_citations, shipped_names

CLAIMS = (studies.SECOND, *studies.UNSURE, *studies.WITHOUT)


def test_the_chances_add_up_to_a_hundred_people() -> None:
    groups = studies.out_of_100(studies.GROUPS)
    assert [group.out_of_100 for group in groups] == [33, 39, 28]
    assert len(studies.dots(groups)) == 100
    assert {(dot.x, dot.y) for dot in studies.dots(groups)} == {
        (x * studies.DOT, y * studies.DOT) for x in range(10) for y in range(10)
    }


@pytest.mark.parametrize("counts", [(1, 1, 1), (1, 0, 0), (199, 1, 1), (333, 333, 334)])
def test_any_counts_make_a_hundred(counts: tuple[int, ...]) -> None:
    made = studies.out_of_100(tuple(Group("m", people, "") for people in counts))
    assert sum(group.out_of_100 for group in made) == 100


def test_each_claim_names_a_study_that_is_cited() -> None:
    keys = {claim.study for claim in CLAIMS}
    keys |= {studies.GROUPS_STUDY, studies.HARMS_STUDY, studies.REST["study"]}
    assert keys <= set(shipped_citations())


@pytest.mark.parametrize("name", shipped_names())
def test_a_study_known_at_second_hand_says_so(name: str) -> None:
    protocol = shipped(name)
    for claim in CLAIMS:
        shown = studies.sourced(claim, protocol)
        at_second_hand = protocol.citation(claim.study).read is not Read.PRIMARY
        assert ("(read at second hand)" in shown.source) is at_second_hand
        assert f"{claim.people} people" in shown.source


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kaysville", "We ask for 30 minutes. You may ask us for more."),
        ("house", "We ask for 1 hour."),
    ],
)
def test_the_clinics_rest_stands_beside_the_trials(name: str, said: str) -> None:
    assert studies.rest(shipped(name)).says.endswith(said)
