"""What the protocol says about assessment (T3): is it that headache, how severe, what first."""

from dataclasses import dataclass

from bloodpatch.pathway.protocol.kinds import whole


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """Diagnosis window, severity bands, conservative care and how long a decision may wait."""

    max_onset_days: int = whole(
        "A headache that began later than this after the puncture is not taken for typical",
        unit="d",
        low=1,
        high=14,
    )
    reconsider_after_days: int = whole(
        "A headache that lasts longer than this has its diagnosis reconsidered",
        unit="d",
        low=7,
        high=28,
    )
    due_hours: int = whole(
        "A referred patient is assessed within, counted from the referral",
        unit="h",
        low=1,
        high=72,
    )
    decision_due_hours: int = whole(
        "A physician decides within, counted from the assessment", unit="h", low=1, high=24
    )
    moderate_max_nrs: int = whole(
        "Pain up to this score is not called severe; above it, it is",
        unit="NRS",
        low=2,
        high=8,
    )
    posture_test_minutes: int = whole(
        "For the change with posture: flat at least this long, upright at most this long",
        unit="min",
        low=5,
        high=30,
    )
    conservative_recheck_hours: int = whole(
        "Treated without a patch: a physician looks again within", unit="h", low=4, high=72
    )
    caffeine_max_mg_per_24h: int = whole(
        "Advice: caffeine from all sources in a day and a night at most", unit="mg", low=0, high=900
    )
    caffeine_breastfeeding_max_mg_per_24h: int = whole(
        "While pregnant or breastfeeding: caffeine from all sources in a day and a night at most",
        unit="mg",
        low=0,
        high=300,
    )
    advise_patch_earlier_than_hours: int = whole(
        "A patch earlier than this after the puncture is advised on, never blocked",
        unit="h",
        low=0,
        high=96,
    )
    other_pathway_outcome_due_hours: int = whole(
        "Sent urgently or to another pathway: the outcome is known here within",
        unit="h",
        low=1,
        high=72,
    )
    high_systolic_mmhg: int = whole(
        "Pregnant or after birth: a systolic pressure from here on is high",
        unit="mmHg",
        low=120,
        high=160,
    )
    high_diastolic_mmhg: int = whole(
        "Pregnant or after birth: a diastolic pressure from here on is high",
        unit="mmHg",
        low=70,
        high=110,
    )
    severe_systolic_mmhg: int = whole(
        "Pregnant or after birth: a systolic pressure from here on is severe",
        unit="mmHg",
        low=140,
        high=180,
    )
    severe_diastolic_mmhg: int = whole(
        "Pregnant or after birth: a diastolic pressure from here on is severe",
        unit="mmHg",
        low=90,
        high=120,
    )
    severe_pressure_minutes: int = whole(
        "Pregnant or after birth: a severe pressure is treated within",
        unit="min",
        low=15,
        high=60,
    )
    urgent_minutes_in_house: int = whole(
        "A stop sign in the house: a physician is with the patient within",
        unit="min",
        low=1,
        high=15,
    )
    image_sooner_over_years: int = whole(
        "Older than this, the head is imaged sooner", unit="years", low=50, high=80
    )
    pre_eclampsia_from_weeks: int = whole(
        "Pregnant for so many weeks or more: high blood pressure is looked into as pre-eclampsia",
        unit="weeks",
        low=12,
        high=24,
    )
    at_once_minutes: int = whole(
        "A headache that began within so many minutes of the puncture began at once",
        unit="min",
        low=5,
        high=120,
    )
