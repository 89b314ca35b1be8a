"""Bad samples of rules that read well and cannot be meant: dead, blank, twice, out of order, not
what the books ask for."""

from tests.procedures.faults import BIRTH, CHANGE, EXTRACT, PRICE

# Asked only where a question that is hidden from oneself was answered by oneself.
HIDDEN = """{ like = "subject_address", when = { all = [
  { field = "subject_name", not = "" }, { field = "relation", is = "self" } ] } },"""

# As in `faults`: file, what stands there, what stands there instead, code, key.
RULE_FAULTS = [
    (
        f"{EXTRACT}/procedure.toml",
        '{ field = "event", is = "marriage" } },\n',
        '{ all = [ { field = "event", is = "death" }, { field = "event", not = "death" } ] } },\n',
        "dead_condition",
        "fields.spouse_name.when",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        '{ like = "subject_identity", when = { field = "relation", not = "self" } },',
        HIDDEN,
        "dead_condition",
        "fields.subject_address.when",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        'document = "Luật Hộ tịch 60/2014/QH13", article = "Điều 63',
        'document = "", article = "Điều 63',
        "blank",
        "legal_basis.1.document",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        PRICE,
        f"{PRICE}\nvalid_from = 2026-06-01\nvalid_to = 2026-05-31",
        "bad_date",
        "fees.copy.valid_to",
    ),
    (
        f"{EXTRACT}/procedure.toml",
        '[[papers]]\nlike = "authority"',
        '[[papers]]\nlike = "identity_card"',
        "twice",
        "papers.identity_card",
    ),
    (
        f"{BIRTH}/procedure.toml",
        '"child.name" = "answer:child_name"\n',
        "",
        "missing_term",
        "writes.birth.child.name",
    ),
    (
        f"{BIRTH}/procedure.toml",
        '"child.home_place" =',
        '"child.homeplace" =',
        "unknown_term",
        "writes.birth.child.homeplace",
    ),
    (
        f"{CHANGE}/procedure.toml",
        'terms = { "child.name" = "answer:after" }',
        'terms = { "child.nickname" = "answer:after" }',
        "unknown_term",
        "notes.changes.1.terms.child.nickname",
    ),
    (f"{EXTRACT}/procedure.toml", "[[route]]", "[[route", "not_toml", "line 79"),
]
