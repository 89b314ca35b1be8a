"""A PDF, written anew without scripts or files within."""

import io

import pikepdf
from pikepdf.settings import set_qpdf_limits

from motcua.dossiers.cleaning.bounds import Refused, Said, clean_input

MOST_PAGES = 60
# A few hundred kilobytes can unfold to gigabytes: no part of a PDF may grow beyond this.
_MOST_UNFOLDED = 32 * 1024 * 1024
_RUNS = ("/OpenAction", "/AA", "/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/AF", "/XFA")
_ONLY_LEADS = (pikepdf.Name.URI, pikepdf.Name.GoTo)

set_qpdf_limits(
    flate_max_memory=_MOST_UNFOLDED,
    run_length_max_memory=_MOST_UNFOLDED,
    png_max_memory=_MOST_UNFOLDED,
    tiff_max_memory=_MOST_UNFOLDED,
    dct_max_memory=_MOST_UNFOLDED,
)


def cleaned(content: bytes) -> tuple[int, bytes]:
    """Its pages and its bytes; Refused when it is locked, too long or no PDF."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pages = len(pdf.pages)
            if not 0 < pages <= MOST_PAGES:
                raise Refused(Said.TOO_MANY_PAGES)
            _disarm(pdf)
            kept = io.BytesIO()
            pdf.save(kept, deterministic_id=True)
    except pikepdf.PasswordError as fault:
        raise Refused(Said.LOCKED) from fault
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, MemoryError) as fault:
        raise Refused(Said.UNREADABLE) from fault
    return pages, kept.getvalue()


def _disarm(pdf: pikepdf.Pdf) -> None:
    """Nothing in a kept PDF runs by itself or carries another file along."""
    for page in pdf.pages:
        for note in page.get("/Annots", ()):
            _bare(note)
    for one in pdf.objects:
        _bare(one)


def _bare(one: pikepdf.Object) -> None:
    """Take out of a dictionary what runs, what it carries, and an action that does not just lead
    somewhere."""
    if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        return
    for key in _RUNS:
        if key in one:
            del one[key]
    act = one.get("/A")
    if isinstance(act, pikepdf.Dictionary) and act.get("/S") not in (None, *_ONLY_LEADS):
        del one["/A"]
    for inside in ("/Names", "/AcroForm"):
        if inside in one:
            _bare(one[inside])


if __name__ == "__main__":
    clean_input(cleaned)
