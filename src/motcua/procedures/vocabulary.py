"""The closed words of a pack: what may stand in a field that offers a choice. No law in here."""

from typing import Final

LANGUAGES: Final = ("vi", "en", "hi")
MARKS: Final = frozenset({"verified", "memory", "unsure"})
NEEDS: Final = frozenset({"must", "advised", "optional"})
KINDS: Final = frozenset(
    {
        "text",
        "long_text",
        "name",
        "date",
        "partial_date",
        "time",
        "number",
        "choice",
        "yes_no",
        "declaration",
        "ethnic",
        "nationality",
        "identity_number",
        "phone",
        "email",
        "place",
    }
)
# Around whom a form asks, besides the one who hands it in.
PEOPLE: Final = (
    "subject",
    "mother",
    "father",
    "spouse",
    "husband",
    "wife",
    "parent",  # who acknowledges a child, or is acknowledged by it
    "guardian",
)
# What an answer means to the dossier, whatever the form calls its field.
MEANS: Final = frozenset(
    {
        f"filer.{what}"
        for what in ("name", "phone", "identity", "relation", "address", "email", "birth")
    }
    | {
        f"{who}.{what}"
        for who in PEOPLE
        for what in ("name", "birth", "sex", "ethnic", "nationality", "identity", "address")
    }
    | {"subject.birth_place", "subject.home_place"}
    # The household that takes somebody in; the relation is theirs to its head.
    | {f"head.{what}" for what in ("name", "identity", "relation", "address")}
    | {f"register.{what}" for what in ("kind", "number", "volume", "day", "office")}
    | {"interpreter.name", "witness.one", "witness.two"}  # who stands beside the one who asks
    | {"other.name"}  # whom the entry names beside the subject, who is not their spouse
    | {f"marital.{what}" for what in ("status", "ruling", "death")}
    | {f"{who}.marital" for who in ("husband", "wife")}
    | {"notice.number", "notice.day"}
    | {"copies", "pages", "delivery", "purpose"}
)
CHANNELS: Final = frozenset({"counter", "online", "post"})
GROUNDS: Final = frozenset(
    {
        "child",
        "disabled",
        "elderly",
        "merit",
        "minority_hard_area",
        "near_poor",
        "poor",
    }
)
UNITS: Final = frozenset({"same_day", "working_hours", "working_days", "days"})
PAUSES: Final = frozenset({"restart", "extend", "run_on"})
FIELDS_OF_LAW: Final = frozenset({"civil_status", "certification"})
ONLINE: Final = frozenset({"full", "partial"})
# How a life event needs a procedure: it must be done, it may be done instead of the one before, or
# only in some cases.
HOW_NEEDED: Final = frozenset({"must", "instead", "perhaps"})
# Who does what this commune's procedures do not.
OFFICES: Final = frozenset({"commune", "police", "land", "insurance", "school"})
PER: Final = frozenset({"case", "copy", "page"})
# The books in which a decision may write (packs/vn/books.toml says what stands in them).
BOOKS: Final = frozenset(
    {
        "abroad",
        "birth",
        "change",
        "copy",
        "death",
        "deed",
        "div_abroad",
        "guard_end",
        "guardian",
        "marital",
        "marriage",
        "original",
        "parentage",
        "signature",
        "translator",
        "wed_abroad",
    }
)
STEPS: Final = frozenset({"check", "sign"})
STEP_ROLES: Final = frozenset({"officer", "chair"})
ACCEPTS: Final = frozenset({"photo", "pdf"})
# What a paper looks like: how it is photographed hangs on it.
LOOKS: Final = frozenset({"card", "sheet", "booklet", "pages", "sealed"})
RULES: Final = frozenset(
    {
        "age",
        "aged",
        "before_day",
        "differs",
        "is_no",
        "is_yes",
        "not_before",
        "not_future",
        "years_apart",
    }
)
TEMPLATES: Final = frozenset(
    {
        "birth_certificate",
        "certified_copy",
        "certified_deed",
        "certified_electronic_copy",
        "certified_signature",
        "change_extract",
        "copy_from_register",
        "death_extract",
        "deed_correction",
        "extract_birth",
        "extract_change",
        "extract_death",
        "extract_foreign",
        "extract_guardianship",
        "extract_guardianship_end",
        "extract_marriage",
        "extract_parentage",
        "foreign_record_extract",
        "guardianship_end_extract",
        "guardianship_extract",
        "marital_status",
        "marriage_certificate",
        "parentage_extract",
        "translator_signature",
    }
)
# Where a printed or registered value comes from; `procedures.result` reads them.
SOURCES: Final = frozenset({"answer", "means", "join", "entry", "fact", "text"})
FACTS: Final = frozenset(
    {
        "office",  # the committee that decides, as papers name it
        "today",  # the day of the decision, YYYY-MM-DD
        "signer.name",
        "signer.title",
        "register.number",  # of the entry that was picked or has just been written
        "register.volume",
        "register.date",
        "register.notes",  # what the notes in its margin say, in their order
        "certification.volume",  # of the year's book of certified copies
    }
)

# Whom the form asks about is the filer, where the filer says so: the answer to `filer.relation`.
IS_ALSO: Final = {
    "self": "subject",
    **{who: who for who in ("mother", "father", "husband", "wife", "parent", "guardian")},
}
