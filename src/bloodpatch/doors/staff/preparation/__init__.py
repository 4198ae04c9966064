"""Preparation: from arrival to the time-out."""
