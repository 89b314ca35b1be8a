"""Motcua, "one door": the software a commune runs its public services on."""
