"""The staff door: one sub-package per stage."""
