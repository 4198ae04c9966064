"""What is said of each kind of value in the reference: its grammar, and examples to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bloodpatch.pathway.clinical import Timing
from bloodpatch.pathway.clinical.measured import Analyte, Comparator, LabUnit, Measured
from bloodpatch.pathway.clinical.sign import Sign
from bloodpatch.pathway.clinical.sign_words import SignCode, SignQualifier
from bloodpatch.pathway.clinical.spine import Side
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.values import (
    Answers,
    BloodPressure,
    Dose,
    FreeText,
    Needle,
    Pain,
    PainPosition,
    SpinalLevel,
    Value,
    When,
)
from bloodpatch.pathway.values.dose import DoseUnit
from bloodpatch.pathway.values.needle import NeedleKind


@dataclass(frozen=True, kw_only=True)
class Told:
    """`grammar` in words, `examples` as they are typed, `lists` the closed lists that it uses, each
    under its title."""

    grammar: str
    examples: tuple[str, ...] = ()
    lists: Mapping[str, type[StrEnum]] = field(default_factory=dict)


TOLD: Mapping[type[Value], Told] = {
    When: Told(
        grammar="A time of the clock in the zone of the script. `YYYY-MM-DD HH:MM` is known to the"
        " minute, `YYYY-MM-DD HHh` to the hour, `YYYY-MM-DD` to the day. `by` before any of them"
        " says that the time is unknown and was over then; `before` that it was over before that"
        " began. Only in the night in which the clocks go back an offset tells the two apart"
        " (`01:30-07:00`). Years of two digits, am and pm, and days before months are refused.",
        examples=("2026-11-22 14:05", "2026-11-22 14h", "2026-11-22", "by 2026-11-22 14:05"),
    ),
    Timing: Told(
        grammar="A time counted from an event. Its grammar has [a page of its own](told-times.md).",
        examples=("18 hours after puncture", "day 2 after delivery", "for 3 months"),
    ),
    SpinalLevel: Told(
        grammar="The space between two neighbouring vertebrae, the upper one first, from C1/2 to"
        " S1/2. The letter of the lower one may be left out where it is the same; a dash does as"
        " well as a slash; `Th` is `T`. One vertebra alone is no space, and is refused. Several"
        " spaces are a list.",
        examples=("L3/4", "L3-4", "L3-L4", "l5/s1", "T12/L1", "Th8/9", "C7-T1"),
    ),
    Needle: Told(
        grammar="`[GAUGE] KIND`, in either order. The gauge is a whole number from 10 to 34 with a"
        " G; without a kind it is kept as not stated, and without a gauge as the kind alone. A"
        " number alone is refused, and so are millimetres.",
        examples=("17G tuohy", "25 gauge Whitacre", "pencil point 27G", "G22 Quincke", "18G"),
        lists={"Kinds of needle": NeedleKind},
    ),
    Sign: Told(
        grammar="One thing that an investigation or an examination showed:"
        " `SIGN [SIDE] [SIZE mm] [TOP..BOTTOM] [QUALIFIERS]`. The sign is written by its code or"
        " its words. The size is one number or a range in mm. The extent is one vertebra or two, C1"
        " to C7, T1 to T12, L1 to L6, S1 to S5. What was looked for and not seen is the sign with"
        " `absent` behind it. A normal result is `none_normal`. Several signs are a list.",
        examples=(
            "subdural collection left 6-7 mm",
            "spinal_epidural_haematoma L1..S1 acute",
            "hygroma bilateral chronic",
            "csf leak absent",
            "sagittal sinus thrombosis nonocclusive",
            "none_normal",
        ),
        lists={"Signs": SignCode, "Sides of a sign": Side, "Qualifiers of a sign": SignQualifier},
    ),
    Pain: Told(
        grammar="A whole number from 0 to 10 and the position. Where a field asks for one position"
        " (*here: lying*), the number alone is enough, and another position is refused."
        " `upright` is sitting or standing, not said which.",
        examples=("8 standing", "8/10 upright", "3 lying", "6 of 10 not stated"),
        lists={"Positions of a pain": PainPosition},
    ),
    Dose: Told(
        grammar="`DRUG AMOUNT UNIT`. The drug is its name in words, kept in small letters with `_`"
        " for spaces; it is no closed list. The unit is never left out, and never U alone.",
        examples=(
            "midazolam 2 mg",
            "tranexamic acid 1 g",
            "fentanyl 50 ug",
            "enoxaparin 1 mg/kg",
            "heparin 5000 units",
        ),
        lists={"Units of a dose": DoseUnit},
    ),
    Measured: Told(
        grammar="`WHAT [<, <=, >, >=] NUMBER UNIT`, as the laboratory gives it; nothing is"
        " converted. An INR needs no unit.",
        examples=(
            "white cells 19800 /uL",
            "crp 120 mg/L",
            "platelets <50 10^9/L",
            "csf_pressure 18 cmH2O",
            "inr 1.4",
        ),
        lists={
            "What is measured": Analyte,
            "Comparators": Comparator,
            "Units of a measured value": LabUnit,
        },
    ),
    BloodPressure: Told(
        grammar="Two whole numbers in mmHg with a slash, the systolic first.",
        examples=("118/74",),
    ),
    Answers: Told(
        grammar="Answers to a list of questions, each `yes` or `no`. What was not asked is left"
        " out: it is kept as not asked, which is never no. In a script they are a table,"
        ' `flags = { fever = "no", seizure = "no" }`, or one line of text. The questions are those'
        " of the field's list, and no other is taken.",
        examples=("fever no, neck_stiffness yes", "fever no; seizure no"),
    ),
    FreeText: Told(
        grammar="Words. No rule reads them, so what has a field belongs in its field.",
        examples=("Worse since this morning; better after coffee.",),
    ),
    Code: Told(
        grammar="The name of something in the system: a room, a finding (findings.md), a command"
        " (commands.md). Letters, digits, dots, dashes, underscores. A script may make up names of"
        " rooms and people.",
        examples=("bay-b", "red_flag.hold", "assessment.decide_patch"),
    ),
    PlainForm: Told(
        grammar="A value as it is kept: text, a list or a table. For `saw` of an override, copy"
        " `seen` of the finding from the answer of `bloodpatch replay --json`. For `value` of a"
        " correction, write it as `fields` of the answer shows values of that field.",
        examples=("22",),
    ),
}
