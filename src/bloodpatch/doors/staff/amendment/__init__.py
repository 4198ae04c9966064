"""Putting right what was recorded: one field, or a whole entry. Nothing is ever rubbed out."""
