"""The public door (T16): the treatment page at `/`, for everybody, before anyone is a patient.

It reads the clinic's name and telephone and the protocol that the clinic has put into force, and
nothing else: no sign-in, no cookie, no patient. Every number of the steps comes from that protocol;
every number about chances comes from a named study (`studies.py`).
"""
