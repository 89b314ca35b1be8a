"""The terms of each book: the keys of `Entry.content`, with the article that asks for each.

Plain Python. An extract copy prints these terms and nothing else. Dates are partial dates in the
stored form (``1954``, ``1954-03``, ``1954-03-21``), sex is male|female|undetermined, `ethnic` the
two digits of the ethnic code, `nationality` ISO 3166 (``VN``), times ``HH:MM``.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a book: its key, its words, the article, and whether an entry may lack it."""

    key: str
    words: str | Promise
    article: str
    must: bool = False


_BIRTH = "60/2014/QH13, 14"
_DEATH = "123/2015/NĐ-CP, 4 (from memory)"
_MARRIAGE = "60/2014/QH13, 17 (from memory)"

BIRTH: tuple[Term, ...] = (
    Term("child.name", _("Full name"), _BIRTH, must=True),
    Term("child.birth", _("Date of birth"), _BIRTH, must=True),
    Term("child.sex", _("Sex"), _BIRTH, must=True),
    Term("child.ethnic", _("Ethnic group"), _BIRTH, must=True),
    Term("child.nationality", _("Nationality"), _BIRTH, must=True),
    Term("child.birth_place", _("Place of birth"), _BIRTH, must=True),
    Term("child.home_place", _("Home place"), _BIRTH),
    Term("child.identity", _("Personal identity number"), _BIRTH),
    Term("mother.name", _("Mother: full name"), _BIRTH),
    Term("mother.birth", _("Mother: year of birth"), _BIRTH),
    Term("mother.ethnic", _("Mother: ethnic group"), _BIRTH),
    Term("mother.nationality", _("Mother: nationality"), _BIRTH),
    Term("mother.residence", _("Mother: place of residence"), _BIRTH),
    Term("mother.identity", _("Mother: identity number"), _BIRTH),
    Term("father.name", _("Father: full name"), _BIRTH),
    Term("father.birth", _("Father: year of birth"), _BIRTH),
    Term("father.ethnic", _("Father: ethnic group"), _BIRTH),
    Term("father.nationality", _("Father: nationality"), _BIRTH),
    Term("father.residence", _("Father: place of residence"), _BIRTH),
    Term("father.identity", _("Father: identity number"), _BIRTH),
    Term("declarant.name", _("Declarant: full name"), _BIRTH),
    Term("declarant.relation", _("Declarant: relation"), _BIRTH),
    Term("declarant.identity", _("Declarant: identity number"), _BIRTH),
    Term("place", _("Registered at"), _BIRTH),
    Term("signer.name", _("Signed by"), _BIRTH),
    Term("signer.title", _("Title of the signer"), _BIRTH),
)

DEATH: tuple[Term, ...] = (
    Term("deceased.name", _("Full name"), _DEATH, must=True),
    Term("deceased.birth", _("Date of birth"), _DEATH, must=True),
    Term("deceased.sex", _("Sex"), _DEATH, must=True),
    Term("deceased.ethnic", _("Ethnic group"), _DEATH, must=True),
    Term("deceased.nationality", _("Nationality"), _DEATH, must=True),
    Term("deceased.residence", _("Last place of residence"), _DEATH),
    Term("deceased.identity", _("Personal identity number"), _DEATH),
    Term("death.date", _("Died on"), _DEATH, must=True),
    Term("death.time", _("Died at (hour, minute)"), _DEATH),
    Term("death.place", _("Place of death"), _DEATH, must=True),
    Term("death.cause", _("Cause of death"), _DEATH),
    Term("notice.number", _("Death notice: number"), _DEATH),
    Term("notice.date", _("Death notice: date"), _DEATH),
    Term("notice.issuer", _("Death notice: issued by"), _DEATH),
    Term("declarant.name", _("Declarant: full name"), _DEATH),
    Term("declarant.relation", _("Declarant: relation"), _DEATH),
    Term("declarant.identity", _("Declarant: identity number"), _DEATH),
    Term("place", _("Registered at"), _DEATH),
    Term("signer.name", _("Signed by"), _DEATH),
    Term("signer.title", _("Title of the signer"), _DEATH),
)

MARRIAGE: tuple[Term, ...] = (
    Term("husband.name", _("Husband: full name"), _MARRIAGE, must=True),
    Term("husband.birth", _("Husband: date of birth"), _MARRIAGE, must=True),
    Term("husband.ethnic", _("Husband: ethnic group"), _MARRIAGE, must=True),
    Term("husband.nationality", _("Husband: nationality"), _MARRIAGE, must=True),
    Term("husband.residence", _("Husband: place of residence"), _MARRIAGE, must=True),
    Term("husband.identity", _("Husband: identity number"), _MARRIAGE),
    Term("wife.name", _("Wife: full name"), _MARRIAGE, must=True),
    Term("wife.birth", _("Wife: date of birth"), _MARRIAGE, must=True),
    Term("wife.ethnic", _("Wife: ethnic group"), _MARRIAGE, must=True),
    Term("wife.nationality", _("Wife: nationality"), _MARRIAGE, must=True),
    Term("wife.residence", _("Wife: place of residence"), _MARRIAGE, must=True),
    Term("wife.identity", _("Wife: identity number"), _MARRIAGE),
    Term("place", _("Registered at"), _MARRIAGE),
    Term("signer.name", _("Signed by"), _MARRIAGE),
    Term("signer.title", _("Title of the signer"), _MARRIAGE),
)

TERMS: dict[str, tuple[Term, ...]] = {"birth": BIRTH, "death": DEATH, "marriage": MARRIAGE}

# Whom an entry names, for the search: (who, term of the name, term of the birth date).
NAMED: dict[str, tuple[str, ...]] = {
    "birth": ("child", "mother", "father"),
    "death": ("deceased",),
    "marriage": ("husband", "wife"),
}
