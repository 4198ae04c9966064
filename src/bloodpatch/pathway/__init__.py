"""Floor 0, the medicine: values, rules and stages. Pure: no clock, no chance, no I/O."""
