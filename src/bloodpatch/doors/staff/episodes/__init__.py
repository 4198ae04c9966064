"""Everybody under treatment, and one person's whole treatment."""
