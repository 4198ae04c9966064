"""When to call: fixed advice, the same for everybody, whatever the protocol says.

Each line names the red flags that it stands for; a test sees that none of those which staff ask
about at every screen is left out.
"""

from dataclasses import dataclass

from bloodpatch.pathway.clinical import RedFlag as Flag


@dataclass(frozen=True)
class Sign:
    says: str
    flags: tuple[Flag, ...] = ()


AT_ONCE = (
    Sign("You have a fit (a seizure).", (Flag.SEIZURE,)),
    Sign(
        "Your face, an arm or a leg is weak or numb, or you cannot speak well.",
        (Flag.FOCAL_DEFICIT, Flag.SPEECH_DISTURBANCE, Flag.LEG_WEAKNESS),
    ),
    Sign("You see double, or lose sight.", (Flag.VISUAL_CHANGE, Flag.DIPLOPIA)),
    Sign("You are mixed up, or very hard to wake.", (Flag.ALTERED_CONSCIOUSNESS,)),
    Sign("A very bad headache hits you all at once.", (Flag.THUNDERCLAP,)),
    Sign("You have a stiff neck and a fever.", (Flag.MENINGISM, Flag.NECK_STIFFNESS)),
    Sign("You are numb between your legs.", (Flag.SADDLE_NUMBNESS,)),
    Sign("You cannot pass water, or cannot hold it or your stool.", (Flag.BLADDER_BOWEL_CHANGE,)),
    Sign("You have very bad pain in your back.", (Flag.SEVERE_BACK_PAIN,)),
)

SAME_DAY = (
    Sign(
        "The headache comes back or gets worse.",
        (Flag.RECURRENCE_AFTER_GAP, Flag.WORSENING_AFTER_PATCH, Flag.PROGRESSIVE),
    ),
    Sign(
        "The headache changes: to lie down no longer helps, or makes it worse.",
        (Flag.POSTURE_LOST_OR_REVERSED, Flag.CHANGED_HEADACHE, Flag.PAIN_PERSISTS_LYING),
    ),
    Sign("You have a fever or the shakes.", (Flag.FEVER, Flag.REPORTED_FEVER, Flag.RIGORS)),
    Sign("Your back hurts more and more, or pain runs down a leg.", (Flag.LEG_PAIN,)),
    Sign("The spot on your back is red, hot or wet.", (Flag.SITE_INFECTION,)),
    Sign("You throw up again and again.", (Flag.SEVERE_VOMITING,)),
    Sign(
        "You are pregnant or have just had a baby, and your blood pressure is high.",
        (Flag.HIGH_BLOOD_PRESSURE,),
    ),
    Sign("You cannot care for yourself or your baby."),
)

EMERGENCY = "911"
"""Where our first clinic is; the page says for which country."""
