"""What a dossier may answer "no" with. Each code is stable; each sentence says what to do."""

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.states import Need, Verb
from motcua.foundation.refusal import Refusal


class NotFound(Refusal):
    code = "dossier.not_found"
    sentence = _("There is no such dossier here.")
    status = 404


class NotNow(Refusal):
    code = "dossier.not_now"
    sentence = _("This cannot be done while the dossier is where it is now. Open it again to see.")
    status = 409


class NotYours(Refusal):
    code = "dossier.not_yours"
    sentence = _("Your role does not allow this step.")
    status = 403


class OwnMatter(Refusal):
    code = "dossier.own_matter"
    sentence = _(
        "This is your own matter: you handed it in, or it is about you. Pass it on to a colleague "
        "to check. If you are the only officer, tell the chair: another official is given the "
        "officer's role, and the chair passes it on."
    )
    status = 409


class OwnSignature(Refusal):
    code = "dossier.own_signature"
    sentence = _(
        "This is your own matter: you handed it in, or it is about you. Leave it to another chair "
        "or vice-chair to sign. If there is none, the administrator gives somebody the role."
    )
    status = 409


class Stale(Refusal):
    code = "dossier.stale"
    sentence = _(
        "Somebody changed this dossier after you opened it. What you typed is still here: "
        "look at the new state, then decide again."
    )
    status = 409


class KeyReused(Refusal):
    code = "dossier.key_reused"
    sentence = _("This request was already used for something else. What you typed is kept.")
    status = 409


class Held(Refusal):
    code = "dossier.held"
    sentence = _("%(holder)s is working on this dossier until %(until)s.")
    status = 409


class AnswersMissing(Refusal):
    """`problems` in the facts lists every finding, not just the first."""

    code = "dossier.answers_missing"
    sentence = _("Something is still missing or not right. Each place is marked below.")


class PicturesWanting(Refusal):
    code = "dossier.pictures_wanting"
    sentence = _(
        "An electronic copy holds every page of the original. It has %(pages)s pages, and "
        "%(taken)s were taken here. Take or remove pages, or correct their number."
    )


class CorrectionUnexplained(Refusal):
    code = "dossier.correction_unexplained"
    sentence = _("You changed what the person said. Please write why: it stays with the dossier.")


class RecordsContradict(Refusal):
    """A record says otherwise; the officer weighs it, and says what was weighed."""

    code = "dossier.records_contradict"
    sentence = _(
        "The records of the commune contradict it. Look at what is marked, then write what you "
        "decided and why, or refuse the request."
    )


class NotVerified(Refusal):
    code = "dossier.not_verified"
    sentence = _("Please confirm your telephone number with the code that was sent to it.")


class ReasonMissing(Refusal):
    code = "dossier.reason_missing"
    sentence = _("Please write the reason. The person will read it.")


class ListMissing(Refusal):
    code = "dossier.list_missing"
    sentence = _("Please choose what is missing and write a reason for each.")


class SecondList(Refusal):
    code = "dossier.second_list"
    sentence = _(
        "More was already asked for once. The law allows one list; only the chair may ask again."
    )


class SupplementNotOverdue(Refusal):
    code = "dossier.supplement_not_overdue"
    sentence = _("The person still has time to send what was asked for.")


class AmountMissing(Refusal):
    code = "dossier.amount_missing"
    sentence = _("No fee is due on this dossier, or the amount is not the one that is due.")


class GroundMissing(Refusal):
    code = "dossier.ground_missing"
    sentence = _("Please tick why nothing is due, and write which paper was shown.")


class PaidAlready(Refusal):
    code = "dossier.paid_already"
    sentence = _("The fee is paid already. It cannot be taken away here.")
    status = 409


class FeeNotPaid(Refusal):
    code = "dossier.fee_not_paid"
    sentence = _("The fee has not been paid yet.")


class FindingMissing(Refusal):
    code = "dossier.finding_missing"
    sentence = _("Please choose the entry of the register that this paper rests on.")


class PaperMissing(Refusal):
    code = "dossier.paper_missing"
    sentence = _("The signed paper is not ready.")


class NotRefused(Refusal):
    code = "dossier.not_refused"
    sentence = _("Only a refused dossier is concluded with a letter.")


class DateNotLater(Refusal):
    code = "dossier.date_not_later"
    sentence = _("The new date must be later than the one promised, on a working day.")


class SecondApology(Refusal):
    code = "dossier.second_apology"
    sentence = _("A new date was already given once. The law allows it once.")


class NoLongerTerm(Refusal):
    code = "dossier.no_longer_term"
    sentence = _("The law of this procedure gives no longer time. Apologise and name a new date.")


class SecondExtension(Refusal):
    code = "dossier.second_extension"
    sentence = _("The longer time of the law was already taken. It can be taken once.")


class TermOver(Refusal):
    code = "dossier.term_over"
    sentence = _("The time is already over, so it cannot grow. Apologise and name a new date.")


class ColleagueMissing(Refusal):
    code = "dossier.colleague_missing"
    sentence = _("Please choose an officer of this commune to pass the dossier to.")


class ReceiverMissing(Refusal):
    code = "dossier.receiver_missing"
    sentence = _("Please record who received the result: a signature or the code.")


class OfficeMissing(Refusal):
    code = "dossier.office_missing"
    sentence = _("Please write which office is asked.")


class InquiryClosed(Refusal):
    code = "dossier.inquiry_closed"
    sentence = _("No answer is awaited to this inquiry any more. Look at the dossier again.")


class OutcomeMissing(Refusal):
    code = "dossier.outcome_missing"
    sentence = _(
        "Please choose what the other office answered and write it down. That no answer came can "
        "be noted once its term is over."
    )


class ResultUnknown(Refusal):
    code = "dossier.result_unknown"
    sentence = _("This dossier has no such result.")
    status = 404


class PaperUnknown(Refusal):
    code = "dossier.paper_unknown"
    sentence = _("This procedure does not ask for such a paper.")


class TooManyFiles(Refusal):
    code = "dossier.too_many_files"
    sentence = _("A paper takes at most %(most)s files. Put several pages into one PDF.")


class TooManyTries(Refusal):
    code = "dossier.too_many_tries"
    sentence = _(
        "Too many tries. You can try again from %(time)s on %(day)s, or ask at the counter now."
    )
    status = 429


class SubmissionsSpent(Refusal):
    code = "dossier.submissions_spent"
    sentence = _(
        "Many requests were handed in from this telephone, account or line in a short time. "
        "You can hand in this one from %(time)s on %(day)s."
    )
    status = 429


class DraftsSpent(Refusal):
    code = "dossier.drafts_spent"
    sentence = _(
        "Many forms were begun from this telephone, account or line in a short time. What you "
        "typed is still on this page: send it again from %(time)s on %(day)s."
    )
    status = 429


class FilesSpent(Refusal):
    code = "dossier.files_spent"
    sentence = _(
        "Many files came from this telephone, account or line in a short time. What you typed is "
        "kept; add this file from %(time)s on %(day)s, or bring the paper to the counter."
    )
    status = 429


OWN_REFUSALS: dict[Verb, type[Refusal]] = {Verb.CHECK: OwnMatter, Verb.SIGN: OwnSignature}
NEED_REFUSALS: dict[Need, type[Refusal]] = {
    Need.ANSWERS: AnswersMissing,
    Need.FULL_ANSWERS: AnswersMissing,
    Need.VERIFIED: NotVerified,
    Need.REASON: ReasonMissing,
    Need.LIST: ListMissing,
    Need.FIRST_LIST: SecondList,
    Need.ASKED: AnswersMissing,
    Need.PAPERS: AnswersMissing,
    Need.OVERDUE_SUPPLEMENT: SupplementNotOverdue,
    Need.AMOUNT: AmountMissing,
    Need.GROUNDS: GroundMissing,
    Need.UNPAID: PaidAlready,
    Need.FEE_PAID: FeeNotPaid,
    Need.FINDING: FindingMissing,
    Need.PAPER: PaperMissing,
    Need.REFUSED: NotRefused,
    Need.LATER_DATE: DateNotLater,
    Need.FIRST_APOLOGY: SecondApology,
    Need.LONGER_TERM: NoLongerTerm,
    Need.FIRST_EXTENSION: SecondExtension,
    Need.IN_TIME: TermOver,
    Need.COLLEAGUE: ColleagueMissing,
    Need.RECEIVER: ReceiverMissing,
    Need.OFFICE: OfficeMissing,
    Need.INQUIRY: InquiryClosed,
    Need.OUTCOME: OutcomeMissing,
}
