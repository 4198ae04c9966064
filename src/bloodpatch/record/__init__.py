"""Floor 1, the record: the append-only ledger, the one way to add to it, and what is read from it.

    handle      give a command: the only way in
    ledger      append, read an episode, follow a clinic
    chain       one hash chain per clinic; `verify` walks it, `anchors` keep its head elsewhere
    readmodels  what people look at, computed from folds; `rebuild` makes it anew or compares

What the record promises is numbered in docs/explanation/promises.md; tests/contract proves each
number on SQLite and on PostgreSQL.
"""
