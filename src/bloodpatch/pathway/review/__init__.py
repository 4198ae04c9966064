"""A physician's word on a finding: a hold overridden, a stop lifted, a record looked at.

An override is for one act on one patch, and for the values that it saw. It lapses when one of
those differs, when the act is done, or at the finding's own end; time alone lapses nothing else.
"""
