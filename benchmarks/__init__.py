"""`make bench`: how fast, as ratios taken in one run on one machine.

A time in seconds says more about the machine than about the software; each figure with a bar is
a ratio of two times that were taken side by side. What comes out is a table, and `bench.json`.
"""
