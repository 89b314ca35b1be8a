"""What the loop's room refuses."""

from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NotStuck(Refusal):
    """It went through meanwhile, or belongs to another commune."""

    code = "consequence.not_stuck"
    sentence = _("Nothing of this commune is stuck there any more.")
    status = 404


class NotYourMachine(Refusal):
    """What the machine cannot do is for those who keep it."""

    code = "consequence.not_yours"
    sentence = _("Only the administrator of this commune may do this.")
    status = 403


class UnknownQuestion(Refusal):
    """There is no such question about residents in the actor's commune."""

    code = "consequence.unknown_question"
    sentence = _("This question was not found in your commune.")
    status = 404


class NotYourQuestion(Refusal):
    """Who lives here is said by those who keep the register."""

    code = "consequence.not_your_question"
    sentence = _("Only the civil-status officer or the chair of this commune may answer this.")
    status = 403


class Answered(Refusal):
    """Somebody else said it a moment ago."""

    code = "consequence.answered"
    sentence = _("This was answered meanwhile. Nothing more needs to be done.")
    status = 409


class ChoiceMissing(Refusal):
    """Each person of the entry needs an answer: one of those shown, or nobody."""

    code = "consequence.choice_missing"
    sentence = _("Choose who is meant, or say that it is none of them.")


class ChoiceUnexplained(Refusal):
    """Whoever reads it later must see why."""

    code = "consequence.choice_unexplained"
    sentence = _("Write why this is the person, in a few words.")


class HandUnexplained(Refusal):
    """Whoever reads it later must see what was done, or why nothing was."""

    code = "consequence.hand_unexplained"
    sentence = _("Write what you did, or why nothing had to be done.")


class PaperUnderway(Refusal):
    """A paper made of the entry is signed and not issued yet: it cannot be revoked now."""

    code = "consequence.paper_underway"
    sentence = _(
        "A paper of this entry is just being made, in dossier %(number)s. Approve again when that "
        "dossier is finished."
    )
    status = 409
