"""CONFIG, the top floor: settings, addresses, wiring and the clock; it alone knows every floor."""
