"""Follow-up (T10 T14): the patient is at home, and nobody is lost.

At the times that the protocol plans somebody asks for the pain lying and upright, the red flags
and each adverse effect by name; the patient can report it alone. A call that is not answered is
tried again, by another channel too; then a physician decides. Silence ends nothing: a patient is
called lost by a physician only.
"""
