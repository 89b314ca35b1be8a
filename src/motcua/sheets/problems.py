"""What there is to say of a row that came in: codes with their sentence, shown in any language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as filled

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal

# The first are bad: the row is not taken. The others are told, and the row is taken.
SENTENCES: Mapping[str, str | Promise] = {
    "empty": _("The cell is empty. Fill it in."),
    "formula": _("The cell shows the error %(is)s of a formula. Type the value itself."),
    "no_sex": _("“%(is)s” is no sex. Write Nam or Nữ."),
    "no_birth": _(
        "“%(is)s” is no date of birth. Write day/month/year, month/year or the year alone."
    ),
    "no_ethnic": _("“%(is)s” is no ethnic group. Write its name or its code of two digits."),
    "no_village": _(
        "The commune has no village “%(is)s”. Write its name as it stands in the list of villages."
    ),
    "no_household": _("“%(is)s” is no number of a household. Write digits only."),
    "no_nationality": _("“%(is)s” is no nationality. Write the name of the state."),
    "too_long": _("This is too long: at most %(most)s signs."),
    "twice": _("The same stands in row %(other)s already. Take off one of the two."),
    "two_villages": _(
        "Household %(is)s stands under two villages in this file. Correct one of them."
    ),
    "household_elsewhere": _(
        "The household of this number lies in another village. Correct the number or the village."
    ),
    "several_meant": _(
        "Several residents have this name and birth. Write the personal identity number."
    ),
    "number_of_another": _(
        "This identity number is that of somebody with another name and birth. Look at the card."
    ),
    "no_longer_here": _(
        "This person has died or left according to the resident list. Correct that first."
    ),
    "no_number": _("“%(is)s” is no number. Write digits only, from 1 up."),
    "no_day": _("“%(is)s” is no whole date. Write day/month/year."),
    "differs": _(
        "The book has another entry under this number. An entry is never changed: "
        "look at it, and have a note written if it is wrong."
    ),
    "no_note_kind": _(
        "“%(is)s” is no kind of note. Write one of those that a list which goes out has, such as "
        "Cải chính, Ly hôn or Ghi chú khác."
    ),
    "no_note_day": _("“%(is)s” is no day. Write day/month/year, month/year, the year, or ?."),
    "no_note_changes": _(
        "“%(is)s” does not say what changed. Write a line for each item: its heading, a colon, the "
        "old, →, the new; or - where no item changed."
    ),
    "note_alone": _(
        "This row has a note and no entry, and the book has none of this number. Put it beneath "
        "its entry."
    ),
    "note_bad": _(
        "A note of this entry cannot be taken: look at row %(other)s. The entry waits for it, as a "
        "copy without it would be false."
    ),
    "note_differs": _(
        "The book has a note of this kind and day with other words. A note is never changed: "
        "compare the two."
    ),
    "note_lacking": _(
        "The book has %(count)s notes of this entry that the file lacks. They stay in the book."
    ),
    # Of a tie or a ground: the person is taken, it alone is not.
    "no_kin": _(
        "“%(is)s” says not who it is. Write the personal identity number, or the name with the "
        "year of birth. The person of this row is taken without this tie."
    ),
    "no_kin_birth": _(
        "“%(is)s” is no date of birth. Write day/month/year, month/year or the year alone. The "
        "person of this row is taken without this tie."
    ),
    "tie_unknown": _(
        "“%(is)s” is nobody in this file or in the resident list. The person of this row is taken "
        "without this tie."
    ),
    "tie_several": _(
        "Several people may be “%(is)s”. Write the personal identity number. The person of this "
        "row is taken without this tie."
    ),
    "tie_number": _(
        "The identity number is that of somebody else than “%(is)s”. Look at the card. The person "
        "of this row is taken without this tie."
    ),
    "tie_self": _(
        "“%(is)s” is the person of this row. Write whom you mean. The person is taken without this "
        "tie."
    ),
    "tie_sex": _(
        "The sex of “%(is)s” does not fit. Correct the sex or the name. The person of this row is "
        "taken without this tie."
    ),
    "tie_age": _(
        "The age of “%(is)s” or of the person of this row does not fit. Correct the birth or the "
        "name. The person is taken without this tie."
    ),
    "tie_other": _(
        "The resident list knows somebody else than “%(is)s” as this parent. Look into the book of "
        "births first. The person of this row is taken without this tie."
    ),
    "tie_parent": _(
        "“%(is)s” is parent or child of the person of this row. Correct one of the two. The person "
        "is taken without this tie."
    ),
    "tie_dead": _(
        "One of the two has died according to the resident list. The person of this row is taken "
        "without this tie."
    ),
    "tie_bound": _(
        "“%(is)s” or the person of this row is married to somebody else according to the resident "
        "list. Correct that first. The person of this row is taken without this tie."
    ),
    "tie_mutual": _(
        "Another row of this file says otherwise who is married to whom. Make the rows agree. The "
        "person of this row is taken without the tie to “%(is)s”."
    ),
    "no_ground": _(
        "“%(is)s” is no ground for no fee. Write Người có công, Hộ nghèo, Người khuyết tật or Dân "
        "tộc thiểu số vùng đặc biệt khó khăn. The person of this row is taken without it."
    ),
    "no_ground_from": _(
        "The day from which no fee is asked is missing. Write it. The person of this row is taken "
        "without the ground."
    ),
    "no_ground_day": _(
        "“%(is)s” is no day. Write day/month/year, or the year alone. The person of this row is "
        "taken without the ground."
    ),
    "ground_days": _(
        "“%(is)s” would end before it begins. Correct the days. The person of this row is taken "
        "without it."
    ),
    "ground_birth": _(
        "“%(is)s” would begin before the birth. Correct the day. The person of this row is taken "
        "without it."
    ),
    "ground_known": _(
        "“%(is)s” is known from %(since)s on already, and the days overlap. Write the same day or "
        "later ones. The person of this row is taken without it."
    ),
    "zeros": _("Lost zeros were put back in front: %(is)s."),
    "no_phone": _("“%(is)s” is no mobile number; it was left out."),
    "identity.not_12_digits": _("A personal identity number has 12 digits."),
    "identity.old_number": _("This is an old number of nine digits."),
    "identity.province": _("The identity number begins with no province."),
    "identity.sex": _("The identity number does not fit the sex."),
    "identity.year": _("The identity number does not fit the year of birth."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about one row; `field` is the column that it is about."""

    row: int
    field: str
    code: str
    facts: Mapping[str, object] = filled(default_factory=dict)
    bad: bool = True


def sentence(code: str, facts: Mapping[str, object]) -> str:
    """What it says, in the language of who reads; a refusal of the books says its own."""
    words = SENTENCES.get(code) or _refusals()[code]
    return str(words) % facts


def _refusals() -> Mapping[str, str | Promise]:
    return {one.code: one.sentence for one in _beneath(Refusal)}


def _beneath(refusal: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in refusal.__subclasses__():
        yield one
        yield from _beneath(one)
