"""Bloodpatch: runs an epidural blood patch service. ARCHITECTURE.md draws the house."""

__version__ = "0.1.0.dev0"
