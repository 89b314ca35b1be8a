"""The verbs of papers: ask for one, decide one, print again, replace, revoke, look up."""

from motcua.results.actions.asking import Signing, ask_for_document, ask_for_result
from motcua.results.actions.looking_up import look_up
from motcua.results.actions.standing import replace, reprint, revoke

__all__ = [
    "Signing",
    "ask_for_document",
    "ask_for_result",
    "look_up",
    "replace",
    "reprint",
    "revoke",
]
