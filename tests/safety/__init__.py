"""The hazard log is whole, its pages are its own words, and each control is missed when it is out.

test_the_log         every hazard once, scores by the matrix, controls and proofs that exist
test_traceability    hazard, finding, rung, test: each leads to the others, none is left over
test_removal         each control is taken out, and one of its proofs must turn red
removing             how that is done: a process of its own, a forked child for each control
allow                what stands in a control's place where "finds nothing" is not it
"""
