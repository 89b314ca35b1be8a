"""What an identity number says against the sex and the birth beside it: advice, never a stop."""

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.people.identity import warnings
from motcua.procedures.form import Field
from motcua.procedures.speech import Wrong
from motcua.procedures.vocabulary import IS_ALSO

# A number of twelve digits that begins with no province we know of is not doubted: which
# provinces there are has changed, and the list is from memory.
_SENTENCES: Mapping[str, str | Promise] = {
    "identity.old_number": _(
        "“%(term)s” is an old number of nine digits. Please give the new one."
    ),
    "identity.sex": _("“%(term)s” is a number for the other sex. Please look at both again."),
    "identity.year": _("“%(term)s” is a number for another year of birth. Please look at both."),
}


def doubted(
    shown: tuple[Field, ...], answers: Mapping[str, str], meaning: Mapping[str, str]
) -> Iterator[tuple[Field, Wrong]]:
    """The numbers that do not agree with what else was answered about the same person.

    `meaning` is what the answers mean, as `answers.meant` has it.
    """
    for field in shown:
        person, _dot, what = (field.means or "").partition(".")
        if what != "identity" or not answers.get(field.name):
            continue
        also = IS_ALSO.get(meaning.get("filer.relation", ""), person)
        one = also if person == "filer" else person
        sex, birth = meaning.get(f"{one}.sex", ""), meaning.get(f"{one}.birth", "")
        for code in warnings(answers[field.name], sex=sex, birth=birth):
            if code in _SENTENCES:
                yield field, Wrong(code, _SENTENCES[code])
