"""Who comes to the clinic: entered once, found again, never taken for somebody else."""
