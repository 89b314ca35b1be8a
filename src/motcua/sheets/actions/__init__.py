"""The verbs of a list: bring it, say what its columns are, confirm it, drop it."""

from motcua.sheets.actions.bringing import bring, map_columns
from motcua.sheets.actions.confirming import confirm, drop

__all__ = ["bring", "confirm", "drop", "map_columns"]
