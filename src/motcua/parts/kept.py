"""What a person typed, kept on the page that tells them no: nothing typed is lost."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParserError

# Six papers of twelve photographs as telephones take them; what is larger is not read at all.
MOST_BODY = 100 * 1024 * 1024
_SECRET = ("csrfmiddlewaretoken", "password", "one_time_code")


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that was posted and not taken.

    `may_be_sent` is false when the form did not come from a page of this house: then it must not
    be offered for sending again, or another site could have a person post what it wrote.
    """

    action: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]
    may_be_sent: bool

    @property
    def answers(self) -> tuple[str, ...]:
        """What there is to read of it, without the blank fields."""
        return tuple(value for _name, value in self.fields if value.strip())


def kept_form(request: HttpRequest) -> Kept | None:
    """The form of a POST; None for any other request and for a body that cannot be read."""
    if request.method != "POST" or too_large(request):
        return None
    try:
        posted: QueryDict = request.POST
        chosen = [file for _name, files in request.FILES.lists() for file in files]
    except (MultiPartParserError, SuspiciousOperation, OSError):
        return None
    fields = tuple(
        (name, str(value))
        for name, values in posted.lists()
        for value in values
        if not name.lower().endswith(_SECRET)
    )
    files = tuple(str(getattr(file, "name", "")) for file in chosen)
    return Kept(request.get_full_path(), fields, files, _is_ours(request))


def too_large(request: HttpRequest) -> bool:
    """Whether a body is announced that nobody should wait for; one without a length is empty."""
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    return not length.isdecimal() or len(length) > 10 or int(length) > MOST_BODY


def _is_ours(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this house sent the form."""
    origin = request.headers.get("Origin", "")
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site == "same-origin"
    return bool(origin) and urlsplit(origin).netloc == request.get_host()
