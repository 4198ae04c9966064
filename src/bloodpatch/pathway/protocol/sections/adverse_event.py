"""What the protocol says about adverse events (T14): how soon a physician reviews which grade."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class AdverseEvent:
    """The graver, the sooner: grades of CTCAE, 1 mild to 5 death."""

    review_grade_1_hours: int = whole("Grade 1 is reviewed within", unit="h", low=1, high=336)
    review_grade_2_hours: int = whole("Grade 2 is reviewed within", unit="h", low=1, high=168)
    review_grade_3_hours: int = whole("Grade 3 is reviewed within", unit="h", low=1, high=72)
    review_grade_4_hours: int = whole("Grade 4 is reviewed within", unit="h", low=1, high=4)
    review_grade_5_hours: int = whole("Grade 5 is reviewed within", unit="h", low=1, high=4)
    draft_review_due_hours: int = whole(
        "A drafted event is confirmed or struck within",
        unit="h",
        low=1,
        high=72,
    )

    def review_hours(self, grade: int) -> int:
        """Return the hours for a grade 1-5."""
        return (
            self.review_grade_1_hours,
            self.review_grade_2_hours,
            self.review_grade_3_hours,
            self.review_grade_4_hours,
            self.review_grade_5_hours,
        )[grade - 1]
