"""What the room of results says no to."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class UnknownTemplate(Refusal):
    code = "results.template.unknown"
    sentence = _("There is no paper template named %(template)s.")


class PaperIncomplete(Refusal):
    code = "results.paper.incomplete"
    sentence = _("The paper cannot be made: %(missing)s is missing.")


class PaperUnreadable(Refusal):
    code = "results.paper.unreadable"
    sentence = _("The paper cannot be made: %(name)s is not %(kind)s.")


class ReasonMissing(Refusal):
    code = "results.reason.missing"
    sentence = _("Say why: the reason is kept with the paper.")


class NotThisCommune(Refusal):
    code = "results.commune"
    sentence = _("This paper belongs to another commune.")
    status = 404


class NotValidAnyMore(Refusal):
    code = "results.not_valid"
    sentence = _("Result %(number)s is no longer valid, so this cannot be done with it.")


class CorrectedSince(Refusal):
    code = "results.corrected"
    sentence = _(
        "What paper %(number)s was made of was corrected since. Make a new copy; the old one is "
        "not printed again."
    )


class ReplacedByItself(Refusal):
    code = "results.same"
    sentence = _("A result cannot be replaced by itself. Choose the newer one.")


class NotNewer(Refusal):
    code = "results.not_newer"
    sentence = _("Result %(number)s was issued before this one. Choose the newer one.")


class NumberUnknown(Refusal):
    code = "results.number_unknown"
    sentence = _("No valid result of this commune has the number %(number)s.")


class SeveralOfThisNumber(Refusal):
    """`found` in the facts are the results: a number begins anew each year and for each kind."""

    code = "results.number_several"
    sentence = _("More than one valid result has the number %(number)s. Choose the right one.")

    @property
    def found(self) -> Sequence[object]:
        """The results that bear it."""
        return self.facts["found"]  # type: ignore[return-value]


class NewerMissing(Refusal):
    code = "results.newer_missing"
    sentence = _("Choose the newer result, or write its number.")


class NotReadyYet(Refusal):
    code = "results.not_ready"
    sentence = _("The paper is still being made. Try again in a moment.")
    status = 409


class NotGivenUp(Refusal):
    """Made meanwhile, being made, or a result, which goes back to its signer by itself."""

    code = "results.not_given_up"
    sentence = _("This paper is made, or being made; it is not asked for twice.")
    status = 409


class FileDamaged(Refusal):
    code = "results.file.damaged"
    sentence = _("The kept file is not the one that was made. Tell the administrator.")
    status = 500


class PressError(Exception):
    """A paper could not be made; its row says why. `permanent` when trying again is no use."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        super().__init__(message)
        self.permanent = permanent
