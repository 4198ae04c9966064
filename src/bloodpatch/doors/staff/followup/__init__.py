"""Follow-up: contacts, reports, calls."""
