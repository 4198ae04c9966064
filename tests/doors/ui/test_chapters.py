"""Every rule stands in one chapter, and the chapters follow the treatment."""

from bloodpatch.doors.ui.chapters import EVERY_RULE, TITLES, chapters
from bloodpatch.pathway.treatment import STAGES


def test_every_rule_stands_in_one_chapter() -> None:
    """Who adds a family of rules names its chapter in `TITLES`."""
    told = [kind.code for chapter in chapters(EVERY_RULE.values()) for kind in chapter.kinds]
    assert sorted(told) == sorted(EVERY_RULE)


def test_the_chapters_follow_the_treatment() -> None:
    stages = [stage.name for stage in STAGES]
    assert [name for name in TITLES if name in stages] == stages


def test_in_a_chapter_what_blocks_most_comes_first() -> None:
    for chapter in chapters(EVERY_RULE.values()):
        levels = [kind.level for kind in chapter.kinds]
        assert levels == sorted(levels, reverse=True)


def test_a_chapter_without_a_rule_is_left_out() -> None:
    one = EVERY_RULE["fever.measured"]
    assert [(c.name, c.kinds) for c in chapters([one])] == [("fever", (one,))]
