"""Backups: one file that holds everything, and refuses to be restored when a byte of it changed.

Rows are written table by table as JSON, so that a backup made on SQLite can be restored into
PostgreSQL and the other way round: that is how a commune moves when it grows.
"""
