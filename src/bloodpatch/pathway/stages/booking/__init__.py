"""Booking (T4 T5): a room, a physician and a recovery bay, as one.

A booking is firm, or provisional while a scan is awaited. It is cancelled, deferred, or the
patient does not come; each with a reason from a list, and each leaves somebody who must book
again or decide otherwise. That no two bookings overlap is the clinic's calendar's to keep.
"""
