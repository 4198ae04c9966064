"""Whether a drug table is whole: every drug is in it, for every dose and every kidney, once."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bloodpatch.pathway.clinical.drugs import Antithrombotic
from bloodpatch.pathway.protocol.drug_table import Kidneys, Row, RowDose
from bloodpatch.pathway.protocol.faults import Blame


def covered(
    rows: tuple[Row | None, ...], without: Mapping[Antithrombotic, str], blame: Blame
) -> None:
    """Every drug of the closed list is here once, for every dose and every kidney."""
    there = [row for row in rows if row is not None]
    for (drug, dose, kidneys), count in Counter((r.drug, r.dose, r.kidneys) for r in there).items():
        if count > 1:
            blame(("row",), f"{drug.value} {dose.value} {kidneys.value} stands here {count} times.")
    named = {row.drug for row in there}
    for drug in Antithrombotic:
        if drug in named and drug in without:
            blame(("table", "without_a_row"), f"{drug.value} has a row all the same.")
        if drug not in named and drug not in without:
            blame(("row",), f"{drug.value} is left out; write its row, or say why it has none.")
    for drug in Antithrombotic:
        mine = [row for row in there if row.drug is drug]
        for says in gaps(mine):
            blame(("row",), f"{drug.value}: {says}.")


def gaps(rows: list[Row]) -> Iterator[str]:
    """What the rows of one drug leave open, or say twice."""
    doses = {row.dose for row in rows}
    if rows and doses not in ({RowDose.ANY}, {RowDose.LOW, RowDose.HIGH}):
        yield "rows for low and for high dose, or one for any"
    for dose in doses:
        kidneys = {row.kidneys for row in rows if row.dose is dose}
        if kidneys not in ({Kidneys.ANY}, {Kidneys.UNDER, Kidneys.FROM}):
            yield f"{dose.value}: rows below and from the limit, or one for any"
