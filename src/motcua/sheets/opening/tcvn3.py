"""TCVN 5712:1993 (TCVN3, "ABC" fonts): what many offices wrote before Unicode. Plain Python.

Capital letters with a tone were a matter of the font, so they come out small.
"""

_FROM_A1 = "ĂÂÊÔƠƯĐăâêôơưđ"
_FROM_B5 = "àảãáạ"
_OTHERS = {
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
LETTERS: dict[int, str] = {
    first + place: letter
    for first, letters in ({0xA1: _FROM_A1, 0xB5: _FROM_B5} | _OTHERS).items()
    for place, letter in enumerate(letters)
}
# In Windows-1258 these are signs that stand in no name.
_NO_LETTER_ELSEWHERE = frozenset(range(0xA1, 0xBF))
# Windows-1258 writes a tone as a letter of its own behind the vowel.
_TONES = frozenset((0xCC, 0xEC, 0xD2, 0xDE, 0xF2))


def looks_like(content: bytes) -> bool:
    """Whether bytes that are no UTF-8 are rather TCVN3 than Windows-1258."""
    signs = sum(byte in _NO_LETTER_ELSEWHERE for byte in content)
    return signs > sum(byte in _TONES for byte in content)


def decoded(content: bytes) -> str:
    """The text; ASCII stays, what TCVN3 does not have becomes U+FFFD."""
    return "".join(
        chr(byte) if byte < 0x80 else LETTERS.get(byte, "\N{REPLACEMENT CHARACTER}")
        for byte in content
    )
