"""Closure: an episode ends by a physician's signature on its outcome, and by nothing else.

It is closed when the patient was cleared, or when a physician signs that she left, declined, is
lost, is treated elsewhere or died. What comes back reopens it; what is recorded after the closing
goes to a physician. A death is recorded here, with its cause, from wherever the patient was.
"""
