"""Clearance: a physician's all-clear, or not yet."""
