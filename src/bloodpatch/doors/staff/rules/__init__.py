"""The rules of this clinic: what is in force, what else there is, and who signs it."""
