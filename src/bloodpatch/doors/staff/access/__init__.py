"""Who may come in by the staff door, and as whom.

`policies` says what each address asks of its visitor, `guard` holds everybody to it, `session`
knows how long somebody has sat here, `lockout` counts the guesses. The pages of signing in are
django-allauth's machinery in our own words.
"""
