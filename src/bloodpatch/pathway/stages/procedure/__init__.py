"""Procedure (T4 T6 T7 T13): the patient's own blood is drawn and injected, by one team, at once.

After the time-out the patient is positioned, the skin cleaned and the site marked; blood is drawn,
the needle placed, the blood injected, the needle taken out. In which order is the protocol's
choice. Everything is recorded as it happened, in any order: a step out of its order, a volume
outside the protocol, an injection without a draw stand as findings on the entry. The pen is
refused only by what cannot be: more injected than drawn, injected before the draw.
"""
