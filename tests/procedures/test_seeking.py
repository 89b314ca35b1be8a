"""Found by the words that people say, without marks: sixty of them, and what stands first."""

import pytest

from motcua.procedures.guide.reading import guide
from motcua.procedures.guide.seeking import GuideKey, Offered, index_of
from tests.procedures.packs import TODAY, codes, procedure

OFFERED = Offered.of(procedure(code, TODAY) for code in codes())

# What is typed, and what a person means by it: an event, a procedure, another office.
MEANT = {
    "mat giay khai sinh": ("lost", "2.000635"),
    "ban dat": ("land", "2.001035"),
    "cuoi": ("marriage", "1.000894"),
    "chong chet": ("death", "1.000656"),
    "khai sinh": ("birth", "1.001193"),
    "lam giay khai sinh cho con": ("1.001193", "birth"),
    "de con": ("birth",),
    "sinh em be": ("birth",),
    "khai tu": ("death", "1.000656"),
    "bo mat": ("death",),
    "lay vo": ("marriage", "1.000894"),
    "lay chong trung quoc": ("2.000806",),
    "dang ky ket hon": ("marriage", "1.000894"),
    "ly hon o nuoc ngoai": ("abroad", "2.000554"),
    "doc than": ("1.004873",),
    "giay xac nhan doc than": ("1.004873",),
    "sao y": ("2.000815",),
    "cong chung can cuoc": ("2.000815",),
    "photo cong chung": ("2.000815", "work"),
    "so yeu ly lich": ("2.000884", "work"),
    "xin viec": ("work", "2.000884"),
    "di chuc": ("2.001019",),
    "chia thua ke": ("2.001406",),
    "tu choi thua ke": ("2.001016",),
    "sang ten so do": ("land_register", "land"),
    "the chap": ("land", "2.001035"),
    "cho dat cho con": ("land", "2.001035"),
    "doi ten": ("wrong", "1.004859"),
    "sai ten trong giay khai sinh": ("wrong", "1.004859"),
    "sua ngay sinh": ("1.004859", "wrong"),
    "cai chinh ho tich": ("1.004859",),
    "nuoi chau": ("care", "1.004837"),
    "con nuoi": ("adoption", "care"),
    "giam ho": ("care", "1.004837"),
    "tach khau": ("moving", "split_household"),
    "nhap ho khau": ("permanent_residence", "moving"),
    "tam tru": ("moving", "temporary_residence"),
    "ct07": ("residence_proof", "moving"),
    "ho ngheo": ("hardship", "poor_household"),
    "khuyet tat": ("hardship", "disability"),
    "tien mai tang": ("death", "3.000725"),
    "mo quan": ("trade", "trade_begin"),
    "tranh chap dat": ("land_dispute",),
    "trich luc ket hon": ("2.000635",),
    "mat giay ket hon": ("lost", "1.004746"),
    "mat hop dong": ("2.000942",),
    "huy hop dong": ("2.000913",),
    "dich thuat": ("2.001008",),
    "con sinh o nuoc ngoai": ("abroad", "2.000528"),
    "khai sinh bien gioi": ("1.000110",),
    "nguoi lon chua co khai sinh": ("1.004772",),
    "nhan con": ("1.001022", "care"),
    "xet nghiem adn": ("1.001022",),
    "the bao hiem tre em": ("3.000722",),
    "giay uy quyen": ("2.000884",),
    "liet si": ("hardship", "martyr_worship"),
    "chuyen truong": ("school_transfer",),
    "tro cap nguoi cao tuoi": ("old_age",),
    "xoa ho khau": ("end_of_residence",),
    "lam lai giay to bi chay": ("lost",),
}

# Said by people after the plain words had been written, to see how far these reach.
SAID_LATER = {
    "vo moi sinh con trai": "birth",
    "ong noi mat hom qua": "death",
    "bao tu cho me": "death",
    "xin giay khai sinh ban sao": "2.000635",
    "lay chong han quoc": "2.000806",
    "chung nhan doc than de mua dat": "1.004873",
    "cong chung bang cap 3": "2.000815",
    "uy quyen cho con di lam so do": "2.000884",
    "ba ngoai nuoi chau mo coi": "care",
    "khai sinh sai nam sinh": "wrong",
    "doi ho cho con theo me": "1.004859",
    "vay ngan hang the chap so do": "2.001035",
    "chia dat cho cac con": "2.001406",
    "giay xac nhan ho ngheo": "poor_household",
    "xin tien khuyet tat": "hardship",
    "nhap khau cho vo": "moving",
    "o tro lam cong nhan": "temporary_residence",
    "mo tiem tap hoa": "trade",
    "con sinh o trung quoc": "abroad",
    "mat giay dang ky ket hon": "lost",
    "ra soat ho can ngheo": "poor_household",
    "hang xom lan dat": "land_dispute",
    "thua ke dat cua bo": "2.001406",
}


def keys(typed: str, language: str = "vi") -> list[str]:
    index = index_of(OFFERED, GuideKey.of(guide()), language)
    return [one.key for one in index.seek(typed)]


@pytest.mark.parametrize("typed", MEANT)
def test_what_is_meant_stands_first(typed: str) -> None:
    assert keys(typed)[0] in MEANT[typed]


def test_all_that_is_meant_stands_among_the_first_five() -> None:
    meant = [(typed, key) for typed, found in MEANT.items() for key in found]
    missed = [(typed, key) for typed, key in meant if key not in keys(typed)[:5]]
    assert len(MEANT) == 60
    assert missed == []


@pytest.mark.parametrize(("typed", "meant"), SAID_LATER.items())
def test_what_was_said_later_stands_among_the_first_five(typed: str, meant: str) -> None:
    assert meant in keys(typed)[:5]


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("lost birth certificate", "en", "lost"),
        ("sell land", "en", "land"),
        ("my husband died", "en", "death"),
        ("शादी", "hi", "marriage"),
        ("वसीयत", "hi", "2.001019"),
        ("CHỒNG CHẾT", "vi", "death"),
        ("2.000547", "en", "2.000547"),
        ("1.004222", "vi", "permanent_residence"),
    ],
)
def test_it_is_found_in_every_language_and_by_its_code(
    typed: str, language: str, first: str
) -> None:
    assert keys(typed, language)[0] == first


def test_a_word_that_is_still_being_typed_finds() -> None:
    assert "2.001019" in keys("di chu")


def test_words_that_nothing_has_find_nothing() -> None:
    assert keys("zzzz") == []


def test_a_word_that_nothing_has_hides_nothing() -> None:
    assert keys("zzzz khai sinh") == keys("khai sinh")
