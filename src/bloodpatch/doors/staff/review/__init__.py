"""A physician's word on a finding: override a hold, lift a stop, look at what was recorded."""
