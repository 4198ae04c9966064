"""`bloodpatch explore`: every state of the treatment that a small clinic can come to.

The real core is explored, not a model of it: `decide` and `evolve` are asked at every state, for
every move that somebody could make there, until no new state is found. `domain` is the list of
moves, `moves` what a move is, `search` the exploration, `invariants` what must hold at every step
of it, `report` what is said at the end.
"""
