"""Recovery (T7 T8 T9 T10): rest, then stand and walk.

The needle is out and the patient lies in a bay. She rests for the time that the protocol gives,
with observations; then she is asked to stand and walk. Nobody is stood up early without a
physician's reason; but if she gets up by herself, that is recorded, and the rest goes on for what
was left when she lies down. A failed test is followed by a shorter rest and a second try.

The end of the rest is computed from when it began. Nothing counts down, so nothing can stop.
"""
