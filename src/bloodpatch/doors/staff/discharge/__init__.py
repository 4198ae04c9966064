"""Discharge: checks, instructions, departure."""
