"""Adverse events: told, reviewed."""
