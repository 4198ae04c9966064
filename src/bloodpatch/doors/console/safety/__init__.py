"""The hazard log, read; and the pages that are made from it. See `verb.py`."""
