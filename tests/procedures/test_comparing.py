"""Two versions side by side: every difference is named, and nothing that is the same."""

from copy import deepcopy
from typing import Any

import pytest

from motcua.procedures.comparing import Change, Detail, compared
from tests.procedures.packs import BIRTH, EXTRACT, contents


def content(code: str = EXTRACT, since: str = "") -> dict[str, Any]:
    """An edition of a procedure, to be changed."""
    found = [one for one in contents() if one["code"] == code and since in one["valid_from"]]
    return deepcopy(dict(found[0]))


def test_a_version_is_like_itself() -> None:
    assert compared(content(), content(), "vi") == {}


def test_a_price_that_rises_is_one_changed_fee() -> None:
    new = content()
    new["fees"]["rules"][0]["amount"] = 9000
    label = new["fees"]["rules"][0]["words"]["vi"]["label"]
    changed = Change("changed", "copy", label, [Detail("amount", "8000", "9000")])
    assert compared(content(), new, "vi") == {"fees": [changed]}


def test_a_question_more_and_a_paper_less_are_added_and_removed() -> None:
    new = content()
    field = {
        "name": "reason",
        "kind": "text",
        "need": "must",
        "words": {"vi": {"label": "Vì sao?"}},
    }
    new["form"]["sections"][0]["fields"].append(field)
    gone = new["papers"].pop()
    found = compared(content(), new, "vi")
    assert set(found) == {"form", "papers"}
    (added,), (removed,) = found["form"], found["papers"]
    assert (added.kind, added.what, added.label) == ("added", "reason", "Vì sao?")
    assert Detail("need", "", "must") in added.details
    assert (removed.kind, removed.what) == ("removed", gone["name"])
    assert all(one.before and not one.after for one in removed.details)


@pytest.mark.parametrize(
    ("part", "what", "key", "before", "after"),
    [
        ("words", "en.short", "short", None, "Copies"),
        ("deadline", "deadline", "unit", "same_day", "working_days"),
        ("route", "sign", "role", "chair", "officer"),
        ("dates", "online", "online", "full", "partial"),
        ("result", "picks", "picks", "event", "relation"),
        ("marks", "papers", "mark", None, "unsure"),
    ],
)
def test_each_part_names_its_own(
    part: str, what: str, key: str, before: str | None, after: str
) -> None:
    old, new = content(), content()
    change = {
        "words": lambda: new["words"]["en"].update(short=after),
        "deadline": lambda: new["deadline"].update(unit=after),
        "route": lambda: new["route"][-1].update(role=after),
        "dates": lambda: new.update(online=after),
        "result": lambda: new["result"].update(picks=after),
        "marks": lambda: new["marks"].update(papers=after),
    }
    change[part]()
    ((found, (row,)),) = compared(old, new, "vi").items()
    assert (found, row.kind, row.what) == (part, "changed", what)
    (detail,) = row.details
    assert (detail.key, detail.after) == (key, after)
    assert before is None or detail.before == before


def test_a_condition_is_shown_as_it_is_written() -> None:
    new = content()
    new["papers"][-1]["when"] = {"field": "relation", "in": ["other", "representative"]}
    (paper,) = compared(content(), new, "vi")["papers"]
    (detail,) = paper.details
    assert detail.key == "when"
    assert detail.before == '{"field": "relation", "is": "representative"}'
    assert detail.after == '{"field": "relation", "in": ["other", "representative"]}'


def test_the_law_of_march_2027_differs_in_basis_news_dates_and_marks_alone() -> None:
    found = compared(content(BIRTH), content(BIRTH, "2027-03-01"), "en")
    assert list(found) == ["dates", "basis", "marks"]
    assert [(one.kind, one.what) for one in found["dates"]] == [
        ("changed", "valid_from"),
        ("removed", "valid_to"),
    ]
    kinds = [(one.kind, one.what) for one in found["basis"]]
    assert len([kind for kind, _what in kinds if kind == "removed"]) == 15
    law, *news = [what for kind, what in kinds if kind == "added"]
    assert law.startswith("Luật Hộ tịch")
    assert news == ["any_commune", "data_count", "told_once", "from_health_data"]
    assert {one.what for one in found["marks"]} == {"form", "papers", "fees", "deadline", "result"}
