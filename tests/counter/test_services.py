"""What a person came for: the most asked under a key, the rest found by plain words."""

import pytest

from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story

pytestmark = pytest.mark.django_db


def page(**typed: str) -> str:
    story.whole_law()
    return words(At(cast.receptionist()).get("services", **typed))


def test_the_eight_most_asked_have_a_key_each_and_all_others_are_there() -> None:
    shown = page()
    assert shown.count("/desk/intake/") == 39
    assert [f'data-key="{n}"' in shown for n in range(1, 10)] == [True] * 8 + [False]
    assert "Hộ tịch: khai sinh, kết hôn, khai tử, gia đình" in shown
    assert "Chứng thực: bản sao, chữ ký, hợp đồng" in shown


def test_plain_words_find_a_procedure_and_its_key_is_one() -> None:
    """Two others tell of these words; the one that is called so comes first."""
    shown = page(q="di chuc")
    assert shown.count("/desk/intake/") == 3
    assert 'href="/desk/intake/2.001019" data-focus data-key="1"' in shown


def test_words_that_nothing_has_lead_back_to_everything() -> None:
    shown = page(q="xyz")
    assert "/desk/intake/" not in shown
    assert "Không tìm thấy thủ tục phù hợp." in shown
    assert 'href="/desk/intake"' in shown
