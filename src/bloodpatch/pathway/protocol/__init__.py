"""The protocol: the clinic's rules as cited data, read by the rules and by doctors.

`parse` turns the text of a file into a `Protocol` or raises `ProtocolFaults` with every fault.
A rule reads `protocol.recovery.rest_minutes`; a page asks `protocol.about("recovery.rest_minutes")`
for the unit, the source and how sure it is. What can be written is declared in `sections`.
"""

from bloodpatch.pathway.protocol.antithrombotics import parse_table
from bloodpatch.pathway.protocol.citations import Citation, Citations, Read
from bloodpatch.pathway.protocol.difference import Difference, difference
from bloodpatch.pathway.protocol.drug_table import (
    NO_TABLES,
    Kidneys,
    Lab,
    Row,
    RowDose,
    Table,
    Tables,
)
from bloodpatch.pathway.protocol.faults import Fault, ProtocolFaults
from bloodpatch.pathway.protocol.parse import extends, parse, parse_citations
from bloodpatch.pathway.protocol.protocol import (
    KINDS,
    SECTIONS,
    Certainty,
    Parameter,
    Protocol,
    canonical,
)
from bloodpatch.pathway.protocol.sections import (
    AntithromboticPolicy,
    Contact,
    PatientPosition,
    Restriction,
    Step,
)

__all__ = [
    "KINDS",
    "NO_TABLES",
    "SECTIONS",
    "AntithromboticPolicy",
    "Certainty",
    "Citation",
    "Citations",
    "Contact",
    "Difference",
    "Fault",
    "Kidneys",
    "Lab",
    "Parameter",
    "PatientPosition",
    "Protocol",
    "ProtocolFaults",
    "Read",
    "Restriction",
    "Row",
    "RowDose",
    "Step",
    "Table",
    "Tables",
    "canonical",
    "difference",
    "extends",
    "parse",
    "parse_citations",
    "parse_table",
]
