"""What each code of `dossiers.evidence` says, in a sentence with its facts in place."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from motcua.counter.words import Words

STATUSES: Mapping[str, Words] = {
    "never": _("never married"),
    "married": _("has a husband or wife"),
    "divorced": _("divorced, not married again"),
    "widowed": _("widowed, not married again"),
}
_RESIDENTS: Mapping[str, Words] = {
    "no_resident": _("Not in this commune's register of residents."),
    "several_residents": _("Several residents may be meant. Look at each of them."),
    "lives": _("Lives in household no. %(number)s, %(village)s."),
    "heads": _("Head of household no. %(number)s, %(village)s."),
    "left": _("Left the commune on %(day)s."),
    "dead": _("Entered in the book of deaths: no. %(number)s, died %(day)s."),
    "dead_perhaps": _(
        "The book of deaths has somebody of this name: no. %(number)s, died %(day)s. Is it them?"
    ),
    "dead_resident": _("Dead since %(day)s in the register of residents."),
}
_MARRIAGES: Mapping[str, Words] = {
    "wed": _("Married %(spouse)s on %(day)s, no. %(number)s. No end is known."),
    "wed_perhaps": _(
        "Somebody of this name married %(spouse)s on %(day)s, no. %(number)s. Number or birth date "
        "do not make it sure: look whether it is them."
    ),
    "wed_divorced": _(
        "Married %(spouse)s on %(day)s, no. %(number)s; divorced %(until)s: %(paper)s."
    ),
    "wed_annulled": _(
        "Married %(spouse)s on %(day)s, no. %(number)s; annulled %(until)s: %(paper)s. It never "
        "was."
    ),
    "wed_widowed": _("Married %(spouse)s on %(day)s, no. %(number)s, who died %(until)s."),
    "several_marriages": _("Several marriages stand in the books, and none has an end."),
    "other_spouse": _("In the register of residents the husband or wife is %(spouse)s."),
    "listed_spouse": _(
        "The list of the household has %(spouse)s as husband or wife; the books know of no such "
        "marriage."
    ),
    "residents_married": _(
        "In the register of residents they are married to %(spouse)s; the books know of no such "
        "marriage."
    ),
    "residents_widowed": _(
        "In the register of residents they are widowed of %(spouse)s; the books say otherwise."
    ),
    "residents_divorced": _(
        "In the register of residents they are divorced; the books say otherwise."
    ),
}
_CERTIFICATES: Mapping[str, Words] = {
    "certificate": _(
        "Certificate no. %(number)s of %(day)s, asked for by %(to)s. Purpose: %(purpose)s. "
        "It said: “%(status)s”."
    ),
    "certificate_unused": _(
        "Certificate no. %(number)s of %(day)s, asked for by %(to)s, is good still and no marriage "
        "was registered with it. Ask for it back. It said: “%(status)s”."
    ),
}
_REQUEST: Mapping[str, Words] = {
    "request_otherwise": _("The request says “%(asked)s”, the records say “%(found)s”."),
    "request_other_spouse": _(
        "The request names %(asked)s as husband or wife, the records %(found)s."
    ),
    "not_free": _("Is married to %(spouse)s: may not marry."),
    "status_never": _("Free to marry: never married, as far as the books know."),
    "status_divorced": _("Free to marry: divorced."),
    "status_widowed": _("Free to marry: widowed."),
    "under_age": _("%(years)s years old, under %(age)s (%(law)s)."),
    "perhaps_under_age": _("Perhaps under %(age)s: the whole birth date is not known (%(law)s)."),
    "of_age": _("Old enough: at least %(years)s, %(age)s is asked (%(law)s)."),
    "no_kin": _(
        "No kinship within %(generations)s generations, as far as the register of residents knows."
    ),
    "descends": _("One descends from the other: %(ancestor)s (%(law)s)."),
    "kin": _("Kin within %(generations)s generations: both descend from %(ancestor)s (%(law)s)."),
    "couple": _("The two are entered as husband and wife: no. %(number)s of %(day)s."),
}
_CHILDREN: Mapping[str, Words] = {
    "notice": _("The hospital's notice: no. %(number)s of %(day)s, as the request says."),
    "parents_wed": _("Mother and father are married: no. %(number)s of %(day)s."),
    "parents_wed_over": _(
        "Mother and father were married: no. %(number)s of %(day)s, until %(until)s."
    ),
    "parents_linked": _(
        "Husband and wife in the register of residents; no entry of the marriage is here."
    ),
    "parents_not_wed": _(
        "No marriage of mother and father is known here. Ask for the certificate, or let the "
        "father recognise the child."
    ),
    "born_already": _(
        "A child of this name and mother is entered already: %(name)s, born %(day)s, no. "
        "%(number)s."
    ),
    "born_that_day": _(
        "The same mother had %(name)s on %(day)s, no. %(number)s. Twins, or the same child?"
    ),
    "born_near": _(
        "The same mother had %(name)s on %(day)s, no. %(number)s: too near for two births."
    ),
    "namesake": _(
        "A child of this name and birth date is entered: no. %(number)s, born %(day)s, mother "
        "%(mother)s."
    ),
    "birth_entry": _("The birth is entered: no. %(number)s. Mother %(mother)s, father %(father)s."),
    "birth_entry_perhaps": _(
        "The birth may be this entry: no. %(number)s. Mother %(mother)s, father %(father)s."
    ),
    "no_birth_entry": _("No entry of the birth in the books of this commune."),
    "parent_there": _("Entry no. %(number)s names %(there)s in that place already."),
}
_DEATHS: Mapping[str, Words] = {
    "leaves_spouse": _("Leaves %(spouse)s as widow or widower."),
    "leaves_headless": _(
        "Was the head of household no. %(number)s: its %(members)s others need a new head."
    ),
    "head_is": _("Head of household no. %(number)s: %(head)s."),
}
SENTENCES: Mapping[str, Words] = {
    **_RESIDENTS,
    **_MARRIAGES,
    **_CERTIFICATES,
    **_REQUEST,
    **_CHILDREN,
    **_DEATHS,
}
