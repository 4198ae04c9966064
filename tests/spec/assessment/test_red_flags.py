"""Red flags (T3): asked one by one. Not asked is never no."""

from datetime import timedelta

import pytest
from entries import lift_of
from journey import no_red_flags
from story import NURSE, PHYSICIAN, Story

from bloodpatch.pathway.clinical import RED_FLAGS_ASKED, RedFlag
from bloodpatch.pathway.codes import Code, PlainForm
from bloodpatch.pathway.review.commands import (
    LiftStop,
    OverrideHold,
)
from bloodpatch.pathway.stages.assessment.choices import Basis
from bloodpatch.pathway.stages.assessment.commands import (
    DecidePatch,
    RecordHeadache,
    RecordVitals,
    ScreenRedFlags,
)
from bloodpatch.pathway.stages.procedure.commands import RecordPatch
from bloodpatch.pathway.values import Answer, Answers, BloodPressure, Count, FreeText

# No clinic can switch one of these off; a change of this list is a change of the medicine.
STOPS = {
    "seizure",
    "speech_disturbance",
    "focal_deficit",
    "altered_consciousness",
    "thunderclap",
    "meningism",
    "papilloedema",
    "raised_icp",
    "site_infection",
    "leg_weakness",
    "saddle_numbness",
    "bladder_bowel_change",
}
LOWERS_THE_THRESHOLD = {
    "avm",
    "older_age",
    "old_focal_sign",
    "immunosuppressed",
    "thrombophilia_or_puerperal_vte_risk",
}
# What belongs to this headache, or says that a patch was tried, is weighed; of what never was a
# puncture `diagnosis` says where it belongs.
WEIGHED = {"neck_stiffness", "persists_after_patch", "immediate_onset", "no_puncture"}
OF_PREGNANCY = {"high_blood_pressure", "proteinuria"}
HOLDS = set(RedFlag) - STOPS - LOWERS_THE_THRESHOLD - WEIGHED - OF_PREGNANCY


def screen(**answers: Answer) -> ScreenRedFlags:
    """All flags of the bedside list answered with no, but for what is given."""
    asked = {flag: no_red_flags().get(flag) for flag in no_red_flags()}
    return ScreenRedFlags(flags=Answers(asked | answers))


DECIDE = DecidePatch(basis=(Basis.DISABLING,))


@pytest.fixture
def told(referred: Story) -> Story:
    """A headache that changes with posture; red flags not asked yet."""
    vitals = RecordVitals(blood_pressure=BloodPressure(118, 74))
    referred.nurse(RecordHeadache(position_dependent=Answer.YES), vitals)
    return referred


def test_the_bedside_list_answered_with_no_is_clear(told: Story) -> None:
    told.nurse(screen())
    assert told.asks(PHYSICIAN, DecidePatch) == []


@pytest.mark.parametrize("flag", RED_FLAGS_ASKED)
@pytest.mark.parametrize("left", [Answer.NOT_ASKED, None])
def test_not_asked_is_never_no(told: Story, flag: RedFlag, left: Answer | None) -> None:
    answers = {code: no_red_flags().get(code) for code in no_red_flags() if code != flag}
    told.nurse(ScreenRedFlags(flags=Answers(answers | ({flag: left} if left else {}))))
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.not_asked"]
    assert told.finding(PHYSICIAN, DecidePatch, "red_flag.not_asked").says == (
        f"Red flags not asked: {flag.label}."
    )


def test_a_screen_without_answers_asked_nothing(told: Story) -> None:
    told.nurse(ScreenRedFlags())
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.not_asked"]


def test_several_screens_complete_each_other(told: Story) -> None:
    for flag in RED_FLAGS_ASKED:
        told.nurse(ScreenRedFlags(flags=Answers({flag: Answer.NO})))
    assert told.asks(PHYSICIAN, DecidePatch) == []


@pytest.mark.parametrize("flag", sorted(STOPS))
def test_a_stop(told: Story, flag: str) -> None:
    told.nurse(screen(**{flag: Answer.YES}))
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.stop"]
    finding = told.finding(PHYSICIAN, DecidePatch, "red_flag.stop")
    assert finding.says == f"Red flag: {RedFlag(flag).label}."


@pytest.mark.parametrize("flag", sorted(HOLDS))
def test_a_hold(told: Story, flag: str) -> None:
    told.nurse(screen(**{flag: Answer.YES}))
    assert told.refuses(PHYSICIAN, DecidePatch())[0] == "red_flag.hold"
    assert [c for c in told.asks(PHYSICIAN, DecidePatch) if c.startswith("red_flag.")] == [
        "red_flag.hold"
    ]


@pytest.mark.parametrize("flag", sorted(LOWERS_THE_THRESHOLD))
def test_what_only_lowers_the_threshold_for_imaging(told: Story, flag: str) -> None:
    told.nurse(screen(**{flag: Answer.YES}))
    assert "red_flag.background" in told.physician(DECIDE)


def test_all_of_one_level_make_one_finding(told: Story) -> None:
    told.nurse(screen(seizure=Answer.YES, meningism=Answer.YES, fever=Answer.YES))
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.stop", "red_flag.hold"]
    finding = told.finding(PHYSICIAN, DecidePatch, "red_flag.stop")
    assert finding.seen["flags"] == f"{RedFlag.SEIZURE.label}, {RedFlag.MENINGISM.label}"


def test_the_newest_answer_counts(told: Story) -> None:
    told.nurse(screen(fever=Answer.YES))
    told.wait(hours=2).nurse(screen(fever=Answer.NO))
    assert told.asks(PHYSICIAN, DecidePatch) == []


def test_not_asking_again_is_no_new_answer(told: Story) -> None:
    told.nurse(screen(fever=Answer.YES))
    told.wait(hours=2).nurse(ScreenRedFlags(flags=Answers({RedFlag.FEVER: Answer.NOT_ASKED})))
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.hold"]


def override(told: Story, code: str) -> OverrideHold:
    return OverrideHold(
        finding=Code(code),
        act=Code(DecidePatch.name),
        patch_number=Count(1),
        saw=PlainForm(dict(told.finding(PHYSICIAN, DecidePatch, code).seen)),
        reason=FreeText("Known migraine."),
    )


def lift(told: Story) -> LiftStop:
    return lift_of(told.finding(PHYSICIAN, DecidePatch, "red_flag.stop"))


def test_a_physician_overrides_a_hold(told: Story) -> None:
    told.nurse(screen(fever=Answer.YES))
    told.physician(override(told, "red_flag.hold"))
    assert told.physician(DECIDE) == ["red_flag.hold", "workup.infection"]


def test_nobody_overrides_a_stop(told: Story) -> None:
    told.nurse(screen(seizure=Answer.YES))
    assert told.refuses(PHYSICIAN, override(told, "red_flag.stop")) == ["review.not_a_hold"]


def test_a_recorded_examination_lifts_a_stop(told: Story) -> None:
    told.nurse(screen(seizure=Answer.YES))
    told.physician(lift(told))
    assert told.physician(DECIDE) == ["workup.seizure_after_birth"]


def test_a_further_flag_is_not_lifted_with_the_first(told: Story) -> None:
    told.nurse(screen(seizure=Answer.YES))
    told.physician(lift(told))
    told.nurse(screen(seizure=Answer.YES, meningism=Answer.YES))
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.stop"]


def test_the_same_yes_said_again_stays_lifted(told: Story) -> None:
    told.nurse(screen(papilloedema=Answer.YES))
    told.physician(lift(told))
    told.wait(hours=3).nurse(screen(papilloedema=Answer.YES))
    assert told.asks(PHYSICIAN, DecidePatch) == ["imaging.venography", "specialist.needed"]


def test_a_no_asked_again_lifts_no_stop(told: Story) -> None:
    """A seizure does not un-happen (H08): a nurse's no is no review."""
    told.nurse(screen(seizure=Answer.YES))
    told.wait(minutes=1).nurse(screen())
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.stop"]


def test_a_physician_may_say_that_it_is_none(told: Story) -> None:
    told.nurse(screen(meningism=Answer.YES))
    told.wait(minutes=1).physician(screen())
    assert "red_flag.stop" not in told.asks(PHYSICIAN, DecidePatch)


def test_that_there_is_no_fit_now_does_not_undo_the_fit(told: Story) -> None:
    """H08: a physician's review does, which says what was looked for."""
    told.nurse(screen(seizure=Answer.YES))
    told.wait(minutes=1).physician(screen())
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.stop"]
    told.physician(lift(told))
    assert "red_flag.stop" not in told.asks(PHYSICIAN, DecidePatch)


def test_a_sign_that_had_gone_and_comes_back_is_new(told: Story) -> None:
    told.nurse(screen(leg_weakness=Answer.YES))
    told.physician(lift(told))
    told.wait(hours=1).nurse(screen())
    told.wait(hours=1).nurse(screen(leg_weakness=Answer.YES))
    assert told.refuses(PHYSICIAN, DecidePatch()) == ["red_flag.stop"]


def test_what_was_lifted_before_a_patch_does_not_excuse_it_afterwards(told: Story) -> None:
    """Weak legs after the patch are not the weak legs that were examined before it (T14)."""
    told.nurse(screen(leg_weakness=Answer.YES))
    told.physician(lift(told))
    told.wait(hours=1).physician(RecordPatch())
    assert "red_flag.stop" not in told.asks(PHYSICIAN, DecidePatch)
    told.wait(hours=20).nurse(screen(leg_weakness=Answer.YES))
    assert "red_flag.stop" in told.refuses(PHYSICIAN, DecidePatch())


def test_background_says_to_image_sooner(told: Story) -> None:
    told.nurse(screen(avm=Answer.YES, older_age=Answer.YES))
    finding = told.finding(PHYSICIAN, DecidePatch, "red_flag.background")
    assert finding.says.endswith("a lower threshold to scan if anything is unusual.")


def test_time_alone_makes_no_answer_old_before_the_day(told: Story) -> None:
    told.nurse(screen())
    told.now += timedelta(days=3)
    assert told.asks(PHYSICIAN, DecidePatch) == []
    assert told.asks(NURSE, ScreenRedFlags) == []
