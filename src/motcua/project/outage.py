"""When the service will rest, as it was announced at least seven working days before."""

from datetime import datetime


def outage(told: str) -> tuple[datetime, datetime] | None:
    """``begin/end`` in ISO 8601 with an offset; None when nothing is announced."""
    if not told:
        return None
    begins, _, ends = told.partition("/")
    span = datetime.fromisoformat(begins), datetime.fromisoformat(ends)
    if None in (span[0].tzinfo, span[1].tzinfo) or span[0] >= span[1]:
        raise ValueError(f"MOTCUA_OUTAGE: {told!r} is no begin/end with an offset such as +07:00")
    return span
