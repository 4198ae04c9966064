"""Assessment: the headache, the red flags, the decision."""
