"""Each command of correction with its event and its rungs."""

from bloodpatch.pathway.acts import record
from bloodpatch.pathway.amendment.commands import (
    AddNote,
    AdoptProtocol,
    Correct,
    ExpectEntries,
    FinishReentry,
    StrikeEntries,
)
from bloodpatch.pathway.amendment.events import (
    Corrected,
    EntriesExpected,
    Noted,
    ProtocolAdopted,
    ReentryFinished,
    Struck,
)
from bloodpatch.pathway.amendment.physicians_work import (
    left_out_unseen,
    taken_from_a_physician,
)
from bloodpatch.pathway.amendment.rules import (
    applies,
    by_who_may_say_it,
    clinic_runs_it,
    counts_in_two_records,
    elsewhere,
    entries_exist,
)

ACTS = (
    record(
        Correct,
        becomes=Corrected,
        fields=(taken_from_a_physician, counts_in_two_records),
        contradicts=(by_who_may_say_it, applies),
    ),
    record(
        StrikeEntries,
        becomes=Struck,
        fields=(taken_from_a_physician, counts_in_two_records),
        contradicts=(by_who_may_say_it, entries_exist, elsewhere),
    ),
    record(ExpectEntries, becomes=EntriesExpected, contradicts=(elsewhere,)),
    record(
        FinishReentry,
        becomes=ReentryFinished,
        fields=(left_out_unseen,),
        depends_on=("amendment.expected",),
    ),
    record(AddNote, becomes=Noted),
    record(AdoptProtocol, becomes=ProtocolAdopted, contradicts=(clinic_runs_it,)),
)
