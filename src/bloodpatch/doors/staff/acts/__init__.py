"""The act page: one form for each command, asked, decided, answered. No act has a page of its own
unless a special one does the same job better."""
