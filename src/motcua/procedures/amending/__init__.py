"""Changing a procedure or the calendar without a file: one person asks, another decides."""
