"""Repeat (T15): a second patch may be needed when the puncture did extensive damage.

It is a new decision after a new look, never a routine: the patient is assessed again, the flags
are asked again, some hours have passed, and after a number of patches a specialist has looked
first. The episode then goes round again from booking, its history kept.
"""
