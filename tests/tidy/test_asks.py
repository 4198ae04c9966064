"""Where a permit waits because something is missing, the finding names the act that supplies it."""

from bloodpatch.pathway.findings import KINDS, Cause, Level
from bloodpatch.pathway.roles import MAY_GIVE
from bloodpatch.pathway.treatment import ACTS

NO_ACT = {
    "adverse_event.which_event": "the form itself asks which one",
    "person.maybe_the_same": "answered on the patient's page, outside the episode",
    "preparation.allergies_not_read": "said at the time-out itself",
    "preparation.not_enough_operators": "said at the time-out itself",
    "antithrombotics.no_table_chosen": "the clinic chooses its table in its protocol",
    "antithrombotics.row_not_confirmed": "a physician confirms the row on the drug table page",
    "special_patient.age_not_known": "the date of birth is entered on the patient's page",
    "procedure.circuit_not_told": "said with the draw itself",
    "closure.nobody_took_over": "said with the closing itself",
    "repeat.last_patch_untimed": "the time of an entry is corrected at that entry",
}
"""What is missing, and no one act supplies: with the reason."""


def test_what_is_missing_names_the_act_that_supplies_it() -> None:
    missing = {
        code
        for code, kind in KINDS.items()
        if kind.cause is Cause.MISSING and kind.level > Level.ADVISE
    }
    silent = {code for code in missing if not KINDS[code].asks}
    assert silent == set(NO_ACT), "say asks=..., or say here why no act would do"


def test_what_is_asked_for_is_an_act_that_somebody_may_give() -> None:
    named = {code: kind.asks for code, kind in KINDS.items() if kind.asks}
    assert len(named) > 40
    assert {code: act for code, act in named.items() if act not in ACTS} == {}
    assert {code: act for code, act in named.items() if not MAY_GIVE.get(act)} == {}
