"""What cannot be true beside what is recorded is refused; what may be true is written down (T13).

A time that is known roughly contradicts nothing that lies inside it.
"""

import pytest
from places import second_round
from story import NURSE, PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import Material
from bloodpatch.pathway.decide import Refused
from bloodpatch.pathway.stages.procedure.commands import RecordDraw, RecordInjection, RecordPatch
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Millilitres, When

GLUE = Material.FIBRIN_GLUE
MORE, EARLY, TURNED = (
    "procedure.more_than_drawn",
    "procedure.before_the_draw",
    "procedure.ended_before_it_began",
)


def ml(text: str | None) -> Millilitres | None:
    return Millilitres(text) if text else None


def on_that_day(text: str | None) -> When | None:
    return moment(f"2026-11-16 {text}") if text else None


def contradicted(story: Story, command: Command) -> list[str]:
    """What the pen is refused for."""
    outcome = story.decide(PHYSICIAN, command)
    found = [f.code for f in outcome.findings if f.kind.refuses_record]
    assert bool(found) is isinstance(outcome, Refused)
    return found


@pytest.mark.parametrize(
    ("drawn", "injected", "material", "codes"),
    [
        ("20", "20", None, []),
        ("20", "20.1", None, [MORE]),
        ("20", "20.1", Material.AUTOLOGOUS_BLOOD, [MORE]),
        ("20", "20.1", Material.ALLOGENEIC_BLOOD, [MORE]),
        ("20", "20.1", Material.NOT_TOLD, [MORE]),
        ("0", "20", None, [MORE]),
        ("20", "19", None, []),
        ("20", "40", GLUE, []),
        (None, "20", None, []),
        ("20", None, None, []),
    ],
)
def test_never_more_blood_is_injected_than_was_drawn(
    marked: Story,
    drawn: str | None,
    injected: str | None,
    material: Material | None,
    codes: list[str],
) -> None:
    """Step by step, and in a report of one line. Of glue nothing is drawn."""
    report = RecordPatch(drawn_ml=ml(drawn), volume_ml_injected=ml(injected), material=material)
    assert contradicted(marked, report) == codes
    marked.nurse(RecordDraw(volume_ml_drawn=ml(drawn)))
    injection = RecordInjection(volume_ml_injected=ml(injected), material=material)
    assert contradicted(marked, injection) == codes


@pytest.mark.parametrize(
    ("drawn", "began", "material", "codes"),
    [
        ("14:30", "14:29", None, [EARLY]),
        ("14:30", "14:30", None, []),
        ("14:30", "14:29", GLUE, []),
        ("14:30", "14h", None, []),
        ("14:30", "13h", None, [EARLY]),
        ("14h", "14:29", None, []),
        ("14h", "13:59", None, [EARLY]),
    ],
)
def test_blood_is_drawn_before_it_is_injected(
    marked: Story, drawn: str, began: str, material: Material | None, codes: list[str]
) -> None:
    marked.wait(hours=3).nurse(RecordDraw(drawn_at=on_that_day(drawn)))
    told = RecordInjection(started=on_that_day(began), material=material)
    assert contradicted(marked, told) == codes
    told = RecordInjection(occurred=on_that_day(began), material=material)
    assert contradicted(marked, told) == codes


def test_more_blood_that_is_drawn_after_an_injection_is_of_no_account_for_it(
    marked: Story,
) -> None:
    """The first draw is what an injection cannot come before."""
    marked.at("2026-11-16 14:12").nurse(RecordDraw())
    marked.at("2026-11-16 14:20").nurse(RecordDraw())
    assert contradicted(marked, RecordInjection(occurred=on_that_day("14:15"))) == []


def test_an_injection_is_compared_with_the_draw_of_its_own_patch() -> None:
    """Told to the day on which another patch was decided, it is of the patch after that."""
    story = second_round()
    (decided,) = (h for h in story.episode.history if h.event.name == "repeat.decided")
    day = decided.occurred.at.date().isoformat()
    story.wait(days=1).does(NURSE, RecordDraw())
    assert contradicted(story, RecordInjection(occurred=moment(day))) == [EARLY]


@pytest.mark.parametrize(
    ("started", "ended", "codes"),
    [
        ("14:15", "14:14", [TURNED]),
        ("14:15", "14:15", []),
        ("14:15", "14:16", []),
        ("14:15", "14h", []),
        ("14:15", "13h", [TURNED]),
        ("14h", "14:15", []),
        ("14h", "13:59", [TURNED]),
        ("14:15", None, []),
        (None, "14:15", []),
    ],
)
def test_an_end_follows_its_beginning(
    marked: Story, started: str | None, ended: str | None, codes: list[str]
) -> None:
    marked.wait(hours=3)
    told = RecordInjection(started=on_that_day(started), ended=on_that_day(ended))
    assert contradicted(marked, told) == codes
