"""The drug table of this clinic: its rows, and the physician's word on each."""
