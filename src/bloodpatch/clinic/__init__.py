"""FLOOR 2, THE CLINIC: who the people are. Everything that has a name or an address lives here.

Patients' identities and the key that reads their free text, staff and their roles, rooms, bays
and the claims on them, who looked at what. The record below knows none of it: an episode meets
a person in one table only, the register of episodes (`models.EpisodeOf`).
"""
