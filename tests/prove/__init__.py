"""The full counts behind the safety figures:  make prove  or  make prove ONLY=kill

    demands    what is proven: the tests, how many of what, and the tests that show the teeth
    running    one demand in a process of its own, and what its tests told
    page       docs/safety/figures.md, from what was run last

A test tells its figures with pytest's `record_property`; numbers of one name are added up.
"""
