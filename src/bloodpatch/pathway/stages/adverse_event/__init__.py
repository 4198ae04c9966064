"""Adverse events (T14): more pain, infection, bleeding, nerve damage, no relief, and the rest.

Whatever may be one is first a draft: something that happened on the table, legs that changed in
recovery, a complaint at a contact. It is opened, or a physician says why it is none. What is open
is graded; the graver, the sooner a physician reviews it. Each names the patch that it belongs to.
"""
