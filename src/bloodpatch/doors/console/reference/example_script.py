"""A whole script, from referral to closure, as one would write it from a short report. Invented."""

REPORT = """\
> *A woman of 29 had a headache when upright, two days after an epidural for labour with a 17G
> Tuohy at L3-4, at which the dura was punctured and CSF was seen. Lying flat it went within
> minutes. Paracetamol and caffeine did little. Temperature 36.9, no neurological signs. On day 4
> she had 20 mL of her own blood at L3-4; it was stopped for pressure in the back. Within an hour
> the headache was gone. She was well when rung the next day and after two weeks.*"""

SCRIPT = """\
schema = "bloodpatch-case-script/1"
case = "example"
title = "After an epidural for labour, patched on day 4"
protocol = "multisociety"
times = "unknown"

[[member]]
age_years = 29

[[step]]
id = "referred"
at = "referral"
by = "physician"
do = "referral.receive"
said = { sex = "female" }

[[step]]
id = "puncture"
at = "referral"
by = "physician"
do = "referral.record_puncture"
[step.said]
technique = "epidural"
purpose = "labour_analgesia"
deliberate = "no"
dura = "punctured"
evidence = "csf_seen"
needle = "17G tuohy"
level = "L3-4"

[[step]]
id = "onset"
at = "referral"
by = "physician"
do = "referral.record_onset"
said = { timing = "2 days after puncture" }

[[step]]
id = "headache"
at = "assessment"
by = "physician"
do = "assessment.record_headache"
[step.said]
position_dependent = "yes"
relief_lying = "complete"
note = "Lying flat it went within minutes"

[[step]]
id = "care"
at = "assessment"
by = "physician"
do = "assessment.record_conservative"
said = { measures = ["paracetamol", "caffeine"], effect = "slight" }

[[step]]
id = "screen"
at = "red_flag_screen"
by = "physician"
do = "assessment.screen_red_flags"
[step.said]
temperature = "36.9"
flags = { focal_deficit = "no" }
note = "No neurological signs; the other flags are not told"

[[step]]
at = "decision"
by = "physician"
ask = "assessment.decide_patch"

[[step]]
id = "decision"
at = "decision"
by = "physician"
do = "assessment.record_decision"
[step.said]
decision = "patch"
certainty = "implied"

[[step]]
at = "checklist"
by = "physician"
ask = "preparation.time_out"

[[step]]
id = "needle"
at = "procedure"
by = "physician"
do = "procedure.record_needle"
said = { patch = 1, levels = ["L3-4"], timing = "4 days after puncture" }

[[step]]
id = "patch"
at = "procedure"
by = "physician"
do = "procedure.record_injection"
[step.said]
patch = 1
material = "autologous_blood"
volume_ml_injected = "20 mL"
stop_reason = "back_pressure"
timing = "4 days after puncture"

[[step]]
id = "relief"
at = "follow_up"
by = "physician"
do = "followup.record_relief"
said = { patch = 1, relief = "complete", timing = "within 1 hour after patch 1" }

[[step]]
id = "rung"
at = "follow_up"
by = "physician"
do = "followup.record_contact"
said = { answered = "yes", contact = "call", headache = "none", timing = "1 day after patch 1" }

[[step]]
id = "rung_again"
at = "follow_up"
by = "physician"
do = "followup.record_contact"
said = { answered = "yes", contact = "call", headache = "none", timing = "2 weeks after patch 1" }

[[step]]
id = "outcome"
at = "closure"
by = "physician"
do = "closure.record_outcome"
said = { status = "resolved", last_follow_up = "2 weeks after patch 1" }

[[step]]
at = "closure"
by = "physician"
ask = "closure.close"
"""
