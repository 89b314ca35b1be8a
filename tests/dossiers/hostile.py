"""Files made to waste a machine: small to send, endless to open."""

import io
import struct
import zlib

from PIL import Image

_PAGE = {
    1: b"<</Type/Catalog/Pages 2 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
}
MIB = 2**20


def plain(**changed: bytes) -> bytes:
    """A PDF of one page without a table; `o1=b"<<…>>"` puts another object in the place of one."""
    objects = {f"o{number}": text for number, text in _PAGE.items()} | changed
    body = b"".join(b"%d 0 obj%s endobj\n" % (int(k[1:]), text) for k, text in objects.items())
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 99>>\n%%EOF"


def nested(depth: int) -> bytes:
    """Lists in lists."""
    return plain(o1=b"<</Type/Catalog/Pages 2 0 R/X %s>>" % (b"[" * depth + b"]" * depth))


def endless_tables() -> bytes:
    """The table of places says that the one before it is itself."""
    body = plain()
    body = body[: body.index(b"trailer")]
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 4/Prev %d>>\n" % len(body)
    return body + table + b"startxref\n%d\n%%%%EOF" % len(body)


def endless_pages() -> bytes:
    """A chapter that holds itself."""
    return plain(o2=b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>")


def doubled_pages(depth: int) -> bytes:
    """Each chapter holds the next one twice: 2^depth pages in a few hundred bytes."""
    kids = {
        f"o{number}": b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 9>>" % (number + 1, number + 1)
        for number in range(2, 2 + depth)
    }
    return plain(**kids, **{f"o{2 + depth}": b"<</Type/Page/MediaBox[0 0 9 9]>>"})


def endless_names() -> bytes:
    """A catalogue whose names are the catalogue."""
    return plain(o1=b"<</Type/Catalog/Pages 2 0 R/Names 1 0 R>>")


def packed_objects(streams: int, text: bytes, *, used: bool = False) -> bytes:
    """Object after object in a stream of its own, each unfolding to the text.

    `used` makes the catalogue name them all, so that they have to stay in memory together.
    """
    numbers = range(11, 11 + 2 * streams, 2)
    named = b" ".join(b"%d 0 R" % number for number in numbers) if used else b""
    out, rows = b"%PDF-1.5\n", dict[int, tuple[int, int, int]]()
    catalogue = {1: b"<</Type/Catalog/Pages 2 0 R/X[%s]>>" % named}
    for number, plain_object in (_PAGE | catalogue).items():
        rows[number] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, plain_object)
    pieces, at = [out], len(out)
    packed = _packed(9, text)
    for number in numbers:
        packed = _packed(number, text) if used else packed
        rows[number - 1], rows[number] = (1, at, 0), (2, number - 1, 0)
        pieces.append(b"%d 0 obj\n%s\nendobj\n" % (number - 1, packed))
        at += len(pieces[-1])
    last = 11 + 2 * streams
    rows[last] = (1, at, 0)
    table = b"".join(struct.pack(">BIH", *rows.get(n, (0, 0, 0))) for n in range(last + 1))
    about = b"<</Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Length %d>>" % (last + 1, len(table))
    pieces.append(b"%d 0 obj\n%sstream\n%s\nendstream\nendobj\n" % (last, about, table))
    return b"".join(pieces) + b"startxref\n%d\n%%%%EOF\n" % at


def _packed(number: int, text: bytes) -> bytes:
    head = b"%d 0 " % number
    packed = zlib.compress(head + text, 9)
    said = (len(head), len(packed))
    return b"<</Type/ObjStm/N 1/First %d/Filter/FlateDecode/Length %d>>stream\n" % said + (
        packed + b"\nendstream"
    )


def endless_scans(times: int, side: int = 3900) -> bytes:
    """A photograph that is refined again and again: 35 bytes for each walk over every pixel."""
    made = io.BytesIO()
    Image.new("RGB", (side, side), (9, 200, 30)).save(made, "JPEG", progressive=True)
    content = made.getvalue()
    last = content[content.rfind(b"\xff\xda") : -2]
    return content[:-2] + last * times + b"\xff\xd9"
