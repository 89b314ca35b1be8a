"""What a bulk act asks once for all: who receives them, why again. Any other asks nothing."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _

from motcua.counter.bulk.preview import Preview
from motcua.foundation.refusal import Refusal
from motcua.parts.questions import Question, ask

Typed = Mapping[str, str]


def questions_of(
    name: str, shown: Preview, typed: Typed, refusal: Refusal | None
) -> Sequence[Question]:
    """The questions below the list, with what was typed and what is wrong with it."""
    made = _QUESTIONS.get(name)
    if made is None or not shown.going:
        return ()
    wrong = {refusal.field: str(refusal)} if refusal else {}
    return made(shown, typed, wrong)


def _receiver(shown: Preview, typed: Typed, wrong: Mapping[str | None, str]) -> Sequence[Question]:
    first = shown.going[0].dossier.filer_name
    proofs = (("signature", _("Signature")), ("code", _("The code of one of these dossiers")))
    return (
        ask(
            "name",
            "hand_over-receiver",
            _("Who receives it"),
            value=typed.get("hand_over-receiver", first),
            error=wrong.get("hand_over-receiver", ""),
            autocomplete="off",
        ),
        ask(
            "choice",
            "hand_over-proof",
            _("Shown by"),
            choices=proofs,
            value=typed.get("hand_over-proof", "code"),
        ),
        ask(
            "code",
            "hand_over-code",
            _("The code, as the person says it"),
            value=typed.get("hand_over-code", ""),
            error=wrong.get("hand_over-code", ""),
            need="optional",
        ),
    )


def _post(shown: Preview, typed: Typed, wrong: Mapping[str | None, str]) -> Sequence[Question]:
    return (
        ask(
            "name",
            "post-receiver",
            _("Who takes them for the post"),
            help=_("The name stands in the sender's list, where they sign."),
            value=typed.get("post-receiver", ""),
            error=wrong.get("post-receiver", ""),
            autocomplete="off",
        ),
    )


def _again(shown: Preview, typed: Typed, wrong: Mapping[str | None, str]) -> Sequence[Question]:
    return (
        ask(
            "text",
            "reason",
            _("Why they are printed again"),
            help=_(
                "Leave it empty for the first printing. With a reason, one further copy of each is "
                "printed and counted."
            ),
            value=typed.get("reason", ""),
            need="optional",
            maxlength=300,
        ),
    )


_QUESTIONS: Mapping[
    str, Callable[[Preview, Typed, Mapping[str | None, str]], Sequence[Question]]
] = {"hand_over": _receiver, "post": _post, "results": _again}
