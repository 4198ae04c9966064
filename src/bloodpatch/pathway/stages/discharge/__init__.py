"""Discharge (T11): the patient goes home with a plan, and somebody knows when and with whom.

Before the permit: stood and walked, legs and bladder as before the patch, awake again after
sedation and with an escort, drugs planned, instructions given in the patient's language and said
back. The departure itself is a record; so is leaving against advice, for which nobody asks.
"""
