"""Correction without erasure: a field put right, events struck as entered in error, a note; what
was entered for the wrong patient; and what would not have been permitted by today's knowledge.

Nothing is ever changed or deleted. A correction is an event; the state of an episode is the fold
of the corrected list, and the old value stays visible beside the new one.
"""
