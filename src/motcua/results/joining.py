"""Several papers as one file for the printer. The seals stay with the files that they are in."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from motcua.foundation.loading import Later

if TYPE_CHECKING:
    import pikepdf
else:
    pikepdf = Later("pikepdf")


def joined(papers: Sequence[bytes]) -> bytes:
    """The pages of these PDFs one after the other, in the order given."""
    with pikepdf.new() as whole:
        for content in papers:
            with pikepdf.open(io.BytesIO(content)) as one:
                # What a seal shows is drawn on the page: a print file has no fields to check.
                one.flatten_annotations("print")
                whole.pages.extend(one.pages)
        made = io.BytesIO()
        whole.save(made, deterministic_id=True)
    return made.getvalue()
