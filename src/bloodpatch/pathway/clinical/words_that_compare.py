"""What the words mean that compare with before: course, relief, an examination, a pressure."""

from collections.abc import Mapping

from bloodpatch.pathway.clinical.concepts import Concept
from bloodpatch.pathway.clinical.symptoms import (
    BloodPressureWord,
    Course,
    Examined,
    LegRaise,
    Relief,
)

AT_ANY_TIME: Mapping[Course, Concept] = {
    Course.REVERSED_POSTURE: Concept.POSTURE_LOST_OR_REVERSED,
}
BEFORE_A_PATCH: Mapping[Course, Concept] = {Course.WORSENING: Concept.GETTING_WORSE}
AFTER_A_PATCH: Mapping[Course, Concept] = {
    Course.WORSENING: Concept.WORSENING_AFTER_PATCH,
    Course.RECURRED: Concept.PERSISTS_AFTER_PATCH,
    Course.PERSISTING: Concept.PERSISTS_AFTER_PATCH,
    Course.UNCHANGED: Concept.PERSISTS_AFTER_PATCH,
}
"""How the headache went on after the patch; before it the same words say much less."""
COURSES_THAT_MEAN_NOTHING: Mapping[Course, str] = {
    Course.RESOLVED: "ends what is told with it",
    Course.IMPROVING: "it is going",
}

RELIEF: Mapping[Relief, Concept] = {
    Relief.NONE: Concept.PERSISTS_AFTER_PATCH,
    Relief.WORSE: Concept.WORSENING_AFTER_PATCH,
}
HELPED = "it helped; how much is for the rules on another patch"
RELIEF_THAT_MEANS_NOTHING: Mapping[Relief, str] = {
    Relief.COMPLETE: HELPED,
    Relief.NEAR_COMPLETE: HELPED,
    Relief.MARKED: HELPED,
    Relief.MODERATE: HELPED,
    Relief.PARTIAL: HELPED,
    Relief.SLIGHT: HELPED,
    Relief.BETTER: HELPED,
    Relief.LASTING_NOT_TOLD: HELPED,
}

PRESSURES: Mapping[BloodPressureWord, Concept] = {
    BloodPressureWord.SLIGHTLY_RAISED: Concept.HIGH_BLOOD_PRESSURE,
    BloodPressureWord.RAISED: Concept.HIGH_BLOOD_PRESSURE,
    BloodPressureWord.SEVERE: Concept.HIGH_BLOOD_PRESSURE,
}
PRESSURES_THAT_MEAN_NOTHING: Mapping[BloodPressureWord, str] = {
    BloodPressureWord.NORMAL: "the no of a high pressure",
}

COMPARED = "told part by part where it is worse than before the needle: legs_after_patch"
EXAMINED_THAT_MEANS_NOTHING: Mapping[Examined, str] = {
    Examined.NORMAL: "nothing was found",
    Examined.CHANGED: COMPARED,
    Examined.NOT_TESTED: "nobody has looked",
}
LEG_RAISES_THAT_MEAN_NOTHING: Mapping[LegRaise, str] = {
    LegRaise.NORMAL: "nothing was found",
    LegRaise.LIMITED: COMPARED,
    LegRaise.NOT_TESTED: "nobody has looked",
}
