"""For whom: the question before the form, and the form that is filled in by its answer."""

import re

import pytest
from django.test import Client

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import SYSTEM
from motcua.people.models import Resident
from motcua.procedures.actions import keep
from motcua.procedures.pack import Procedure
from tests import cast, kin
from tests.portal.forms import FORM, fields_of
from tests.procedures.packs import contents_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(law: Procedure) -> dict[str, Resident]:
    kin.books()
    return kin.family()


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def value_of(html: str, name: str) -> str:
    """What stands in a line of the form, or which answer is chosen."""
    line = re.search(rf'<input class="input[^"]*" id="{name}"[^>]* value="([^"]*)"', html)
    chosen = re.search(rf'name="{name}" value="(\w+)"[^>]* checked', html)
    picked = re.search(rf'<select[^>]*name="{name}".*?value="(\w+)" selected', html, re.DOTALL)
    return next((one.group(1) for one in (line, chosen, picked) if one), "")


def test_what_the_books_say_of_a_marriage_stands_in_the_form_with_its_source(
    thu: Client, family: dict[str, Resident]
) -> None:
    keep(contents_of("1.004873"), by=SYSTEM, at=cast.AT)
    html = page(thu, "/apply/1.004873?for=self")
    assert value_of(html, "status") == "married"
    assert value_of(html, "spouse_name") == "Lù Văn Bạn"
    source = re.search(r'<p class="source" id="status-source">.*?</p>', html)
    assert source is not None
    assert "“Sổ đăng ký kết hôn”, số 1/2015." in plain(source[0])
    # Of her mother the register links no more than who is married to her.
    html = page(thu, "/apply/1.004873?for=mother")
    assert value_of(html, "status") == ""


def test_each_paper_that_the_books_hold_of_the_family_is_one_press(
    thu: Client, family: dict[str, Resident]
) -> None:
    asked = page(thu, FORM)
    assert "Ông/bà làm cho ai?" in asked
    assert "data-form" not in asked
    found = re.findall(rf'href="({FORM}\?[^"]+)"><b>([^<]+)</b><span>(.+?)</span><svg', asked)
    assert [(address.replace("&amp;", "&"), what, plain(who)) for address, what, who in found] == [
        (f"{FORM}?event=birth&for=self", "Khai sinh",
         "Cho chính ông/bà: Vàng Thị Thử, 1991 · số 1/1991"),
        (f"{FORM}?event=marriage&for=self", "Kết hôn",
         "Cho chính ông/bà: Vàng Thị Thử, 1991 · số 1/2015"),
        (f"{FORM}?event=marriage&for=spouse", "Kết hôn",
         "Cho vợ hoặc chồng: Lù Văn Bạn, 1988 · số 1/2015"),
        (f"{FORM}?event=birth&for=child-1", "Khai sinh",
         "Cho con: Lù Thị Con, 2019 · số 1/2019"),
        (f"{FORM}?for=mother", "Cho mẹ", "Nông Thị Mẹ, 1965"),
        (f"{FORM}?for=father", "Cho cha", "Vàng Văn Cha, 1963"),
    ]  # fmt: skip
    assert 'href="?for=none"' in asked


def test_of_some_books_only_oneself_and_ones_child_are_told(
    thu: Client, family: dict[str, Resident]
) -> None:
    kin.recognised(family["self"])
    entry = kin.recognised(family["spouse"], "Lù Văn Riêng", "2012-01-02")
    kin.written("parentage", {**entry.content, "child.name": "Lù Văn Khác"}, cast.AT.date())
    asked = page(thu, FORM)
    assert asked.count("event=parentage") == 2
    assert "event=parentage&amp;for=self" in asked
    assert "event=parentage&amp;for=child-1" in asked
    assert "event=parentage&amp;for=spouse" not in asked
    form = page(thu, f"{FORM}?event=parentage&for=self")
    names = ("event", "subject_birth", "other_name", "register_number")
    assert [value_of(form, name) for name in names] == [
        "parentage", "12/05/1991", "Lù Thị Con", "1/2021",
    ]  # fmt: skip


def test_what_is_known_stands_in_the_form_with_its_source(
    thu: Client, family: dict[str, Resident]
) -> None:
    form = page(thu, f"{FORM}?event=birth&for=child-1")
    known = {
        "filer_name": "Vàng Thị Thử",
        "event": "birth",
        "relation": "parent",
        "subject_name": "Lù Thị Con",
        "subject_birth": "01/06/2019",
        "subject_sex": "female",
        "subject_identity": "000319000006",
        "register_number": "1/2019",
        "register_day": "20/06/2019",
        "register_office": kin.PLACE,
    }
    assert {name: value_of(form, name) for name in known} == known
    assert re.search(r'id="subject_name-source">.*?Lấy từ sổ dân cư của xã\.', form)
    assert re.search(r'id="register_number-source">.*?Sổ đăng ký khai sinh”, số 1/2019\.', form)
    assert 'aria-describedby="register_number-help register_number-source"' in form


def test_the_person_may_refuse_it_all_or_write_otherwise(
    thu: Client, family: dict[str, Resident]
) -> None:
    empty = page(thu, f"{FORM}?blank=1")
    assert "Vàng Thị Thử" not in empty.split("<form", 1)[1]
    form = fields_of(page(thu, f"{FORM}?event=birth&for=child-1"))
    typed = {"subject_name": "Lù Thị Khác", "subject_birth": "2/6/2019", "event": "birth"}
    thu.post(FORM, {**form, **typed, "keep": "1"})
    kept = Dossier.objects.get()
    assert kept.answers["subject_name"] == "Lù Thị Khác"
    assert kept.answers["subject_birth"] == "2019-06-02"


def test_of_another_adult_the_number_is_the_offices_alone(
    thu: Client, family: dict[str, Resident]
) -> None:
    form = page(thu, f"{FORM}?for=mother")
    assert value_of(form, "subject_name") == "Nông Thị Mẹ"
    assert "000165000003" not in form


def test_another_key_than_a_kin_of_ones_own_fills_in_nobody(
    thu: Client, mau: Client, family: dict[str, Resident]
) -> None:
    for key in ("child-2", "child-1' OR 1", str(family["child"].pk), "none"):
        form = page(thu, f"{FORM}?for={key}")
        assert value_of(form, "subject_name") == ""
        assert value_of(form, "filer_name") == "Vàng Thị Thử"
    assert "Lù Thị Con" not in page(mau, f"{FORM}?for=child-1")


def test_a_guest_is_not_asked_and_learns_nothing(
    guest: Client, family: dict[str, Resident]
) -> None:
    lines = JournalLine.objects.count()
    assert "Ông/bà làm cho ai?" not in page(guest, FORM)
    form = page(guest, f"{FORM}?event=birth&for=child-1")
    assert value_of(form, "subject_name") == value_of(form, "filer_name") == ""
    assert JournalLine.objects.count() == lines


def test_whose_records_were_read_is_in_the_journal(
    thu: Client, family: dict[str, Resident]
) -> None:
    page(thu, f"{FORM}?event=birth&for=child-1")
    lines = JournalLine.objects.filter(verb__startswith="read.", actor__startswith="account:")
    about = {line.about for line in lines}.union(*(line.facts.get("about", ()) for line in lines))
    assert f"resident:{family['child'].pk}" in about
    assert any(one.startswith("entry:") for one in about)
