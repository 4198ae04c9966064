"""Closure: the outcome, signed by a physician."""
