"""The numbers of the shipped protocols on which the tables stand: the value in force, not its rule.

A table names its protocol only where the protocols differ. A number that changes in a protocol
turns a test red here, and the rows that it names are then to be written again.
"""

NUMBERS: dict[str, dict[str, object]] = {
    "house": {
        "preparation.fever_hold_c": 38.0,
        "preparation.platelets_caution_below": 70,
        "preparation.platelets_avoid_below": 50,
        "preparation.inr_highest": 1.4,
        "preparation.min_identifiers": 2,
        "preparation.min_operators": 2,
        "preparation.anxious_from_apais": 11,
        "preparation.antithrombotic_policy": "not_chosen",
        "booking.image_from_kg": 130,
        "procedure.draw_ml_low": 15,
        "procedure.draw_ml_high": 25,
        "procedure.warn_ml_over": 30,
        "procedure.draw_to_inject_max_minutes": 5,
        "procedure.max_spaces_below": 1,
        "procedure.positions_allowed": ["prone", "lateral", "sitting"],
        "recovery.rest_minutes": 60,
        "recovery.rest_advise_under_minutes": 60,
        "recovery.lie_down_again_minutes": 30,
        "recovery.failed_tests_before_physician": 2,
        "recovery.observation_minutes": [0, 15, 30, 60],
        "recovery.walk_metres": 10,
        "discharge.min_aldrete": 9,
        "discharge.min_padss": 9,
        "discharge.reversal_observation_minutes": 120,
        "repeat.min_interval_hours": 24,
        "repeat.specialist_review_after_patches": 2,
        "clearance.min_stable_hours": 48,
        "clearance.max_upright_nrs": 3,
        "clearance.max_back_pain_nrs": 4,
    },
    "kaysville": {
        "procedure.draw_ml_low": 20,
        "procedure.draw_ml_high": 25,
        "procedure.positions_allowed": ["prone"],
        "recovery.rest_minutes": 30,
    },
    "multisociety": {
        "procedure.draw_ml_low": 15,
        "procedure.draw_ml_high": 20,
        "procedure.max_spaces_below": 1,
        "repeat.specialist_review_after_patches": 2,
    },
}
