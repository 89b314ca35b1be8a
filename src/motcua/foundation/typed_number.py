"""A number out of an address or a form, where anything may stand."""

# As many digits as every key of every database holds.
_MOST = 18


def typed_number(text: str | None) -> int | None:
    """The number that was typed in plain digits; None for all else, and for what no key can be."""
    if not text or len(text) > _MOST or not text.isdecimal():
        return None
    return int(text)
