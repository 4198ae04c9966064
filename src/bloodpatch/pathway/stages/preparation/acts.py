"""Each command of preparation with the event that follows and the rungs that it climbs."""

from bloodpatch.pathway.acts import Act, permit, record
from bloodpatch.pathway.rules.anatomy import planned_volume_suits_the_place
from bloodpatch.pathway.rules.sedation import doses_are_usual
from bloodpatch.pathway.stages.preparation import readiness
from bloodpatch.pathway.stages.preparation.commands import (
    RecordAccess,
    RecordAllergies,
    RecordAntithrombotic,
    RecordAnxiety,
    RecordArrival,
    RecordBleedingHistory,
    RecordConsent,
    RecordEscort,
    RecordFasting,
    RecordLabs,
    RecordNeurology,
    RecordPregnancyQuestion,
    RecordSedationPlan,
    RecordVitals,
    ScreenAgain,
    TakeTimeOut,
    WithdrawConsent,
)
from bloodpatch.pathway.stages.preparation.events import (
    AccessRecorded,
    AllergiesRecorded,
    AntithromboticRecorded,
    AnxietyRecorded,
    Arrived,
    BleedingHistoryRecorded,
    Consented,
    ConsentWithdrawn,
    EscortRecorded,
    FastingRecorded,
    LabsRecorded,
    NeurologyRecorded,
    PregnancyAsked,
    ScreenedAgain,
    SedationPlanned,
    TimeOutTaken,
    VitalsRecorded,
)
from bloodpatch.pathway.stages.preparation.rules import BEFORE_TIME_OUT, identified_again

ACTS: tuple[Act, ...] = (
    record(RecordArrival, becomes=Arrived),
    record(ScreenAgain, becomes=ScreenedAgain),
    record(RecordVitals, becomes=VitalsRecorded),
    record(RecordNeurology, becomes=NeurologyRecorded),
    record(RecordBleedingHistory, becomes=BleedingHistoryRecorded),
    record(RecordAntithrombotic, becomes=AntithromboticRecorded),
    record(RecordLabs, becomes=LabsRecorded),
    record(RecordPregnancyQuestion, becomes=PregnancyAsked),
    record(RecordAllergies, becomes=AllergiesRecorded),
    record(RecordAccess, becomes=AccessRecorded),
    record(RecordAnxiety, becomes=AnxietyRecorded),
    record(RecordSedationPlan, becomes=SedationPlanned, fields=(doses_are_usual,)),
    record(RecordFasting, becomes=FastingRecorded),
    record(RecordEscort, becomes=EscortRecorded),
    record(RecordConsent, becomes=Consented),
    record(WithdrawConsent, becomes=ConsentWithdrawn),
    permit(
        TakeTimeOut,
        becomes=TimeOutTaken,
        state=BEFORE_TIME_OUT,
        fields=(identified_again, *readiness.ALOUD, planned_volume_suits_the_place),
        depends_on=("preparation.", "booking.", "assessment.red_flags_screened"),
    ),
)
