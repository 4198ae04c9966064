"""Clearance (T12): a physician says that normal activity may be resumed.

Never automatic, never anybody else. The protocol's thresholds for pain are proposals that make a
physician think; what stops is what is still open: a red flag, an adverse event, a contact that was
not made. Deferring is a physician's word too, and says when to look again.
"""
