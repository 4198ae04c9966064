"""A second table of what each clinical word means at each permit, written apart from the product.

`concepts.py` of the product says what each word means; this table says it again, by somebody who
read the evidence and the trial and not that file. Nothing here imports the clinical vocabularies:
words are plain codes. Where the two tables differ, one of them is wrong, and a physician is asked.

- `levels.py`    the permits, the levels, and the kinds of fact
- `symptoms.py`, `flags.py`, `signs.py`, `diagnoses.py`, `adverse.py`, `headache.py`,
  `measured.py`, `background.py`   the words, by vocabulary, each group with its source
- `words.py`     all of them together
- `ways.py`, `ways_of_*.py`, `more_ways.py`   the commands in which each word can be told
- `patients.py`  an otherwise healthy patient just before each permit
- `cells.py`     the cells: word, way, permit; `asking.py` what the product answers to one
- `closed_lists.py`   the words that the product knows, so that none is forgotten
- `parts.py`, `kept.py`, `red.toml`   the cells that are still wrong, counted

Sources: "evidence 2.2" is section 2.2 of the evidence that the protocols cite; "A3" is line A3 of
the first clinical trial of the rules; "design" is its part on what the trial changed.
"""
