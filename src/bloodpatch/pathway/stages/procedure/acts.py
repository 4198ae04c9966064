"""Every command of the procedure room with what is judged about it.

None of them is a permit: the time-out is, and it is given in the preparation.
"""

from bloodpatch.pathway.acts import Act, record
from bloodpatch.pathway.protocol.sections.procedure import Step
from bloodpatch.pathway.rules.anatomy import (
    level_is_usual,
    needle_is_seen_where_the_back_is_difficult,
    needle_was_told_of,
)
from bloodpatch.pathway.rules.red_flag import nothing_was_told_since_the_time_out
from bloodpatch.pathway.stages.procedure import (
    amounts,
    contradictions,
    once,
    pausing,
    rules,
    sedation,
)
from bloodpatch.pathway.stages.procedure import commands as c
from bloodpatch.pathway.stages.procedure.allergens import nothing_is_an_allergen
from bloodpatch.pathway.stages.procedure.circuit import stays_closed
from bloodpatch.pathway.stages.procedure.events import (
    Abandoned,
    Cleaned,
    Discarded,
    Drawn,
    HappenedDuring,
    Injected,
    LocalGiven,
    Marked,
    NeedleOut,
    NeedlePlaced,
    PatchReported,
    Positioned,
    Sedated,
    Started,
)

ACTS: tuple[Act, ...] = (
    record(
        c.StartProcedure,
        becomes=Started,
        judged_by=(nothing_was_told_since_the_time_out, rules.timed_out, once.started_once),
    ),
    record(
        c.RecordPosition,
        becomes=Positioned,
        judged_by=(rules.in_order(Step.POSITION),),
        fields=(rules.in_a_usual_position, nothing_is_an_allergen),
    ),
    record(
        c.RecordCleaned,
        becomes=Cleaned,
        judged_by=(rules.in_order(Step.CLEAN),),
        fields=(nothing_is_an_allergen,),
    ),
    record(
        c.RecordMarked,
        becomes=Marked,
        judged_by=(rules.in_order(Step.MARK),),
        fields=(nothing_is_an_allergen,),
    ),
    record(
        c.RecordLocal,
        becomes=LocalGiven,
        judged_by=(rules.in_order(Step.LOCAL_ANAESTHETIC),),
        fields=(nothing_is_an_allergen,),
    ),
    record(
        c.RecordSedationGiven,
        becomes=Sedated,
        judged_by=(rules.sedation_was_decided,),
        fields=(
            sedation.given_doses_are_usual,
            sedation.patient_could_not_tell,
            nothing_is_an_allergen,
        ),
    ),
    record(
        c.RecordDraw,
        becomes=Drawn,
        judged_by=(rules.no_other_blood_in_the_room, rules.in_order(Step.DRAW)),
        fields=(rules.drawn_from_this_patient, amounts.drawn_inside_the_protocol, stays_closed),
        depends_on=("procedure.drawn", "procedure.discarded"),
    ),
    record(
        c.RecordNeedle,
        becomes=NeedlePlaced,
        judged_by=(
            nothing_was_told_since_the_time_out,
            rules.in_order(Step.NEEDLE_IN_SPACE),
        ),
        fields=(
            rules.needle_came_clear,
            rules.felt_with_saline,
            nothing_is_an_allergen,
            level_is_usual,
            needle_is_seen_where_the_back_is_difficult,
        ),
    ),
    record(
        c.RecordInjection,
        becomes=Injected,
        judged_by=(
            rules.timed_out_if_nobody_recorded_a_start,
            rules.no_other_blood_in_the_room,
            rules.needle_was_clear,
            rules.in_order(Step.INJECT),
        ),
        fields=(
            contradictions.not_more_than_drawn,
            rules.own_blood,
            rules.drawn_before,
            rules.stayed_in_the_sterile_field,
            amounts.injected_at_once,
            amounts.volume_as_planned,
            pausing.nothing_alarming_felt,
            sedation.patient_could_tell,
            sedation.sedatives_with_the_blood_are_usual,
            needle_was_told_of,
            nothing_is_an_allergen,
        ),
        contradicts=(contradictions.ended_after_it_began, contradictions.not_before_the_draw),
        depends_on=("procedure.drawn", "procedure.discarded", "procedure.injected"),
    ),
    record(
        c.RecordNeedleOut,
        becomes=NeedleOut,
        judged_by=(once.out_once,),
        fields=(nothing_is_an_allergen,),
    ),
    record(c.RecordDiscard, becomes=Discarded),
    record(c.RecordEventDuring, becomes=HappenedDuring, fields=(rules.nothing_grave_happened,)),
    record(
        c.Abandon,
        becomes=Abandoned,
        judged_by=(once.given_up_once,),
        fields=(rules.alternatives_are_offered,),
    ),
    record(
        c.RecordPatch,
        becomes=PatchReported,
        fields=(
            rules.own_blood,
            rules.timed_out_where_it_was_given_here,
            level_is_usual,
            needle_is_seen_where_the_back_is_difficult,
            amounts.reported_volume_suits_the_place,
            stays_closed,
            nothing_is_an_allergen,
            once.not_told_in_detail,
        ),
        contradicts=(contradictions.reported_volumes_agree,),
    ),
)
