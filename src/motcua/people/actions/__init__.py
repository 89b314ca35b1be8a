"""One function for one verb: one transaction that writes row and journal together."""

from motcua.people.actions.importing import import_residents
from motcua.people.actions.moves import record_moves
from motcua.people.actions.passwords import change_password, give_password, give_resident_password
from motcua.people.actions.residents import (
    enter_household,
    enter_resident,
    grant_exemption,
    record_death,
)
from motcua.people.actions.sign_in import begin_phone_check, choose_language, confirm_phone_check
from motcua.people.actions.staff import appoint, dismiss, engage, open_account, place
from motcua.people.actions.tying import tie_residents, try_ties

__all__ = [
    "appoint",
    "begin_phone_check",
    "change_password",
    "choose_language",
    "confirm_phone_check",
    "dismiss",
    "engage",
    "enter_household",
    "enter_resident",
    "give_password",
    "give_resident_password",
    "grant_exemption",
    "import_residents",
    "open_account",
    "place",
    "record_death",
    "record_moves",
    "tie_residents",
    "try_ties",
]
