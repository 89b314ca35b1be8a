"""Bad samples of rules that read well and cannot be meant: dead, blank, twice, out of order, not
what the books ask for."""

from tests.procedures.faults import BIRTH, CHANGE, EXTRACT, MARITAL, PRICE, SHARED

# Asked only where a question that is hidden from oneself was answered by oneself.
HIDDEN = """{ like = "subject_address", when = { all = [
  { field = "subject_name", not = "" }, { field = "relation", is = "self" } ] } },"""

# As in `faults`: file, what stands there, what stands there instead, code, key.
RULE_FAULTS = [
    (
        f"{EXTRACT}/procedure.toml",
        '{ field = "event", in = ["marriage", "wed_abroad", "div_abroad"] } },\n',
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
        'terms = { "whose.name" = "answer:after" }',
        'terms = { "whose.nickname" = "answer:after" }',
        "unknown_term",
        "notes.changes.1.terms.whose.nickname",
    ),
    (
        f"{CHANGE}/procedure.toml",
        'whose = ["of_birth", ',
        'whose = ["of_berth", ',
        "unknown_field",
        "notes.whose",
    ),
    (f"{EXTRACT}/procedure.toml", "[[route]]", "[[route", "not_toml", "line 81"),
    (
        f"{EXTRACT}/examples.toml",
        "due = 2026-11-16T17:00:00",
        "due = 2026-11-17T17:00:00",
        "example_fails",
        "a copy of one's own birth paper.times.2.due",
    ),
    (
        f"{EXTRACT}/examples.toml",
        "due = 2026-11-16T17:00:00",
        "due = 2026-11-16T17:00:00, longer = 2026-11-18T17:00:00",
        "example_fails",
        "a copy of one's own birth paper.times.2.longer",
    ),
    (
        f"{MARITAL}/examples.toml",
        "longer = 2026-12-07T17:00:00",
        "longer = 2026-12-06T17:00:00",
        "example_fails",
        "times.1.longer",
    ),
    (
        f"{EXTRACT}/examples.toml",
        "received = 2026-11-13T14:59:00",
        "received = 2026-11-13",
        "bad_date",
        "examples.a copy of one's own birth paper.times.1.received",
    ),
    (
        f"{EXTRACT}/examples.toml",
        "received = 2026-11-13T14:59:00",
        "received = 2026-11-13T14:59:00+07:00",
        "bad_date",
        "examples.a copy of one's own birth paper.times.1.received",
    ),
    (
        f"{EXTRACT}/examples.toml",
        ", due = 2026-11-13T17:00:00",
        "",
        "missing_key",
        "examples.a copy of one's own birth paper.times.1.due",
    ),
    (
        f"{EXTRACT}@2027-03-01/procedure.toml",
        'like = "told_once"',
        'like = "told_twice"',
        "unknown_like",
        "news.told_twice",
    ),
    (f"{SHARED}/hi.toml", "[news.told_once]", "[news.told_ones]", "missing_words", "told_once"),
    (f"{SHARED}/law.toml", "[news.told_once]", "[news.told_once]\nday = 1", "unknown_key", "day"),
    (
        f"{EXTRACT}@2027-03-01/examples.toml",
        'like = "a poor household pays nothing"',
        'like = "a rich household pays nothing"',
        "unknown_like",
        "examples.a rich household pays nothing",
    ),
]
