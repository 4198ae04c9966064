"""Drawings made by the server: no script, no second toolchain, readable by a screen reader.

Each has a title and a description, and its figures stand beside it as a table or in words. The
colours come from the style sheet, so a drawing follows the theme and prints.
"""
