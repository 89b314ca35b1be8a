"""What the journal says was done, in words: one for every verb of the house."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

# By what they are about; in this order they stand in the auditor's list to choose from.
GROUPS: Mapping[Words, Mapping[str, Words]] = {
    _("Reading"): {
        "read.": _("Anything was read"),
        "read.dossier": _("Opened a dossier"),
        "read.search": _("Searched for dossiers"),
        "read.work_list": _("Looked at a work list"),
        "read.to_sign": _("Looked at what is to be signed"),
        "read.register": _("Looked at the register of dossiers"),
        "read.inquiries": _("Looked at the inquiries to other offices"),
        "read.document": _("Opened a document"),
        "read.paper": _("Opened a paper that was handed in"),
        "read.result": _("Opened a result"),
        "read.entry": _("Looked into a register book"),
        "read.resident": _("Looked at a resident"),
        "read.resident.search": _("Searched for residents"),
        "read.resident.identity": _("Searched by an identity number"),
        "read.household": _("Looked at a household"),
        "read.list": _("Looked at a list that was brought"),
        "read.myself": _("Read their own data"),
        "read.journal": _("Read this journal"),
        "read.accounts": _("Looked at the accounts of the staff"),
        "read.health": _("Looked at what is stuck"),
    },
    _("Dossiers"): {
        "keep": _("Kept a draft"),
        "submit": _("Handed in"),
        "claim": _("Took a draft over to their account"),
        "attach": _("Attached a file"),
        "detach": _("Took a file off"),
        "paper_shown": _("Noted a paper as shown"),
        "paper_data": _("Noted a paper as known from data"),
        "complete": _("Finished with the person"),
        "accept": _("Accepted"),
        "refuse_intake": _("Did not accept"),
        "begin": _("Began"),
        "ask_for_more": _("Asked for more"),
        "supplement": _("Supplemented"),
        "ask_for_fee": _("Asked for the fee"),
        "take_fee": _("Took the fee"),
        "exempt": _("Freed of the fee"),
        "check": _("Checked"),
        "sign": _("Signed"),
        "issue": _("Issued the result"),
        "return_to_sign": _("Given back to be signed again"),
        "send_back": _("Sent back"),
        "recall": _("Took back"),
        "halt": _("Halted"),
        "resume": _("Went on"),
        "refuse": _("Refused"),
        "conclude": _("Concluded the refusal"),
        "withdraw": _("Withdrew"),
        "extend": _("Extended the term"),
        "inquire": _("Asked another office"),
        "note_reply": _("Noted the answer of another office"),
        "apologise": _("Apologised and named a new date"),
        "pass_on": _("Passed on"),
        "hand_over": _("Handed over"),
        "reprint": _("Printed the paper again"),
        "revoke": _("Revoked the paper"),
        "replace": _("Replaced the paper"),
        "take_cash": _("Took cash"),
        "void_receipt": _("Cancelled a receipt"),
    },
    _("Papers and books"): {
        "slip.ask": _("Asked for a slip"),
        "draft.ask": _("Asked for a draft"),
        "book.ask": _("Asked for a register as a document"),
        "result.ask": _("Asked for a result's file"),
        "result.issue": _("Decided a result"),
        "result.sign": _("Signed a result's file"),
        "result.reprint": _("Printed a result again"),
        "result.replace": _("Replaced a result"),
        "result.revoke": _("Revoked a result"),
        "document.again": _("Had a document made again"),
        "write_entry": _("Wrote an entry into a book"),
        "write_note": _("Wrote a note in the margin"),
        "close_book": _("Closed the books of a year"),
        "import_entries": _("Took over entries"),
        "digitise_entry": _("Copied an entry from a paper book"),
        "digitise_entries": _("Copied entries from paper books"),
        "bring_list": _("Brought a list"),
        "map_columns": _("Said what the columns of a list are"),
        "check_list": _("Looked at every row of a list"),
        "confirm_list": _("Confirmed that a list is taken over"),
        "take_list": _("Took a list over"),
        "drop_list": _("Put a list away"),
        "export_list": _("Took a list along"),
        "export_ministry": _("Exported entries for the ministry's software"),
    },
    _("People and accounts"): {
        "enter_household": _("Entered a household"),
        "import_residents": _("Took over residents from a list"),
        "enter_resident": _("Entered a resident"),
        "grant_exemption": _("Recorded a ground for no fee"),
        "record_death": _("Recorded a death"),
        "say_who_is_meant": _("Said which resident an entry means"),
        "record_moves": _("Recorded what happened to residents"),
        "open_account": _("Opened an account"),
        "appoint": _("Gave a role"),
        "dismiss": _("Ended a role"),
        "give_password": _("Gave a new password"),
        "change_password": _("Changed their own password"),
        "unlock": _("Unlocked a sign-in"),
    },
    _("The office"): {
        "take_turn": _("Took a number"),
        "call_next": _("Called the next number"),
        "serve": _("Began to serve"),
        "finish": _("Finished serving"),
        "miss": _("Marked as gone"),
        "come_back": _("Let come back into the queue"),
        "note_dossier": _("Noted a dossier with a number"),
        "offer_service": _("Opened a queue"),
        "close_service": _("Closed a queue"),
        "set_hours": _("Set opening hours"),
        "set_day": _("Set a special day"),
        "clear_day": _("Made a day ordinary again"),
        "seed_calendar": _("Took over the calendar of the pack"),
        "send_again": _("Sent a message again"),
        "try_now": _("Had a stuck event tried again"),
        "backup": _("Made a backup"),
        "verify_log": _("Checked the newest lines of the journal"),
        "export_log": _("Exported the journal"),
        "load": _("Loaded a procedure"),
        "pack_differs": _("A pack says otherwise than a change made here"),
        "propose_amendment": _("Asked for a change of the law or the calendar"),
        "approve_amendment": _("Approved a change"),
        "refuse_amendment": _("Turned a change down"),
        "withdraw_amendment": _("Took a change back"),
        "load_places": _("Loaded the places"),
        "load_demo": _("Loaded the demo data"),
        "rename_place": _("Renamed a place"),
        "merge_place": _("Merged places"),
    },
}
VERBS: Mapping[str, Words] = {
    verb: words for group in GROUPS.values() for verb, words in group.items()
}


# The waiting room recalls a number, the desk takes a dossier back: one word of the code, two acts.
_OF_TURNS: Mapping[str, Words] = {"recall": _("Called again")}


def said(verb: str, about: str) -> Words:
    """The verb in words; as it stands in the journal when it is none of ours."""
    if about.startswith("turn:") and verb in _OF_TURNS:
        return _OF_TURNS[verb]
    return VERBS.get(verb, verb)
