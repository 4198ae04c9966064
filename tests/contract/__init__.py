"""The record's promises, each proven on SQLite and on PostgreSQL by the same tests.

A test is named after the promise that it proves: `test_p04_...` proves promise 4 of
docs/explanation/promises.md. Most of them run on a small decider of their own (`jar.py`), so that
no promise rests on a clinical rule; `test_real_commands.py` gives the commands of the treatment.
"""
