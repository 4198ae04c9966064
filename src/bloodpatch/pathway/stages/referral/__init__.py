"""Referral (T2 T3): a headache after a needle in the spine becomes somebody's business.

The desk or a colleague tells us of a patient. Somebody reads the referral and sorts it. What is
known of the puncture and of the onset is recorded, as two clocks that are never mixed. A patient
may decline, or leave; that is recorded here too, from wherever in the treatment it happens.
"""
