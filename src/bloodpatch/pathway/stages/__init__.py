"""One file per stage of the treatment: its commands, its events, what is decided, what is owed."""
