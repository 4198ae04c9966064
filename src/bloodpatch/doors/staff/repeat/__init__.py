"""Repeat: another patch, or not."""
