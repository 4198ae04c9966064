"""A patient on a drug against clotting: what the clinic follows, what was told, what it signed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from journey import arrived, assessed, booked, checked, referred
from story import Story, moment, tables

from bloodpatch.pathway.clinical import Antithrombotic, DoseClass
from bloodpatch.pathway.protocol import AntithromboticPolicy, Row, Table
from bloodpatch.pathway.stages.preparation.commands import RecordAntithrombotic

REGIONAL = AntithromboticPolicy.ASRA_REGIONAL_2025
PAIN = AntithromboticPolicy.ASRA_PAIN_2018
AAGBI = AntithromboticPolicy.AAGBI_2013
LOW, HIGH = DoseClass.LOW_PROPHYLACTIC, DoseClass.HIGH_THERAPEUTIC


def table(policy: AntithromboticPolicy) -> Table:
    return tables()[policy]


def follows(
    story: Story, policy: AntithromboticPolicy, confirmed: Iterable[Row] | None = None
) -> Story:
    """The clinic follows this table, and has confirmed these rows of it; else every row."""
    preparation = replace(story.protocol.preparation, antithrombotic_policy=policy)
    story.protocol = replace(story.protocol, preparation=preparation)
    return signed(story, table(policy).rows if confirmed is None else confirmed)


def signed(story: Story, rows: Iterable[Row]) -> Story:
    story.facts = replace(story.facts, confirmed_rows=frozenset(row.hash for row in rows))
    return story


def ready(policy: AntithromboticPolicy | None = REGIONAL, **more: Any) -> Story:
    """Everything asked and nothing wrong, at 13:55 on Monday; the clinic follows a table."""
    story = checked(arrived(booked(assessed(referred(Story())))))
    return follows(story, policy, **more) if policy else story


def drug(name: str = "enoxaparin", last: str = "", **told: Any) -> RecordAntithrombotic:
    """A statement about one drug; low dose unless told otherwise."""
    told = {"dose_class": LOW, "last_dose": moment(last) if last else None} | told
    return RecordAntithrombotic(drug=Antithrombotic(name), **told)
