"""PAdES with pyHanko, whatever holds the key: one revision, and PDF/A stays PDF/A."""

import logging
from datetime import datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfReadError, PdfWriteError
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers import Signer as KeyHolder
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import ValidationError

from motcua.results.signers.base import Block, Seal, SignerError

# It warns of a proof that is brought along instead of fetched, at every paper: that is the plan.
logging.getLogger("pyhanko.sign.signers.pdf_signer").setLevel(logging.ERROR)

_FIELD = "Signature"
# The proof of long-term validity goes into the signed revision itself: a reader then says that
# the whole document is signed, which it could not if the proof came as an update behind it.
_ONE_REVISION = DSSContentSettings(
    include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE
)
# The page already shows the signature in its own typeface; the field lies over it, empty.
_BLANK = StaticStampStyle(border_width=0)


def signed(
    content: bytes,
    seal: Seal,
    block: Block,
    holder: KeyHolder,
    *,
    time_stamper: TimeStamper | None = None,
    proof: ValidationContext | None = None,
    room: int | None = None,
) -> bytes:
    """The PDF with one signature; B-LT when a time-stamper and a proof context are given.

    `room` is how many hexadecimal digits are kept free for it; when it is not known, pyHanko signs
    and stamps once more in vain, to measure.
    """
    long_term: dict[str, Any] = {}
    if proof:
        long_term = {"embed_validation_info": True, "validation_context": proof}
    signature = PdfSignatureMetadata(
        field_name=_FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        name=seal.name,
        reason=seal.reason,
        location=seal.place,
        dss_settings=_ONE_REVISION,
        **long_term,
    )
    box = (int(block.left), int(block.bottom), int(block.right), int(block.top))
    field = SigFieldSpec(_FIELD, on_page=block.page - 1, box=box)
    signer = _AtTheTime(
        signature, holder, timestamper=time_stamper, stamp_style=_BLANK, new_field_spec=field
    )
    signer.at = seal.at
    try:
        made = signer.sign_pdf(_SameMetadata(BytesIO(content)), bytes_reserved=room)
    except TimestampRequestError as fault:
        raise SignerError(f"no time-stamp: {fault}", permanent=False) from fault
    except (SigningError, ValidationError, PdfReadError, PdfWriteError) as fault:
        raise SignerError(str(fault), permanent=True) from fault
    return bytes(made.getbuffer())


class _SameMetadata(IncrementalPdfFileWriter):
    """Leaves the XMP packet as it was typeset: rewritten, it would no longer be valid PDF/A."""

    def _update_meta(self) -> None:
        return


class _AtTheTime(PdfSigner):
    """States the moment of the act, not that of the worker's turn."""

    at: datetime

    def init_signing_session(self, *args: Any, **more: Any) -> Any:
        session = super().init_signing_session(*args, **more)
        session.system_time = self.at
        return session
