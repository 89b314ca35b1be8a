"""How a call is said in Vietnamese. Plain Python; the browser says what it is given."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}


def call(shown: str, desk: str) -> str:
    """``Mời số A không không bảy đến quầy số hai`` for ticket A007 and desk 2."""
    return f"Mời số {ticket_said(shown)} đến {desk_said(desk)}"


def ticket_said(shown: str) -> str:
    """Digit by digit, as the number stands on the ticket: ``A không không bảy``."""
    return " ".join(_DIGITS[int(sign)] if sign in "0123456789" else sign for sign in shown)


def desk_said(desk: str) -> str:
    """``quầy số hai`` for ``2`` or ``Quầy 2``; a desk with a name is called by it."""
    name = desk_name(desk)
    if name.isascii() and name.isdecimal():
        return f"quầy số {number_said(int(name))}"
    return f"quầy {name}"


def desk_name(desk: str) -> str:
    """The desk without the word for one: ``2`` for ``Quầy số 2``."""
    words = desk.split()
    for word in ("quầy", "số"):
        if len(words) > 1 and words[0].lower() == word:
            words = words[1:]
    return " ".join(words)


def number_said(number: int) -> str:
    """Below a hundred as a number, ``hai mươi mốt``; above it digit by digit."""
    if number >= 100:
        return ticket_said(str(number))
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return head
    if tens == 1:
        return f"{head} {'lăm' if ones == 5 else _DIGITS[ones]}"
    return f"{head} {_AFTER_TENS.get(ones, _DIGITS[ones])}"
