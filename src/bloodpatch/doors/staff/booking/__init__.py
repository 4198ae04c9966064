"""Booking: a room, a physician and a bay as one."""
