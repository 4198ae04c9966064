"""`bloodpatch replay`: play case scripts through the pathway, on a clock of their own.

No data folder, no patient, nothing kept: a script is decided step by step exactly as the product
decides, and what it answered is printed. `script` reads a file, `play` runs it, `answer` is what
comes out.
"""
