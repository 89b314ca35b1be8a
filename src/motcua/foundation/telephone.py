"""A telephone number as people write it."""


def written(number: str) -> str:
    """``+84912345678`` → ``0912 345 678``; what is no number of Vietnam stays as it is."""
    bare = f"0{number.removeprefix('+84')}" if number.startswith("+84") else number
    return f"{bare[:4]} {bare[4:7]} {bare[7:]}" if len(bare) == 10 and bare.isdecimal() else number
