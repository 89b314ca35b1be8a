"""A newer version of the extract copy, as a change of the law would bring it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import keep
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import in_force
from tests import cast
from tests.procedures.packs import EXTRACT, contents_of

PURPOSE = "What do you need the copy for?"


def _words(label: str) -> Mapping[str, Mapping[str, str]]:
    return {one: {"label": label, "term": label} for one in ("vi", "en", "hi")}


def newer() -> Mapping[str, Any]:
    """Today's edition with a question renamed, one taken away, a new one that must be answered, an
    answer less to choose from, and a paper more."""
    today = next(one for one in contents_of(EXTRACT) if "2027" not in one["valid_from"])
    changed = deepcopy(dict(today))
    for section in changed["form"]["sections"]:
        section["fields"] = [one for one in section["fields"] if one["name"] != "register_number"]
        for field in section["fields"]:
            if field["name"] == "register_office":
                field |= {"name": "written_at", "words": _words("Where was it written down?")}
            if field["name"] == "delivery":
                field["choices"].remove("electronic")
    purpose = {"name": "purpose", "kind": "text", "need": "must", "words": _words(PURPOSE)}
    changed["form"]["sections"][0]["fields"].append(purpose)
    first = changed["papers"][0]
    added = first | {"name": "old_copy", "need": "must", "replaceable_by_data": False}
    changed["papers"].append(added | {"words": _words("The old copy")})
    return changed


def newer_law() -> Procedure:
    """From now on the newer version holds."""
    keep([newer()], by=SYSTEM, at=cast.AT)
    return in_force(EXTRACT, cast.AT.date())
