"""A physician's word on a finding: a hold overridden, a stop lifted, a record looked at.

An override is for one fact on the way to one needle, and for the values that it saw: given at the
decision, the booking or the time-out it covers all three. It lapses when one of those values
differs, when the needle has been, or at the finding's own end; time alone lapses nothing else.
Any other act asks for an override of its own, which lapses when the act is done.
"""
