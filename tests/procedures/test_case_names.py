"""Every worked case of the packs has a name in each language."""

import tomllib
from pathlib import Path

from django.conf import settings
from django.utils import translation

from motcua.procedures.case_names import called


def packed() -> set[str]:
    """The names in the examples of all packs; what is like another is called as it is."""
    files = (Path(settings.PACKS) / "vn" / "procedures").rglob("*.toml")
    read = (tomllib.loads(path.read_text(encoding="utf-8")) for path in files)
    cases = [one for content in read for one in content.get("examples", ())]
    return {one["name"] for one in cases if "like" not in one}


def test_each_case_is_called_something_in_each_language_and_none_is_left_over() -> None:
    names = tomllib.loads((Path(settings.PACKS) / "vn" / "cases.toml").read_text(encoding="utf-8"))
    assert set(names) == packed()
    assert {tuple(sorted(one)) for one in names.values()} == {("hi", "vi")}
    for language in ("vi", "hi"):
        assert all(one[language].strip() for one in names.values())


def test_a_case_is_called_in_the_language_of_who_reads_and_an_unknown_one_by_its_name() -> None:
    with translation.override("vi"):
        assert called("a mistyped name") == "Tên gõ sai"
        assert called("a case of somebody's own") == "a case of somebody's own"
    with translation.override("en"):
        assert called("a mistyped name") == "a mistyped name"
