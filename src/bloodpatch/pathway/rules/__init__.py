"""Clinical rules that more than one stage asks, each with the findings that it can raise."""
