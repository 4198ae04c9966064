"""What is proven, by which tests, and which tests show that a missing control would be seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SEED = 20261122

CRASH = "tests/contract/crash/test_crash.py"
POWER = "tests/contract/crash/test_power_in_the_treatment.py"
CHAIN = "tests/contract/test_chain.py"
BOUNDS = "tests/spec/protocol/test_no_file_breaks_a_bound.py"
TIMES = "tests/spec/values/test_when_bounds.py"
TWINS = "tests/clinic/test_duplicates.py"
FORGER = "tests/contract/test_forger.py"
CELLS = "tests/spec/tables/test_every_cell.py"
EXPLORE = "tests/property/test_explore.py"
EXPLORE_TEETH = "tests/property/test_explore_teeth.py"
REMOVAL = "tests/safety/test_removal.py"
TABLES = "tests/safety/test_against_the_tables.py"
GATES = "tests/safety/test_gates_against_the_tables.py"


@dataclass(frozen=True, kw_only=True)
class Demand:
    """`wanted`: at least so many of what the tests tell. `off`: what the teeth take away."""

    name: str
    title: str
    holds: str
    proof: tuple[str, ...]
    teeth: tuple[str, ...]
    off: str
    wanted: Mapping[str, int] = field(default_factory=dict)


DEMANDS = (
    Demand(
        name="histories",
        title="Nobody is lost",
        holds="In random histories no open episode is ever without something owed, with an owner "
        "and a time; and what a permit refuses is never accepted.",
        proof=("tests/property/test_histories.py::test_in_a_hundred_thousand_commands",),
        wanted={"commands": 100_000},
        teeth=(
            "tests/spec/tables/test_what_is_owed.py::test_without_this_cause_somebody_is_lost",
            "tests/spec/tables/test_what_is_owed.py"
            "::test_each_cause_stands_here_with_a_patient_who_needs_it",
        ),
        off="each cause of something owed is taken away, one at a time: somebody is lost",
    ),
    Demand(
        name="explore",
        title="Every state of a small clinic",
        holds="In every state that the treatment and one unusual thing can lead to (for the plain "
        "patient any, for those with a difficulty one of a list), whatever is done next "
        "keeps the rules of the treatment, somebody owes something, and a signed closing can be "
        "reached.",
        proof=(
            f"{EXPLORE}::test_every_state_of_the_large_domain_is_safe",
            f"{EXPLORE_TEETH}::test_a_sound_core_is_safe_where_the_teeth_are_tried",
            f"{EXPLORE}::test_the_order_of_answers_of_one_group_makes_no_other_state",
        ),
        wanted={"states": 1_000_000},
        teeth=(
            f"{EXPLORE_TEETH}::test_teeth_what_is_broken_is_found",
            f"{EXPLORE_TEETH}::test_teeth_a_dead_end_is_found",
        ),
        off="each rule that is watched is taken out of the core, one at a time: the exploration "
        "finds it, with the shortest way to it",
    ),
    Demand(
        name="cells",
        title="Every place, command and role",
        holds="Each cell of the table has a defined outcome, none crashes, and none accepts what "
        "its own button refuses.",
        proof=(CELLS,),
        wanted={"cells": 10_000},
        teeth=("tests/spec/tables/test_teeth_of_the_table.py",),
        off="everybody may do everything, no rule stands against a permit, a rule that crashes",
    ),
    Demand(
        name="kill",
        title="The writer is killed",
        holds="A command that was acknowledged is in the ledger, once, after kill -9 of the writer "
        "at any moment; of what was under way, all or nothing.",
        proof=(f"{CRASH}::test_p01_nothing_acknowledged_is_lost_when_the_writer_is_killed",),
        wanted={"kills on sqlite": 1000, "kills on postgresql": 1000},
        teeth=(f"{CRASH}::test_p01_teeth_of_the_kill_acknowledging_early_loses",),
        off="the answer is given before the commit: an acknowledged command is lost",
    ),
    Demand(
        name="power",
        title="The power fails",
        holds="Commands of a whole treatment, as `handle` gives them to SQLite; whatever the disk "
        "forgets or tears when the power is cut, nothing acknowledged is lost or damaged.",
        proof=(f"{POWER}::test_p01_nothing_of_a_treatment_is_lost_when_the_power_fails",),
        wanted={"cuts": 20_000},
        teeth=(f"{POWER}::test_p01_teeth_syncing_less_loses_some_of_a_treatment",),
        off="synchronous=NORMAL, then OFF: acknowledged commands are lost",
    ),
    Demand(
        name="bits",
        title="A bit turns over",
        holds="Every single bit of every stored row of a small ledger; and bits of the database "
        "file at random: each is found, or nothing that the ledger says has changed.",
        proof=(
            f"{CHAIN}::test_p06_every_single_bit_of_a_small_ledger_is_guarded",
            f"{CRASH}::test_p06_no_bit_of_the_file_turns_over_unnoticed",
        ),
        wanted={"bits of rows": 11_000, "bits of the file": 20_000},
        teeth=(f"{FORGER}::test_p06_teeth_without_the_hash_a_bit_turns_over_unnoticed",),
        off="`verify` does not compute the hashes: bits turn over unnoticed",
    ),
    Demand(
        name="forgery",
        title="Somebody forges the record",
        holds="A changed, missing, reordered or added event, a cut tail, and a history that was "
        "sealed anew by somebody who has the whole data folder but not the anchors: found, and "
        "the first bad event is named.",
        proof=(CHAIN, f"{FORGER}::test_p06_who_has_the_data_folder_is_found_by_the_anchors"),
        wanted={"forgeries of the data folder": 30},
        teeth=(f"{FORGER}::test_p06_teeth_without_anchors_kept_elsewhere_nothing_is_seen",),
        off="no anchors, or only those in the folder that the forger has: nothing is seen",
    ),
    Demand(
        name="rebuild",
        title="Rebuilt equals live",
        holds="After random histories given through `handle`, the live read model is what a "
        "rebuild from nothing makes, row by row.",
        proof=("tests/property/test_rebuild.py::test_p07_rebuilt_is_live_after_random_histories",),
        wanted={"histories": 10_000},
        teeth=("tests/property/test_rebuild.py::test_p07_teeth_a_forgotten_row_is_a_difference",),
        off="the live read model is not put right with a command: the rebuild differs",
    ),
    Demand(
        name="protocol",
        title="No protocol file breaks a bound",
        holds="A clinic's own file, whatever is in it, is refused with a line for each fault, or "
        "accepted with every value inside its bounds.",
        proof=(f"{BOUNDS}::test_a_clinics_own_file_a_hundred_thousand_times",),
        wanted={"documents": 100_000},
        teeth=(f"{BOUNDS}::test_without_the_bounds_the_referee_goes_red",),
        off="a value is taken without looking at its bounds",
    ),
    Demand(
        name="forms",
        title="A form of one patient at the address of another",
        holds="The form of every open episode, posted to the address of every other one, is "
        "refused and records nothing (H01).",
        proof=("tests/doors/staff/acts/test_all_pairs.py::test_h01_no_form_reaches_another",),
        wanted={"pairs": 50 * 49},
        teeth=("tests/doors/staff/acts/test_all_pairs.py::test_h01_teeth_without_the_token",),
        off="the token is not looked at: the entry lands with the other patient",
    ),
    Demand(
        name="twins",
        title="The same person twice",
        holds="Seeded slips of names, dates and accents are found and asked about (H02); a link "
        "that is taken back leaves nothing behind (H03).",
        proof=(
            f"{TWINS}::test_a_seeded_slip_is_found_and_a_crowd_is_left_in_peace",
            f"{TWINS}::test_linking_and_unlinking_leaves_everything_as_it_was",
        ),
        wanted={"slips": 500, "links taken back": 1000},
        teeth=(f"{TWINS}::test_teeth_who_is_not_compared_is_missed",),
        off="nobody is compared with anybody: every slip is missed",
    ),
    Demand(
        name="times",
        title="Days and hours where clocks change",
        holds="Near every change of every zone's clock an instant lies in its own day and hour.",
        proof=(f"{TIMES}::test_each_instant_near_any_change_in_any_zone",),
        wanted={"changes of a clock": 10_000},
        teeth=(f"{TIMES}::test_teeth_a_day_of_24_hours_is_found_wrong",),
        off="a day is taken to have 24 hours",
    ),
    Demand(
        name="vectors",
        title="Every way to answer the red flags",
        holds="For each vector of answers the gate says what the independently written table says.",
        proof=(f"{TABLES}::test_h08_every_vector_of_answers_is_answered_as_the_table_says",),
        wanted={"vectors": 531_441},
        teeth=(f"{TABLES}::test_teeth_a_gate_that_asks_nothing_differs_from_the_table",),
        off="what nobody asked is taken for a no: the gate and the table differ",
    ),
    Demand(
        name="tables",
        title="Every gate, by an independent table",
        holds="For each combination of what the independently written tables ask of each gate, and "
        "each cell of the grid of drugs, the rules say what the table says; where they do not, "
        "it is agreed by name, with the reason and who decides.",
        proof=(
            f"{GATES}::test_every_vector_of_a_table",
            f"{GATES}::test_every_triple_across_the_tables_of_one_act",
            f"{GATES}::test_h06_every_cell_of_the_grid_of_drugs",
        ),
        wanted={"vectors of the tables": 450_000},
        teeth=(
            f"{GATES}::test_teeth_a_swapped_level_is_reported",
            f"{GATES}::test_teeth_an_altered_limit_is_reported",
            f"{GATES}::test_teeth_an_hour_less_is_reported",
        ),
        off="a level is swapped, a limit altered, a drug waits an hour less: a gate differs",
    ),
    Demand(
        name="controls",
        title="Each control is missed",
        holds="Every control of the hazard log is taken out, one after another: one of its proofs "
        "turns red each time, and with the controls in all of them are green.",
        proof=(f"{REMOVAL}::test_every_control_of_the_log",),
        wanted={"controls taken out": 250, "of them missed by a proof": 250},
        teeth=(
            f"{REMOVAL}::test_teeth_a_control_that_no_proof_misses_is_noticed",
            f"{REMOVAL}::test_teeth_a_proof_that_cannot_run_is_no_proof",
        ),
        off="a control is taken out and only the proof of another is run, or one that cannot run",
    ),
)
