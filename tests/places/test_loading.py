"""The pack of places: read whole or refused whole, loaded once however often."""

from datetime import date
from pathlib import Path

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.places import actions, queries
from motcua.places.errors import NotYourPlaces, UnknownPlace
from motcua.places.models import Commune, Naming, Succession, Village
from motcua.places.pack import MARKS, PackFaultsError, read
from tests import cast

DAY = date(2026, 3, 3)


def test_every_code_and_name_of_the_pack_bears_a_mark() -> None:
    pack = read()
    marks = {mark for fact in (*pack.units, *pack.steps) for mark in fact.marks.values()}
    assert marks == set(MARKS)
    assert all("name" in unit.marks and "code" in unit.marks for unit in pack.units)


def test_coc_san_has_nine_villages_of_which_only_un_ta_is_known_by_name() -> None:
    villages = [unit for unit in read().units if unit.level == "village"]
    assert len(villages) == 9
    known = [unit.name for unit in villages if unit.marks["name"] == "verified"]
    assert known == ["Thôn Ún Tà"]
    others = {unit.marks["name"] for unit in villages if unit.name != "Thôn Ún Tà"}
    assert others == {"placeholder"}


BAD = """
[[unit]]
level = "hamlet"
key = "1"
name = "Không mã"
parent = "15"
marks = { name = "sure" }

[[succession]]
level = "commune"
unit = "1"
successor = "2"
change = "swallow"
on = 2025-07-01
basis = "x"
"""


def test_a_pack_with_faults_is_refused_with_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(BAD, encoding="utf-8")
    with pytest.raises(PackFaultsError) as refusal:
        read(tmp_path)
    text = str(refusal.value)
    for part in ("'hamlet'", "'sure'", "marks is missing", "'swallow'", "basis has no mark"):
        assert part in text
    assert "bad.toml: 1: level is 'hamlet'; write one of province, commune, village" in text
    assert "1 → 2: '2' is no commune; add the unit" in text


@pytest.mark.django_db
def test_the_pack_is_loaded_once_however_often() -> None:
    for _ in range(2):
        assert actions.load(pack=read(), by=SYSTEM, at=cast.AT) == 16
    counts = (Commune.objects.count(), Village.objects.count(), Naming.objects.count())
    assert counts == (4, 9, 16)
    assert Succession.objects.count() == 5
    names = [village.name for village in queries.villages("02746", DAY)]
    assert names[:2] == ["Thôn Ún Tà", "Thôn số 2"]
    assert [v.placeholder for v in queries.villages("02746", DAY)] == [False] + [True] * 8
    made = queries.commune("02746")
    assert (made.name, made.agency_code, made.province.name) == (
        "Xã Cốc San",
        "H38.DEMO",
        "Tỉnh Lào Cai",
    )
    assert [one.code for one in queries.communes(DAY)] == ["02746"]


@pytest.mark.django_db
def test_loading_again_keeps_what_an_administrator_configured() -> None:
    actions.load(pack=read(), by=SYSTEM, at=cast.AT)
    Commune.objects.filter(code="02746").update(agency_code="H38.12.34")
    actions.load(pack=read(), by=SYSTEM, at=cast.AT)
    assert queries.commune("02746").agency_code == "H38.12.34"


@pytest.mark.django_db
def test_a_resident_loads_no_places() -> None:
    by = cast.acting(cast.resident())
    with pytest.raises(NotYourPlaces):
        actions.load(pack=read(), by=by, at=cast.AT)
    assert not Naming.objects.exists()
    assert not JournalLine.objects.exists()


@pytest.mark.django_db
def test_an_unknown_commune_is_refused() -> None:
    with pytest.raises(UnknownPlace) as refusal:
        queries.commune("99999")
    assert "99999" in str(refusal.value)
