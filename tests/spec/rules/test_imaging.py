"""T3 T12 T14: which red flag is imaged for, how soon, and what counts as the image."""

from dataclasses import replace

import pytest
from entries import (
    cared,
    flag,
    history,
    investigated,
    obstetric,
    patch,
    raised,
    relief,
    sentence,
    symptom,
)
from journey import cleared, followed_up
from places import there
from story import PHYSICIAN, Story, moment

from bloodpatch.pathway.clinical import (
    Activity,
    AdverseKind,
    HistoryItem,
    ImagedRegion,
    Investigation,
    RedFlag,
    Relief,
    ResultWord,
    Symptom,
)
from bloodpatch.pathway.rules import imaging
from bloodpatch.pathway.stages.adverse_event.commands import OpenEvent
from bloodpatch.pathway.stages.assessment import choices as a
from bloodpatch.pathway.stages.clearance.commands import ClearActivity
from bloodpatch.pathway.stages.closure.commands import CloseEpisode
from bloodpatch.pathway.stages.followup.commands import RecordStatus
from bloodpatch.pathway.statements import Command
from bloodpatch.pathway.values import Answer
from bloodpatch.pathway.whereabouts import Whereabouts

F, R, Exam = RedFlag, ImagedRegion, Investigation

HEAD, VEINS, SPINE = "imaging.head", "imaging.venography", "imaging.spine"
AGAIN = "imaging.again"

OF_THE_HEAD = [
    "seizure",
    "focal_deficit",
    "speech_disturbance",
    "visual_change",
    "diplopia",
    "cranial_nerve_sign",
    "altered_consciousness",
    "non_positional",
    "pain_persists_lying",
    "posture_lost_or_reversed",
    "changed_headache",
    "new_headache",
    "progressive",
    "worsening_after_patch",
    "recurrence_after_gap",
    "thunderclap",
    "head_injury",
]
OF_THE_VEINS = ["papilloedema", "raised_icp", "severe_vomiting", "patches_failed"]
OF_THE_SPINE = ["leg_weakness", "saddle_numbness", "bladder_bowel_change", "severe_back_pain"]
BY_THEMSELVES_NOTHING = [
    "neck_stiffness",
    "immunosuppressed",
    "avm",
    "coagulopathy",
    "older_age",
    "old_focal_sign",
    "leg_pain",
    "persists_after_patch",
    "no_confirmed_puncture",
]


@pytest.mark.parametrize(
    ("code", "called"),
    [
        *((code, [HEAD]) for code in OF_THE_HEAD),
        *((code, [VEINS]) for code in OF_THE_VEINS),
        *((code, [SPINE]) for code in OF_THE_SPINE),
        *((code, []) for code in BY_THEMSELVES_NOTHING),
    ],
)
def test_each_flag_calls_for_its_image(story: Story, code: str, called: list[str]) -> None:
    codes = story.physician(flag(F(code)))
    assert [c for c in codes if c in (HEAD, VEINS, SPINE)] == called


@pytest.mark.parametrize("code", [*OF_THE_HEAD, *OF_THE_VEINS])
def test_the_head_is_imaged_also_where_its_veins_are(story: Story, code: str) -> None:
    """The veins are said alone; where a clot answers them, the head is still to be looked at."""
    story.physician(flag(F(code)))
    assert raised(story, imaging.head_is_imaged) == [HEAD]


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NOT_ASKED])
def test_what_is_denied_or_not_asked_calls_for_nothing(story: Story, answer: Answer) -> None:
    assert story.physician(flag(F.SEIZURE, F.LEG_WEAKNESS, F.PAPILLOEDEMA, answer=answer)) == []


def test_it_is_said_once_at_the_entry_that_brings_the_flag(story: Story) -> None:
    assert story.physician(symptom(Symptom.DIPLOPIA)) == [HEAD]
    assert story.physician(history(HistoryItem.ASTHMA)) == []
    assert story.physician(flag(F.DIPLOPIA)) == []
    assert story.physician(flag(F.NON_POSITIONAL)) == [HEAD]


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        ((F.DIPLOPIA,), "Double vision: image the head before a patch, and let a senior look."),
        ((F.SEIZURE,), "Seizure: image the head now, and let a senior look."),
        (
            (F.THUNDERCLAP, F.SEIZURE),
            "Seizure, Thunderclap: at its worst within a minute: image the head now, with its"
            " arteries (CT angiography), and let a senior look.",
        ),
    ],
)
def test_it_says_how_soon_and_of_which_vessels(
    story: Story, flags: tuple[RedFlag, ...], says: str
) -> None:
    story.physician(flag(*flags))
    assert sentence(story, imaging.head_is_imaged) == says


# what counts as an image of the head

IMAGES = {
    "a CT of the head": (investigated(Exam.CT, region=(R.BRAIN,)), True),
    "head and spine": (investigated(Exam.MRI, region=(R.HEAD_AND_SPINE,)), True),
    "no part told": (investigated(Exam.BRAIN_IMAGING), True),
    "with its veins": (investigated(Exam.MR_VENOGRAPHY), True),
    "with its arteries": (investigated(Exam.CT_ANGIOGRAPHY), True),
    "done, in so many words": (investigated(Exam.CT, done=a.Progress.DONE), True),
    "asked for": (investigated(Exam.CT, done=a.Progress.REQUESTED), False),
    "refused": (investigated(Exam.CT, done=a.Progress.REFUSED), False),
    "not back yet": (investigated(Exam.CT, result=ResultWord.PENDING), False),
    "of the spine": (investigated(Exam.MRI, region=(R.LUMBAR_SPINE,)), False),
    "of another part": (investigated(Exam.CT, region=(R.OTHER,)), False),
    "blood": (investigated(Exam.CRP), False),
}


@pytest.mark.parametrize(("image", "answers"), IMAGES.values(), ids=IMAGES)
def test_the_head_is_imaged_when_it_was_done(story: Story, image: Command, answers: bool) -> None:
    story.physician(flag(F.NON_POSITIONAL))
    story.wait(hours=1).physician(image)
    assert raised(story, imaging.head_is_imaged) == ([] if answers else [HEAD])


def test_an_image_from_before_the_flag_does_not_answer_it(story: Story) -> None:
    story.physician(investigated(Exam.CT, region=(R.BRAIN,)))
    assert story.wait(hours=1).physician(flag(F.SEIZURE)) == [HEAD]


def test_a_flag_that_is_told_again_asks_again(story: Story) -> None:
    story.physician(flag(F.SEIZURE), investigated(Exam.CT))
    assert story.wait(hours=1).physician(symptom(Symptom.SEIZURE)) == [HEAD]


def test_a_late_entry_is_judged_by_what_was_done_since(story: Story) -> None:
    """The seizure of this morning is written down after the scan that it led to."""
    seizure = flag(F.SEIZURE)
    story.at("2026-11-16 12:00").physician(investigated(Exam.CT))
    story.wait(hours=1)
    late = replace(seizure, occurred=moment("2026-11-16 09:00"))
    assert story.physician(late) == []


# what lowers the threshold


@pytest.mark.parametrize(
    ("effects", "called"),
    [
        ((), []),
        ((None,), []),
        ((Relief.COMPLETE,), []),
        ((Relief.PARTIAL,), [HEAD]),
        ((Relief.SLIGHT,), [HEAD]),
        ((Relief.NONE,), [HEAD]),
        ((Relief.WORSE,), [HEAD]),
        ((Relief.NONE, None), [HEAD]),
        ((Relief.PARTIAL, Relief.COMPLETE), []),
    ],
)
@pytest.mark.parametrize("code", [F.COAGULOPATHY, F.IMMUNOSUPPRESSED, F.AVM, F.OLDER_AGE])
def test_a_tendency_to_bleed_calls_for_it_once_care_has_failed(
    story: Story, code: RedFlag, effects: tuple[Relief | None, ...], called: list[str]
) -> None:
    story.physician(flag(code))
    for effect in effects:
        story.wait(hours=1).physician(cared(effect))
    assert raised(story, imaging.head_is_imaged) == called


@pytest.mark.parametrize(
    ("age", "effect", "called"),
    [
        (60, Relief.PARTIAL, []),
        (61, Relief.PARTIAL, [HEAD]),
        (61, Relief.COMPLETE, []),
        (61, None, []),
        (None, Relief.PARTIAL, []),
    ],
)
def test_who_is_old_is_known_by_the_date_of_birth(
    story: Story, age: int | None, effect: Relief | None, called: list[str]
) -> None:
    """Nobody has to tick it."""
    story.facts = replace(story.facts, age_years=age)
    story.physician(flag(F.OLDER_AGE, answer=Answer.NO))
    assert story.wait(hours=1).physician(cared(effect)) == called
    assert raised(story, imaging.head_is_imaged) == called


def test_an_image_from_after_the_care_that_failed_last_answers_it(story: Story) -> None:
    story.facts = replace(story.facts, age_years=72)
    for _ in range(2):
        story.wait(hours=1).physician(cared(Relief.NONE))
        assert raised(story, imaging.head_is_imaged) == [HEAD]
        story.wait(hours=1).physician(investigated(Exam.CT))
        assert raised(story, imaging.head_is_imaged) == []


def test_it_says_that_age_is_the_reason(story: Story) -> None:
    story.facts = replace(story.facts, age_years=72)
    story.physician(cared(Relief.NONE))
    assert sentence(story, imaging.head_is_imaged).startswith(f"{F.OLDER_AGE.label}: image")


# the veins


@pytest.mark.parametrize(
    ("before", "called"),
    [
        (obstetric(), VEINS),
        (obstetric(a.ObstetricState.PREGNANT), VEINS),
        (history(HistoryItem.THROMBOPHILIA), VEINS),
        (flag(F.THROMBOPHILIA_OR_PUERPERAL_VTE_RISK), VEINS),
        (obstetric(a.ObstetricState.NOT_PREGNANT), HEAD),
        (history(HistoryItem.THROMBOPHILIA, Activity.RESOLVED), HEAD),
    ],
)
def test_who_clots_easily_has_the_veins_imaged(story: Story, before: Command, called: str) -> None:
    story.physician(before)
    assert story.physician(flag(F.NON_POSITIONAL)) == [called]


@pytest.mark.parametrize("code", OF_THE_VEINS)
@pytest.mark.parametrize("before", [(), (obstetric(),)])
def test_raised_pressure_is_of_the_veins_in_anybody(
    story: Story, before: tuple[Command, ...], code: str
) -> None:
    story.physician(*before, flag(F(code)))
    assert raised(story, imaging.veins_are_imaged) == [VEINS]


FAILED = {
    "no relief": relief(Relief.NONE),
    "it persists": flag(F.PERSISTS_AFTER_PATCH),
    "it came back": flag(F.RECURRENCE_AFTER_GAP),
    "it is worse": flag(F.WORSENING_AFTER_PATCH),
}


@pytest.mark.parametrize("told", FAILED.values(), ids=FAILED)
def test_after_two_patches_that_did_not_help_it_is_the_veins(story: Story, told: Command) -> None:
    story.physician(patch(), told)
    assert raised(story, imaging.veins_are_imaged) == []
    story.wait(days=2).physician(patch())
    assert raised(story, imaging.veins_are_imaged) == []
    assert VEINS in story.wait(days=1).physician(told)


@pytest.mark.parametrize(
    ("image", "called"),
    [
        (investigated(Exam.CT, region=(R.BRAIN,)), [VEINS]),
        (investigated(Exam.CT_VENOGRAPHY), []),
        (investigated(Exam.MR_VENOGRAPHY, result=ResultWord.PENDING), [VEINS]),
        *(
            (investigated(Exam.MRI, signs=clot), [])
            for clot in (
                "sinus_thrombosis",
                "sagittal_sinus_thrombosis",
                "transverse_sinus_thrombosis",
                "cortical_vein_thrombosis",
            )
        ),
        (investigated(Exam.MRI, signs="transverse_sinus_thrombosis absent"), [VEINS]),
    ],
)
def test_the_veins_are_imaged_by_venography_or_where_a_clot_was_seen(
    story: Story, image: Command, called: list[str]
) -> None:
    story.physician(flag(F.PAPILLOEDEMA))
    story.wait(hours=1).physician(image)
    assert raised(story, imaging.veins_are_imaged) == called


# the spine


@pytest.mark.parametrize("code", [F.LEG_PAIN, F.MENINGISM, F.SITE_INFECTION])
def test_after_a_patch_more_flags_are_of_the_spine(story: Story, code: RedFlag) -> None:
    story.physician(flag(code))
    assert raised(story, imaging.spine_is_imaged) == []
    assert SPINE not in story.wait(hours=1).physician(patch())
    assert SPINE in story.wait(hours=1).physician(flag(code))


@pytest.mark.parametrize(
    ("image", "called"),
    [
        (investigated(Exam.MRI, region=(R.LUMBAR_SPINE,)), []),
        (investigated(Exam.MRI, region=(R.HEAD_AND_SPINE,)), []),
        (investigated(Exam.CT_MYELOGRAM), []),
        (investigated(Exam.MR_MYELOGRAM), []),
        (investigated(Exam.MR_MYELOGRAM, result=ResultWord.PENDING), [SPINE]),
        (investigated(Exam.MRI), [SPINE]),
        (investigated(Exam.MRI, region=(R.BRAIN,)), [SPINE]),
        (investigated(Exam.MRI, region=(R.OTHER,)), [SPINE]),
        (investigated(Exam.MRI, region=(R.SPINE,), done=a.Progress.REQUESTED), [SPINE]),
        (investigated(Exam.XRAY, region=(R.SPINE,)), [SPINE]),
    ],
)
def test_the_spine_is_imaged_by_mri_of_the_spine(
    story: Story, image: Command, called: list[str]
) -> None:
    story.physician(OpenEvent(kinds=(AdverseKind.CAUDA_EQUINA,)))
    story.wait(hours=1).physician(image)
    assert raised(story, imaging.spine_is_imaged) == called


# a collection is looked at again

SEEN = investigated(Exam.CT, region=(R.BRAIN,), signs="subdural_collection left")
LOOKED_AGAIN = {
    "after the patch": (investigated(Exam.MRI, region=(R.BRAIN,)), []),
    "asked for": (investigated(Exam.MRI, region=(R.BRAIN,), done=a.Progress.REQUESTED), [AGAIN]),
    "of the spine": (investigated(Exam.MRI, region=(R.LUMBAR_SPINE,)), [AGAIN]),
}


@pytest.mark.parametrize(("image", "called"), LOOKED_AGAIN.values(), ids=LOOKED_AGAIN)
def test_a_collection_is_imaged_again_after_the_patch(
    story: Story, image: Command, called: list[str]
) -> None:
    story.physician(SEEN)
    story.wait(days=1).physician(patch())
    story.wait(days=7).physician(image)
    codes = story.wait(hours=1).physician(RecordStatus())
    assert [code for code in codes if code == AGAIN] == called
    codes = story.physician(relief(Relief.COMPLETE))
    assert [code for code in codes if code == AGAIN] == called


def test_what_is_no_collection_is_not_imaged_again(story: Story) -> None:
    story.physician(flag(F.SEIZURE))
    assert raised(story, imaging.collection_was_imaged_again) == []


def test_also_where_no_patch_was_given_and_where_it_was_only_told(story: Story) -> None:
    story.physician(OpenEvent(kinds=(AdverseKind.INTRACRANIAL_SUBDURAL_HAEMATOMA,)))
    assert raised(story, imaging.collection_was_imaged_again) == [AGAIN]
    story.wait(days=3).physician(investigated(Exam.CT))
    assert raised(story, imaging.collection_was_imaged_again) == []


def test_an_image_before_the_patch_is_not_the_last_one(story: Story) -> None:
    story.physician(SEEN)
    story.wait(hours=5).physician(investigated(Exam.CT))
    assert raised(story, imaging.collection_was_imaged_again) == []
    story.wait(hours=5).physician(patch())
    assert raised(story, imaging.collection_was_imaged_again) == [AGAIN]


@pytest.mark.parametrize("permit", [ClearActivity, CloseEpisode])
def test_it_is_said_at_the_end_of_the_treatment(permit: type[Command]) -> None:
    story = there(Whereabouts.FOLLOWED_UP)
    followed_up(story)
    if permit is CloseEpisode:
        cleared(story)
    said = "closure.collection_open" if permit is CloseEpisode else AGAIN
    story.physician(SEEN)
    assert said in story.asks(PHYSICIAN, permit)
    story.wait(hours=1).physician(investigated(Exam.CT))
    assert said not in story.asks(PHYSICIAN, permit)
