"""Adverse events, adverse effects asked by name, and what happens while the needle is in."""

from dataclasses import replace

from tests.safety.told.levels import (
    AT_ONCE,
    BAD_BACK,
    BELONGS,
    BLOCK,
    BLOCKS,
    COLLECTION,
    COMPLAINT,
    HOLDS,
    INFECTION,
    LOOK,
    NOTHING,
    SILENT,
    STOP,
    STOPS,
    UNJUDGED,
    Meaning,
    of,
)

URGENT = Meaning(at={}, house=AT_ONCE, home=AT_ONCE)

ADVERSE: dict[str, Meaning] = {
    # evidence 2.2, 9 (CTCAE 4, emergency MRI); A2, A3.
    **of(STOPS, "leg_weakness paraparesis cauda_equina meningitis spinal_abscess spinal_empyema"),
    **of(STOPS, "spinal_subdural_haematoma spinal_subarachnoid_haematoma"),
    **of(STOPS, "spinal_epidural_haematoma subarachnoid_haemorrhage stroke seizure stupor"),
    **of(STOPS, "raised_icp rebound_high_pressure pres rcvs"),
    # evidence 4.1: infection at the site is absolute.
    "local_infection": STOPS,
    # Of which vein is not told: of the head until it is (evidence 2.1, 2.2).
    "venous_thrombosis": BLOCKS,
    "high_block": replace(URGENT, at={"stand": STOP, "discharge": STOP}),
    # evidence 9: bleeding in the head alerts at every hour; held like the collection it is.
    "intracranial_subdural_haematoma": COLLECTION.called_for(),
    # evidence 2.2, spine row: back pain that grows is blood or pus until shown otherwise.
    "progressive_back_pain": BAD_BACK,
    "arachnoiditis": HOLDS,
    "fever": INFECTION,
    "pneumocephalus": BELONGS,
    # evidence 2.2, row 4; trial B; see the red flag.
    "worse_headache": BELONGS,
    # G.
    **of(BELONGS.home_call(), "cranial_nerve_palsy facial_palsy hearing_loss"),
    # evidence 9: in up to a third; graded, not stopped.
    "radicular_pain": BELONGS,
    # Breath and circulation, now; what it says about the next needle is the table of allergies'.
    "allergic": replace(URGENT, at={"stand": BLOCK, "discharge": BLOCK}),
    # evidence 9: an outcome, and why another patch is thought of.
    **of(COMPLAINT, "no_relief recurrence"),
    # evidence 9: common, mild, graded; the event itself is reviewed, the word says no more.
    **of(SILENT, "back_pain neck_pain local_reaction chronic_headache psychological"),
    **of(SILENT, "bradycardia vasovagal"),
    # evidence 9: an event of technique; which space is next is for who holds the needle.
    "second_puncture": SILENT,
    # Ends the treatment by the command of its own; nothing here is permitted of the dead.
    "death": UNJUDGED,
    "other": UNJUDGED,
}

EFFECTS: dict[str, Meaning] = {
    # A2: "yes" at home brings a physician within 15 minutes. design: new leg or bladder signs.
    "nerve_damage": STOPS,
    # A2, "a red site": fever is deferred, infection at the site absolute; one word for both.
    "infection": BLOCKS.but(stand=NOTHING),
    # A bruise that grows at the back: haematoma (evidence 9); shown, and a physician called.
    "bleeding": BELONGS.home_call(),
    # evidence 7: new severe back or leg pain; the word does not say how severe.
    "more_pain": BELONGS.but(decide=NOTHING),
    # The headache is there: all-clear and end wait for that, and not for this word.
    "no_relief": COMPLAINT,
}

DURING: dict[str, Meaning] = {
    # A20: stop, and a physician's examination before anything else. design: collapse.
    **of(STOPS, "seizure collapse sudden_headache"),
    # A20 speaks of a sudden severe one, and that has a word of its own now. Of one that is
    # neither, the injection's rule says to stop, and the draft that somebody looks.
    "headache": UNJUDGED,
    "high_block": ADVERSE["high_block"],
    # evidence 6; trial B: pausing and going on when it settles is usual.
    **of(Meaning(at={"stand": NOTHING}), "back_pain leg_pain paraesthesia"),
    # evidence 9: transient; it is watched, and looked at as what went wrong.
    **of(UNJUDGED, "bradycardia vasovagal"),
    # evidence 4.3: the next dose of heparin waits; standing does not.
    "bloody_tap": Meaning(at={"stand": NOTHING}),
    "second_puncture": Meaning(at={"stand": NOTHING}),
    "other": UNJUDGED,
}

STOPPED_BECAUSE: dict[str, Meaning] = {
    # evidence 6: neuro change; design: new signs.
    "neuro_change": STOPS,
    "syncope": Meaning(at={"stand": BLOCK}),
    # The draft is looked at; standing up is how it is tested.
    "headache": Meaning(at={"discharge": LOOK}),
    # evidence 6: very common, and what ends an injection rightly.
    **of(SILENT, "volume_reached back_pressure patient_request resistance"),
    **of(Meaning(at={"stand": NOTHING}), "back_pain leg_pain leg_paraesthesia"),
    **of(Meaning(at={"stand": NOTHING}), "csf bloody no_resistance"),
    **of(UNJUDGED, "bradycardia other not_told"),
}
