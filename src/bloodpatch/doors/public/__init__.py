"""The public door: the information page, for everybody."""
