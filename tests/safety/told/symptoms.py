"""Symptoms, and what examination of one nerve or muscle shows."""

from dataclasses import replace

from tests.safety.told.levels import (
    BELONGS,
    BLOCK,
    BLOCKS,
    COMPLAINT,
    INFECTION,
    LOOK,
    SILENT,
    STOPS,
    SURGEON,
    UNJUDGED,
    Meaning,
    of,
)

NUMB_LEG = replace(BLOCKS, at={p: how for p, how in BLOCKS.at.items() if p != "close"})
"""design: new leg signs stop. evidence 9: roots ache and tingle in a third after a patch, so a
physician may go on with a reason, having looked; seen in the bay, it stops. Whether
it keeps an episode open at the end no source says."""

SYMPTOMS: dict[str, Meaning] = {
    # evidence 2.2, first row; design, stops. Speech that fails, also when it comes and goes, is
    # a deficit: "a deficit that passed does not un-happen".
    **of(STOPS, "seizure hemiparesis hemisensory_loss speech_disturbance word_finding_episodes"),
    **of(STOPS, "confusion drowsiness stupor"),
    # evidence 2.2, last row but one; A2, A3.
    **of(STOPS, "leg_weakness saddle_numbness bladder_change bowel_change"),
    "leg_numbness": NUMB_LEG,
    # evidence 2.2: visual change stands beside the deficits; G: vision belongs to this headache.
    # Lost or failing vision is not what a sixth nerve does: it blocks, which way is open.
    "visual_loss": BLOCKS,
    "visual_episodes": BELONGS.home_call(),
    **of(BELONGS.home_call(), "diplopia blurred_vision"),
    # G: a cranial nerve speaks for a patch, and is at most held; 7: she calls about it.
    **of(BELONGS.home_call(), "facial_weakness facial_numbness"),
    # evidence 1.4: hearing loss is a modifier of severity; 7: she calls about it.
    "hypoacusis": BELONGS.home_call(),
    # evidence 1.1: usual with this headache; 7: a stiff neck at home is a reason to call.
    "neck_stiffness": BELONGS.home_call(),
    # evidence 4.1, 9. Told and not measured counts the same until it is measured.
    "fever": INFECTION,
    # evidence 2.2 names rigors; shivering after birth and after a block is common: shown.
    "shivering": BELONGS,
    # evidence 9: radicular pain in up to a third; 7: new severe leg pain is a reason to call.
    "leg_pain": BELONGS,
    # design names collapse among what happens once; evidence 7: orthostatic drop at standing.
    "syncope": Meaning(at={"decide": LOOK, "stand": BLOCK}),
    "csf_leak_skin": SURGEON,
    # evidence 1.4: the list of what goes with this headache.
    **of(SILENT, "shoulder_stiffness nausea vomiting photophobia phonophobia tinnitus vertigo"),
    **of(SILENT, "dizziness scalp_paraesthesia interscapular_pain arm_pain"),
    # evidence 9: in a third after a patch; "severe" is the red flag of its own.
    **of(COMPLAINT, "back_pain buttock_pain"),
    # No source makes anything of them.
    **of(SILENT, "sweating cough"),
    # An infection, or nothing: not said by any source here.
    "earache": UNJUDGED,
    # A cold, or CSF from the nose: not said by any source here.
    "rhinorrhoea": UNJUDGED,
    # What it is stands in the note, which no rule reads.
    "other": UNJUDGED,
}

SIXTH = BELONGS.home_call()
NERVES: dict[str, Meaning] = {
    # G: a cranial nerve speaks for a patch, and is at most held. The optic nerve is vision, and the
    # third is also the first sign of a brain that is pushed down: no source here tells them apart.
    **of(SIXTH, "1 2 3 4 5 6 7 8 9 10 11 12"),
}

MUSCLES: dict[str, Meaning] = {
    # design: new leg signs.
    **of(STOPS, "quadriceps hip_flexors ankle_dorsiflexors"),
    # A weak hand is a focal deficit (evidence 2.2, first row).
    "hand": STOPS,
    # G: a cranial nerve.
    "face": SIXTH,
    "other": UNJUDGED,
}

TICKED: dict[str, Meaning] = {
    # Kernig is meningism (evidence 2.2, infection row; design, stops).
    "kernig": STOPS,
    "fever": INFECTION,
}
"""Questions of the form of symptoms that are answered with yes by themselves."""

NO_SYMPTOM: dict[str, Meaning] = dict.fromkeys(
    (word for word, meaning in SYMPTOMS.items() if meaning is not UNJUDGED),
    SILENT,
)
"""Each symptom asked, and answered with no: that is never a yes."""
