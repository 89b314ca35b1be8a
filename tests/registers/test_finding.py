"""An entry is found whatever was typed, the likeliest first, and every name leaves a line."""

import pytest

from motcua.audit.models import JournalLine
from motcua.audit.sought import sought
from motcua.foundation.refusal import Refusal
from motcua.people.models import Account
from motcua.registers.born import Born
from motcua.registers.errors import BirthUnreadable, NothingAsked, NotYourBooks, UnknownBook
from motcua.registers.finding import Found, Wanted, search
from motcua.registers.likeness import Nearness
from motcua.registers.models import Entry, KnownName, Syllable
from tests import cast
from tests.registers.test_entries import write
from tests.registers.test_notes import noted

pytestmark = pytest.mark.django_db

CHILDREN = (
    ("Nguyễn Thị Lan", "1991-05-12", "Trần Thị Mẫu"),
    ("Nguyễn Thị Lan Anh", "1991-07-01", "Đỗ Thị Thử"),
    ("Nguyễn Thị Làn", "1991-05-12", "Đỗ Thị Thử"),
    ("Nguyễn Thị Lam", "1962-03", "Đỗ Thị Thử"),
    ("Đỗ Văn Sáng", "1962", "Lù Thị Tạm"),
    ("Giàng A Chống", "1960-02-02", "Sùng Thị Nháp"),
)


@pytest.fixture
def entries() -> list[Entry]:
    """Six births, in the order of `CHILDREN`."""
    return [
        write(
            f"dossier:{at}",
            content={"child.name": name, "child.birth": birth, "mother.name": mother},
        )
        for at, (name, birth, mother) in enumerate(CHILDREN)
    ]


def ask(name: str = "", birth: str = "", account: Account | None = None, **facts: object) -> Found:
    return search(
        by=cast.acting(account or cast.officer()),
        commune=cast.COC_SAN,
        wanted=Wanted(
            name=name,
            born=Born.typed(birth) if birth else None,
            **{key: facts.pop(key) for key in ("beside", "number", "kind") if key in facts},  # type: ignore[arg-type]
        ),
        at=cast.AT,
        why="books",
        **facts,  # type: ignore[arg-type]
    )


def names(found: Found) -> list[str]:
    return [hit.row.name for hit in found.hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Đỗ Văn Sáng", "exactly"),
        ("do van sang", "without marks"),
        ("sang van do", "another order"),
        ("do v sa", "cut short"),
        ("dovansang", "no spaces"),
        ("do van sa ng", "too many spaces"),
        ("ddoox vawn sasng", "telex"),
        ("do62 va8n sang1", "VNI"),
        ("do van xang", "as it sounds"),
        ("do van samg", "a wrong letter"),
        ("do van sag", "a missing letter"),
        ("do van saang", "an extra letter"),
        ("do van asng", "two swapped"),
        ("đo vam sanh", "a wrong letter in two words"),
    ],
)
def test_a_name_is_found_however_it_was_typed(entries: list[Entry], typed: str, found: str) -> None:
    assert names(ask(typed))[:1] == ["Đỗ Văn Sáng"], found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("dang a trong", "Giàng A Chống"),
        ("giang a chog", "Giàng A Chống"),
        ("dang a chong", "Giàng A Chống"),
        ("sung thj nhap", "Giàng A Chống"),
    ],
)
def test_what_sounds_alike_is_found(entries: list[Entry], typed: str, name: str) -> None:
    found = ask(typed)
    assert name in [hit.entry.content["child.name"] for hit in found.hits]


def test_exact_comes_before_folded_before_longer_before_near(entries: list[Entry]) -> None:
    found = ask("Nguyễn Thị Lan")
    assert names(found) == [
        "Nguyễn Thị Lan",
        "Nguyễn Thị Làn",
        "Nguyễn Thị Lan Anh",
        "Nguyễn Thị Lam",
    ]
    like = [(hit.like.nearness if hit.like else None, hit.marks) for hit in found.hits]
    assert like == [
        (Nearness.SAME, True),
        (Nearness.SAME, False),
        (Nearness.LONGER, False),
        (Nearness.NEAR, False),
    ]
    assert found.hits[3].like is not None
    assert found.hits[3].like.changed == (("lan", "lam"),)


@pytest.mark.parametrize(
    ("birth", "found"),
    [
        ("1991", ["Nguyễn Thị Lan", "Nguyễn Thị Làn", "Nguyễn Thị Lan Anh"]),
        ("05/1991", ["Nguyễn Thị Lan", "Nguyễn Thị Làn"]),
        ("12/05/1991", ["Nguyễn Thị Lan", "Nguyễn Thị Làn"]),
        ("01.07.1991", ["Nguyễn Thị Lan Anh"]),
        ("1962", ["Đỗ Văn Sáng", "Nguyễn Thị Lam"]),
        ("03/1962", ["Đỗ Văn Sáng", "Nguyễn Thị Lam"]),
        ("04/1962", ["Đỗ Văn Sáng"]),
        ("15/03/1962", ["Đỗ Văn Sáng", "Nguyễn Thị Lam"]),
        ("khoảng 1962", ["Giàng A Chống", "Đỗ Văn Sáng", "Nguyễn Thị Lam"]),
        ("about 1964", ["Đỗ Văn Sáng", "Nguyễn Thị Lam"]),
        ("~1958", ["Giàng A Chống"]),
        ("1959-1961", ["Giàng A Chống"]),
        ("1961 đến 1955", ["Giàng A Chống"]),
        ("1900-2020", [row[0] for row in sorted(CHILDREN, key=lambda row: row[1])]),
        ("1950", []),
    ],
)
def test_a_birth_alone_finds_whom_the_entry_is_of(
    entries: list[Entry], birth: str, found: list[str]
) -> None:
    assert sorted(names(ask(birth=birth))) == sorted(found)


def test_a_name_and_a_birth_find_those_who_have_both(entries: list[Entry]) -> None:
    assert names(ask("nguyen lan", "07/1991")) == ["Nguyễn Thị Lan Anh"]
    assert names(ask("nguyem lann", "1991"))[:1] == ["Nguyễn Thị Làn"]
    assert names(ask("do van xxxx", "1962")) == []
    assert names(ask("do van sangsang", "1962")) == ["Đỗ Văn Sáng"]


def test_another_day_of_the_year_is_shown_when_nobody_has_the_day(entries: list[Entry]) -> None:
    found = ask("nguyen thi lan anh", "02/07/1991")
    assert [(hit.row.name, hit.other_day) for hit in found.hits] == [("Nguyễn Thị Lan Anh", True)]
    assert not ask("nguyen thi lan anh", "02/07/1992").hits


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"beside": "tran thi mau"}, ["Nguyễn Thị Lan"]),
        ({"beside": "tran thi mua"}, ["Nguyễn Thị Lan"]),
        ({"beside": "lu tam", "birth": "1962"}, ["Đỗ Văn Sáng"]),
        ({"beside": "lu tam", "birth": "1963"}, []),
        ({"name": "nguyen lan", "beside": "do thi thu"}, ["Nguyễn Thị Làn", "Nguyễn Thị Lan Anh"]),
        ({"name": "nguyen lam", "beside": "do thj thu"}, ["Nguyễn Thị Lam"]),
        ({"name": "giang", "beside": "do thi thu"}, []),
        ({"name": "do thi thu", "beside": "nguyen thi lan anh"}, ["Đỗ Thị Thử"]),
    ],
)
def test_somebody_else_in_the_entry_finds_it(
    entries: list[Entry], facts: dict[str, str], found: list[str]
) -> None:
    hits = ask(**facts).hits  # type: ignore[arg-type]
    near = [hit.row.name for hit in hits if not hit.like or hit.like.nearness <= Nearness.NEAR]
    assert near[: len(found)] == found
    assert bool(near) == bool(found)


def test_the_number_finds_the_entry_in_every_book_or_in_one(entries: list[Entry]) -> None:
    assert names(ask(number=(2, 2026))) == ["Nguyễn Thị Lan Anh"]
    assert names(ask(number=(2, 2026), kind="birth")) == ["Nguyễn Thị Lan Anh"]
    assert names(ask(number=(2, 2026), kind="death")) == []
    assert names(ask(number=(2, 2025))) == []
    assert names(ask("lan anh", number=(2, 2026))) == ["Nguyễn Thị Lan Anh"]
    assert names(ask("do thi thu", number=(2, 2026))) == ["Đỗ Thị Thử"]
    assert names(ask("giang a chong", number=(2, 2026))) == []
    assert names(ask(number=(2, 2026), birth="1990")) == []


def test_a_name_that_a_note_changed_is_found_as_before_and_as_since(entries: list[Entry]) -> None:
    noted(entries[0], term="child.name", year="Nguyễn Thị Mận")
    assert names(ask("nguyen thi man"))[0] == "Nguyễn Thị Mận"
    assert [hit.row.entry_id for hit in ask("nguyen thi lan").hits].count(entries[0].pk) == 1


def test_pages_go_on_where_the_last_ended_and_say_whether_there_are_more() -> None:
    for at in range(7):
        write(f"dossier:{at}", content={"child.name": "Vàng Thị Mẫu"})
    first, last = ask("vang thi mau", limit=5), ask("vang thi mau", limit=5, after=5)
    numbers = [hit.entry.number for hit in [*first.hits, *last.hits]]
    assert numbers == [7, 6, 5, 4, 3, 2, 1]
    assert (first.more, last.more) == (True, False)


def test_every_name_that_is_asked_for_leaves_its_line(entries: list[Entry]) -> None:
    ask("nguyen lan", beside="tran mau", kind="birth")
    ask(birth="1962")
    lines = JournalLine.objects.filter(verb__startswith="read.").order_by("number")
    assert [(line.verb, line.about) for line in lines] == [
        ("read.register.birth", sought("nguyen lan")),
        ("read.register.birth", sought("tran mau")),
        ("read.register.all", sought("1962")),
    ]
    assert lines[2].facts["shown"] == 2


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({}, NothingAsked),
        ({"name": " v "}, NothingAsked),
        ({"name": "vang", "kind": "cooking"}, UnknownBook),
        ({"name": "vang", "account": cast.stranger_officer}, NotYourBooks),
        ({"name": "vang", "account": cast.auditor}, NotYourBooks),
    ],
)
def test_what_is_refused_shows_nothing(
    entries: list[Entry], facts: dict[str, object], refusal: type[Refusal]
) -> None:
    who = facts.pop("account", None)
    with pytest.raises(refusal):
        ask(account=who() if callable(who) else None, **facts)  # type: ignore[arg-type]
    assert not JournalLine.objects.filter(verb__startswith="read.").exists()


@pytest.mark.parametrize("typed", ["yesterday", "31/02/1990", "khoảng", "1990-", "19", "1/13/1990"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(BirthUnreadable):
        Born.typed(typed)


def test_the_other_communes_names_are_neither_found_nor_learnt(entries: list[Entry]) -> None:
    by = cast.acting(cast.stranger_officer())
    wanted = Wanted(name="do van sang")
    found = search(by=by, commune=cast.OTHER, wanted=wanted, at=cast.AT, why="books")
    assert found.hits == []
    assert set(KnownName.objects.values_list("commune_id", flat=True)) == {cast.COC_SAN}
    assert set(Syllable.objects.values_list("commune_id", flat=True)) == {cast.COC_SAN}


@pytest.mark.parametrize(
    "typed", ["' OR 1=1 --", '"" AND', "%", "_02746", "***", "( ) | & !", "a'b"]
)
def test_signs_are_no_questions_to_the_database(entries: list[Entry], typed: str) -> None:
    assert names(ask(typed, "1800")) == []
