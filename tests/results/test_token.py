"""The token behind a QR: sealed, checkable with no network, and bound to its own paper."""

from datetime import date
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from motcua.results.verification import (
    Face,
    Forged,
    Unreadable,
    claim_of,
    decode,
    encode,
    initials,
    names,
    number_on_paper,
    plain_number,
    verify_offline,
)

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
FACE = Face(
    commune="02746",
    result=UUID("6f1c3c3e-52a0-4a3c-9d6e-1b2c3d4e5f60"),
    issued_on=date(2026, 3, 3),
    number="05/TLKS-BS",
    template="extract_birth",
    holder="Lù Thị Đào",
)
TOKEN = encode(claim_of(FACE), KEY)


def test_a_token_comes_back_as_it_was_sealed() -> None:
    claim = verify_offline(TOKEN, PUBLIC)
    assert (claim.commune, claim.result, claim.issued_on) == (
        "02746",
        FACE.result,
        date(2026, 3, 3),
    )
    assert (claim.number, claim.template, claim.initials) == (
        "05.TLKS-BS",
        "extract_birth",
        "L.T.D",
    )


def test_a_token_is_short_and_stands_in_a_url_as_it_is() -> None:
    assert len(TOKEN) <= 180
    assert all(letter.isascii() and (letter.isalnum() or letter in "-._~") for letter in TOKEN)


def test_a_token_says_no_name() -> None:
    assert "dao" not in TOKEN.casefold().replace("_", "")
    assert not names(claim_of(FACE), "Lù Thị Đài")


@pytest.mark.parametrize("place", range(len(TOKEN)))
def test_a_changed_letter_anywhere_is_caught(place: int) -> None:
    letter = "A" if TOKEN[place] != "A" else "B"
    changed = TOKEN[:place] + letter + TOKEN[place + 1 :]
    with pytest.raises((Forged, Unreadable)):
        verify_offline(changed, PUBLIC)


def test_the_key_of_another_commune_does_not_fit() -> None:
    with pytest.raises(Forged):
        verify_offline(encode(claim_of(FACE), OTHER), PUBLIC)


def test_a_qr_copied_onto_another_paper_names_another_holder() -> None:
    claim = verify_offline(TOKEN, PUBLIC)
    assert names(claim, "LÙ  THỊ ĐÀO")
    assert not names(claim, "Lù Thị Đao")
    assert not names(claim, "Vàng Thị Thử")


@given(st.text(max_size=300))
def test_any_other_text_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        decode(text)


@pytest.mark.parametrize("day", ["20260230", "00000000", "20261301"])
def test_a_day_that_is_none_is_unreadable(day: str) -> None:
    with pytest.raises(Unreadable):
        decode(TOKEN.replace("20260303", day))


def test_initials_and_numbers_are_plain_letters() -> None:
    assert initials("Đặng Thị Ánh") == "D.T.A"
    assert initials("") == "X"
    assert plain_number("27/2019") == "27.2019"
    assert plain_number("12/UBND-XNTTHN") == "12.UBND-XNTTHN"
    assert number_on_paper("12.UBND-XNTTHN") == "12/UBND-XNTTHN"
