"""The frame of every page of the desk is that of all staff."""

from motcua.parts.menu import (
    ADMINISTRATORS,
    AUDITORS,
    DECIDERS,
    DESK,
    RECEPTION,
    STAFF,
)
from motcua.parts.menu import staff_page as desk_page

__all__ = ["ADMINISTRATORS", "AUDITORS", "DECIDERS", "DESK", "RECEPTION", "STAFF", "desk_page"]
