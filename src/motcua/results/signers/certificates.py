"""Until when the certificates are valid that papers are signed with.

Every signer keeps the public certificate that it signs under as ``<name>.crt.pem`` in MOTCUA_CA, so
that this is known without waking the signer, which weighs 80 MiB.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from motcua.foundation.loading import Later

if TYPE_CHECKING:
    from cryptography import x509
else:
    x509 = Later("cryptography.x509")


def valid_until(folder: Path | None = None) -> datetime | None:
    """The end of the one that ends first; None while there is none, as before the first paper."""
    place = folder or Path(settings.MOTCUA_CA)
    ends = [_end(path) for path in place.glob("*.crt.pem")]
    return min(ends, default=None)


def _end(path: Path) -> datetime:
    return x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
