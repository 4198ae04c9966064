"""What the stories of a physician's word begin with."""

import pytest
from journey import arrived, assessed, booked, checked, referred
from story import Story

from bloodpatch.pathway.stages.preparation.commands import RecordVitals
from bloodpatch.pathway.values import Celsius


@pytest.fixture
def ready(story: Story) -> Story:
    """Everything checked by 13:55; the time-out is next."""
    return checked(arrived(booked(assessed(referred(story)))))


@pytest.fixture
def feverish(ready: Story) -> Story:
    """Ready but for 38.4 °C at 13:55, which holds the time-out back."""
    ready.nurse(RecordVitals(temperature=Celsius.parse("38.4")))
    return ready
