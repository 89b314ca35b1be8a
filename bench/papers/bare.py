"""Typesetting and signing called bare: Typst and pyHanko as their manuals show them."""

import json
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import typst
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from motcua.results.signers.base import Seal
from motcua.results.signers.pades import _ONE_REVISION
from motcua.results.signers.rehearsal import _ROOM, RehearsalSigner
from motcua.results.templates import folder, template
from motcua.results.typesetting import FONTS


class Bare:
    """One compiler with its fonts read, one key kept open, the signature's size known."""

    def __init__(self, seal: Seal) -> None:
        self._compiler = typst.Compiler(root=folder(), font_paths=[], ignore_system_fonts=True)
        kept = RehearsalSigner()
        self._holder, self._stamper = kept._holder(seal), kept._stamper
        self._stamper.fixed_dt = seal.at
        self._proof = lambda: kept._proof(self._holder, seal.at)
        self._seal = seal

    def make(self, name: str, sheet: Mapping[str, Any], at: datetime) -> bytes:
        """A signed PDF of a template and its sheet."""
        content = self._compiler.compile(
            input=folder() / template(name).file,
            format="pdf",
            sys_inputs={"sheet": json.dumps({**sheet, "fonts": FONTS}, ensure_ascii=False)},
            pdf_standards=["a-1b"],
            timestamp=int(at.timestamp()),
        )
        assert isinstance(content, bytes)
        return self._signed(content)

    def _signed(self, content: bytes) -> bytes:
        signature = PdfSignatureMetadata(
            field_name="Signature",
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            name=self._seal.name,
            reason=self._seal.reason,
            location=self._seal.place,
            embed_validation_info=True,
            validation_context=self._proof(),
            dss_settings=_ONE_REVISION,
        )
        field = SigFieldSpec("Signature", on_page=0, box=(300, 100, 500, 200))
        signer = PdfSigner(signature, self._holder, timestamper=self._stamper, new_field_spec=field)
        writer = IncrementalPdfFileWriter(BytesIO(content))
        return bytes(signer.sign_pdf(writer, bytes_reserved=_ROOM).getbuffer())
