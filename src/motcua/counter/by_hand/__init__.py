"""Writing down by hand what happened to a resident: one form for one verb."""
