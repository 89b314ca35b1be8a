"""A package, so that what is loaded once for it is taken away behind its last test."""
