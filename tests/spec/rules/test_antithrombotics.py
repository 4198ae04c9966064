"""What is said of several drugs at once before the needle (H06), and of each its own."""

from typing import Any

import pytest
from clotting import HIGH, LOW, REGIONAL, drug, follows, signed, table
from entries import raised, sentence
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.acts import StateRung
from bloodpatch.pathway.clinical import DoseClass
from bloodpatch.pathway.clinical.measured import Measured
from bloodpatch.pathway.clinical.timing import Timing
from bloodpatch.pathway.queries.drugs_taken import drugs_taken
from bloodpatch.pathway.rules import antithrombotics
from bloodpatch.pathway.stages.preparation.commands import RecordLabs
from bloodpatch.pathway.stages.procedure.events import Injected
from bloodpatch.pathway.values import Answer, Inr

LAST = "2026-11-16 08:00"
RUNS = {"running": Answer.YES}
INR = RecordLabs(inr=Inr.parse("1.0"), taken=moment("2026-11-16 09:00"))
APTT = RecordLabs(values=(Measured.parse("aPTT 31 s"),), taken=moment("2026-11-16 09:00"))


def taking(*statements: Any, policy: Any = REGIONAL, **confirmed: Any) -> Story:
    """What is told of drugs at 10:00, of each by itself."""
    story = follows(Story("2026-11-16 10:00"), policy, **confirmed)
    story.nurse(*statements)
    return story


def one(name: str, last: str = LAST, **told: Any) -> Any:
    return drug(name, last, **{"dose_class": None} | told)


def earlier(hours: int, name: str = "enoxaparin", **told: Any) -> Any:
    return drug(name, timing=Timing.parse(f"{hours} hours before patch 1"), **told)


# which drugs are named

DRAFT = "Draft after ASRA 2025, regional"
SAID: dict[str, tuple[StateRung, list[Any], str]] = {
    "no row": (
        antithrombotics.drugs_have_a_row,
        [one("cilostazol"), drug(last=LAST), one("dipyridamole")],
        f"Cilostazol, Dipyridamole: no hold time in {DRAFT}.",
    ),
    "judged": (
        antithrombotics.physician_has_judged,
        [one("fondaparinux"), drug(last=LAST), one("dabigatran", dose_class=HIGH)],
        f"Fondaparinux, Dabigatran: no time alone makes it safe ({DRAFT}); a physician judges.",
    ),
    "still given": (
        antithrombotics.drugs_are_stopped,
        [
            drug(last=LAST, **RUNS),
            one("clopidogrel"),
            one("fondaparinux", **RUNS),
            one("aspirin", **RUNS),
            one("cilostazol", **RUNS),
        ],
        "Still takes Enoxaparin, Fondaparinux, Cilostazol. Ask the prescriber before anything is "
        "stopped; a physician decides.",
    ),
    "last dose not known": (
        antithrombotics.last_dose_is_known,
        [drug(), one("clopidogrel"), one("aspirin", ""), drug("dalteparin", **RUNS)],
        "The time of the last dose of Enoxaparin is not known.",
    ),
    "two against platelets, one with its wait": (
        antithrombotics.physician_has_judged,
        [one("clopidogrel"), one("aspirin", "", **RUNS), drug(last=LAST), one("nsaid", **RUNS)],
        "Clopidogrel, Aspirin: more than one drug against platelets together; a physician judges.",
    ),
    "several": (
        antithrombotics.drugs_are_counted,
        [drug(last=LAST), one("aspirin"), one("cilostazol")],
        "Enoxaparin, Cilostazol: several together. The longest wait applies; think of a longer "
        "one.",
    ),
    "dose not known": (
        antithrombotics.dose_class_is_known,
        [one("enoxaparin"), drug("tinzaparin", LAST), one("dalteparin", "2026-11-16 09:00")],
        "Low or high dose of Enoxaparin, Dalteparin is not recorded; until then the longer wait "
        "counts: not before Tue 17 Nov 09:00.",
    ),
    "dose not known, one wait told in hours": (
        antithrombotics.dose_class_is_known,
        [one("rivaroxaban"), earlier(11, dose_class=None)],
        "Low or high dose of Rivaroxaban, Enoxaparin is not recorded; until then the longer wait "
        "counts: 72 h after the last dose.",
    ),
    "a time": (
        antithrombotics.hold_time_is_over,
        [one("enoxaparin"), drug("dalteparin", LAST), one("clopidogrel", "2026-11-15 08:00")],
        "Patch not before Sun 22 Nov 08:00: Clopidogrel (168 h), Dalteparin (12 h).",
    ),
    "a wait told in hours": (
        antithrombotics.hold_time_is_over,
        [drug("dalteparin", LAST), earlier(11)],
        "Patch not before 12 hours after the last dose: Enoxaparin (12 h), Dalteparin (12 h).",
    ),
    "a wait told in hours, and another is longer": (
        antithrombotics.hold_time_is_over,
        [earlier(11), earlier(100, "clopidogrel", dose_class=None)],
        "Patch not before 168 hours after the last dose: Enoxaparin (12 h), Clopidogrel (168 h).",
    ),
    "values missing": (
        antithrombotics.laboratory_is_fit,
        [one("warfarin"), one("heparin_iv"), drug(last=LAST)],
        "Needed after the last dose, and not on record: Warfarin: INR, Heparin into a vein: aPTT.",
    ),
    "values that say nothing": (
        antithrombotics.laboratory_is_fit,
        [one("heparin_iv"), APTT],
        "Needed after the last dose, and not on record: Heparin into a vein: aPTT, "
        "whether it is normal.",
    ),
}


@pytest.mark.parametrize(("rung", "statements", "says"), SAID.values(), ids=SAID)
def test_each_drug_that_a_rung_speaks_of_is_named(
    rung: StateRung, statements: list[Any], says: str
) -> None:
    assert sentence(taking(*statements), rung) == says


# where nothing is said

SILENT: dict[str, tuple[StateRung, list[Any]]] = {
    "one drug": (antithrombotics.drugs_are_counted, [drug(last=LAST), one("aspirin")]),
    "each has a row": (antithrombotics.drugs_have_a_row, [drug(last=LAST)]),
    "none is judged": (antithrombotics.physician_has_judged, [drug(last=LAST), one("cilostazol")]),
    "one against platelets": (
        antithrombotics.physician_has_judged,
        [one("clopidogrel"), one("aspirin")],
    ),
    "one of two is over": (
        antithrombotics.physician_has_judged,
        [one("clopidogrel", "2026-10-01"), one("aspirin", "", **RUNS)],
    ),
    "aspirin beside a heparin": (
        antithrombotics.physician_has_judged,
        [drug(last=LAST), one("aspirin", "", **RUNS)],
    ),
    "the dose, where the longer wait is over": (
        antithrombotics.dose_class_is_known,
        [one("enoxaparin", "2026-11-15 10:00")],
    ),
    "no wait, and no last dose": (antithrombotics.last_dose_is_known, [one("aspirin", "")]),
    "none runs": (antithrombotics.drugs_are_stopped, [drug(last=LAST, running=Answer.NO)]),
    "the dose is known": (
        antithrombotics.dose_class_is_known,
        [drug(last=LAST), one("clopidogrel")],
    ),
    "the dose of what runs": (antithrombotics.dose_class_is_known, [one("enoxaparin", **RUNS)]),
    "the dose, where no last dose is known": (
        antithrombotics.dose_class_is_known,
        [drug(dose_class=None)],
    ),
    "the time of what runs": (antithrombotics.hold_time_is_over, [drug(last=LAST, **RUNS)]),
    "over": (
        antithrombotics.hold_time_is_over,
        [drug(last="2026-11-15 22:00"), earlier(12, "dalteparin")],
    ),
    "values from after it": (antithrombotics.laboratory_is_fit, [one("warfarin"), INR]),
}


@pytest.mark.parametrize(("rung", "statements"), SILENT.values(), ids=SILENT)
def test_nothing_is_said_where_nothing_is_to_be_said(
    rung: StateRung, statements: list[Any]
) -> None:
    assert raised(taking(*statements), rung) == []


def test_where_no_drug_is_taken_no_table_is_asked_for(story: Story) -> None:
    assert raised(story, antithrombotics.drug_table_is_chosen) == []
    story.nurse(one("aspirin"), drug(last=LAST))
    says = "Takes Aspirin, Enoxaparin. This clinic has not chosen a table of hold times."
    assert sentence(story, antithrombotics.drug_table_is_chosen) == says


# since the last patch


@pytest.mark.parametrize(
    ("then", "says"),
    [
        ([], "Enoxaparin, Clopidogrel is not known, since the last patch."),
        ([drug(last="2026-11-16 11:00")], "Clopidogrel is not known."),
    ],
)
def test_what_was_told_before_a_patch_is_told_again(then: list[Any], says: str) -> None:
    story = taking(drug(last=LAST)).given(Injected()).wait(hours=2)
    story.nurse(one("clopidogrel", ""), *then)
    assert sentence(story, antithrombotics.last_dose_is_known).endswith(f"of {says}")


# a level in place of the wait

LOW_LEVEL = RecordLabs(
    values=(Measured.parse("anti_xa 0.05 IU/mL"),), taken=moment("2026-11-16 14:00")
)


def test_a_low_level_is_told_of_what_would_hold() -> None:
    """Of what runs it says nothing; of what is over nothing is held."""
    story = taking(
        drug("apixaban", LAST),
        drug("rivaroxaban", "2026-11-14 08:00"),
        drug("edoxaban", LAST, **RUNS),
        drug(last=LAST),
    )
    story.at("2026-11-16 15:00").nurse(LOW_LEVEL)
    says = sentence(story, antithrombotics.level_stands_in_for_the_wait)
    assert says.startswith("Apixaban: the level after the last dose is low enough")
    assert sentence(story, antithrombotics.hold_time_is_over).endswith(": Enoxaparin (12 h).")


# a confirmed row behind it


@pytest.mark.parametrize(("dose", "open_"), [(LOW, False), (HIGH, True), (None, True)])
def test_each_row_that_is_possible_is_confirmed(dose: DoseClass | None, open_: bool) -> None:
    low = [r for r in table(REGIONAL).rows if r.drug == "enoxaparin" and r.dose != HIGH.value]
    story = signed(taking(drug(last=LAST, dose_class=dose)), low)
    assert bool(raised(story, antithrombotics.rows_are_confirmed)) is open_


def test_only_what_is_not_confirmed_is_named() -> None:
    mine = [r for r in table(REGIONAL).rows if r.drug != "clopidogrel"]
    story = signed(taking(drug(last=LAST), one("clopidogrel"), one("cilostazol")), mine)
    says = sentence(story, antithrombotics.rows_are_confirmed)
    assert says == f"Clopidogrel: table not yet confirmed by your clinic ({DRAFT})."


# what a physician's word remembers


@pytest.mark.parametrize(
    ("rung", "statements", "others"),
    [
        (
            antithrombotics.rows_are_confirmed,
            [drug(last=LAST), one("clopidogrel")],
            [one("cilostazol")],
        ),
        (
            antithrombotics.physician_has_judged,
            [one("fondaparinux"), one("dabigatran", dose_class=HIGH)],
            [drug(last=LAST)],
        ),
        (
            antithrombotics.laboratory_is_fit,
            [one("warfarin"), one("heparin_iv")],
            [drug(last=LAST)],
        ),
        (
            antithrombotics.hold_time_is_over,
            [drug(last=LAST)],
            [one("cilostazol"), drug("dalteparin")],
        ),
    ],
)
def test_it_is_about_these_doses_and_these_rows(
    rung: StateRung, statements: list[Any], others: list[Any]
) -> None:
    story = taking(*statements, *others, confirmed=())
    named = drugs_taken(story.episode)[: len(statements)]
    rows = [r for t in named for r in table(REGIONAL).rows_for(t.drug, t.dose, t.clearance)]
    (finding,) = rung(story.episode, story.context(PHYSICIAN))
    assert finding.seen["told"] == "; ".join(each.told for each in named)
    if rung in (antithrombotics.rows_are_confirmed, antithrombotics.physician_has_judged):
        assert finding.seen["rows"] == " ".join(f"{row.id}:{row.hash}" for row in rows)
    assert finding.rests_on is not None
    assert finding.rests_on.source == f"{DRAFT}: {', '.join(each.drug.label for each in named)}"


@pytest.mark.parametrize(("without", "confirmed"), [(0, True), (1, False), (2, False)])
def test_it_is_confirmed_where_each_of_its_rows_is(without: int, confirmed: bool) -> None:
    mine = [r for r in table(REGIONAL).rows if r.drug == "dabigatran" and r.dose == HIGH.value]
    story = signed(taking(one("dabigatran", dose_class=HIGH)), mine[without:])
    (finding,) = antithrombotics.physician_has_judged(story.episode, story.context(PHYSICIAN))
    assert finding.rests_on is not None
    assert finding.rests_on.confirmed is confirmed
