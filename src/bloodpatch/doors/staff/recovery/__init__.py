"""Recovery: rest, observations, stand and walk."""
