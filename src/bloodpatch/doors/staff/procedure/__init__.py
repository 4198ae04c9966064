"""Procedure: from positioning to the needle out."""
