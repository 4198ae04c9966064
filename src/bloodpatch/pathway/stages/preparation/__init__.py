"""Preparation (T5 T6): everything that must hold before a needle is taken up.

The patient arrives and says who she is. Red flags are asked again, temperature and vital signs
taken, legs and bladder examined as the baseline that recovery will be compared with. Bleeding,
drugs against clotting, allergies are asked. The physician decides on sedation, the patient
consents. The time-out is the one permit: it asks whether all of it is there.
"""
