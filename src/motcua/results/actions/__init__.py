"""The verbs of papers: ask for one, decide one, print again, outdate, replace, revoke, look up."""

from motcua.results.actions.asking import Signing, ask_for_document, ask_for_result
from motcua.results.actions.looking_up import look_up
from motcua.results.actions.standing import outdate, replace, reprint, revoke

__all__ = [
    "Signing",
    "ask_for_document",
    "ask_for_result",
    "look_up",
    "outdate",
    "replace",
    "reprint",
    "revoke",
]
