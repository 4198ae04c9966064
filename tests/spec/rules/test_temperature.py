"""What the thermometer showed is known from every room, each reading with its own time."""

from story import Story

from bloodpatch.pathway.queries.temperature import readings
from bloodpatch.pathway.stages.assessment.commands import ScreenRedFlags
from bloodpatch.pathway.stages.followup.commands import RecordReport
from bloodpatch.pathway.stages.preparation.commands import RecordVitals
from bloodpatch.pathway.values import Celsius


def test_every_reading_is_known_with_its_time(story: Story) -> None:
    said = (
        ScreenRedFlags(temperature=Celsius("36.8"), temperature_later=Celsius("37.4")),
        RecordVitals(),
        RecordVitals(temperature=Celsius("37.9")),
        RecordReport(temperature=Celsius("38.6")),
    )
    for entry in said:
        story.wait(hours=1).nurse(entry)
    at = [entry.occurred for entry in story.episode.history]
    assert [(when, str(read)) for when, read in readings(story.episode)] == [
        (at[0], "36.8 °C"),
        (at[0], "37.4 °C"),
        (at[2], "37.9 °C"),
        (at[3], "38.6 °C"),
    ]
