"""What the stories of the preparation begin with."""

import pytest
from journey import arrived as arrive
from journey import assessed, booked, referred
from journey import checked as check
from story import Story


@pytest.fixture
def arrived(story: Story) -> Story:
    """Here since 13:30, identified by name and date of birth; nothing is checked yet."""
    return arrive(booked(assessed(referred(story))))


@pytest.fixture
def checked(arrived: Story) -> Story:
    """Everything asked and examined by 13:55, nothing is wrong; the time-out is next."""
    return check(arrived)
