"""The ways in which a name may stand in a commune's books: what is looked up for doubles."""

import pytest

from motcua.registers.names_kept import learn
from motcua.registers.spelt import spellings
from tests import cast

pytestmark = pytest.mark.django_db


def known(*names: str) -> None:
    cast.coc_san()
    learn((cast.COC_SAN, name) for name in names)


def spelt(name: str) -> list[str]:
    return spellings(name, commune=cast.COC_SAN)


def test_a_name_comes_first_and_each_word_in_the_ways_of_the_books() -> None:
    known("giang thi chong", "dang thi trong", "lu van ban")
    found = spelt("dang thi trong")
    assert found[0] == "dang thi trong"
    assert {"giang thi trong", "dang thi chong", "giang thi chong"} <= set(found)
    assert not [name for name in found if "ban" in name.split()]
    assert len(found) == len(set(found))


def test_more_than_two_letters_wrong_is_another_name() -> None:
    known("lan hoa mai", "lam hoe may")
    found = spelt("lan hoa mai")
    # y for i sounds the same and counts half.
    assert {"lam hoe mai", "lan hoe may", "lam hoa may"} <= set(found)
    assert "lam hoe may" not in found


def test_with_one_more_word_and_with_words_cut_short() -> None:
    known("vang thi be nho", "vang thi be nho xinh", "vang thi benh")
    found = spelt("vang thi be")
    assert {"vang thi be nho", "vang thi benh"} <= set(found)
    assert "vang thi be nho xinh" not in found
    assert "vang thi be nho" in spelt("vang be nho")


@pytest.mark.parametrize(
    "typed",
    ["a tong pau sung", "pau sung tong a", "sung tong pau a", "pau a tong sung"],
    ids=["in two ways at once", "turned", "two words swapped", "reversed"],
)
def test_words_in_another_order_with_one_wrong(typed: str) -> None:
    known("sung tong a pao", "lu van pau")
    assert ("sung tong a pao" in spelt(typed)) == (typed != "a tong pau sung")
    # With nothing wrong they may stand in any order.
    assert "sung tong a pao" in spelt(typed.replace("pau", "pao"))


def test_a_name_of_many_words_gives_no_more_than_are_looked_up() -> None:
    similar = [f"{first}{middle}n" for first in "lhtbc" for middle in "aeiou"]
    known(*similar)
    found = spelt("lan len lin lon lun lan")
    assert found[0] == "lan len lin lon lun lan"
    assert {"han len lin lon lun lan", "len lin lon lun lan lan"} <= set(found)
    assert len(found) < 2000


def test_nothing_is_looked_up_for_no_name() -> None:
    cast.coc_san()
    assert spelt("") == spelt(" - ") == []
