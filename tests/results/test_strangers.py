"""What programs of other hands say of our papers. One that is missing fails, it does not skip."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from asn1crypto.cms import ContentInfo
from django.conf import settings
from PIL import Image

from motcua.results.press import produce
from motcua.results.queries import content, verify
from motcua.results.signers.base import Block, Seal
from motcua.results.signers.rehearsal import RehearsalSigner
from motcua.results.templates import codes
from tests import cast
from tests.results.paperwork import RESULTS, result, said, slip

pytestmark = pytest.mark.django_db
TRUSTED = (
    "  - Total document signed",
    "  - Signature Validation: Signature is Valid.",
    "  - Certificate Validation: Certificate is Trusted.",
)
_JARS = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "jaxb-api",
    "javax.activation",
]


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A birth extract as the press gives it out."""
    paper = tmp_path / "signed.pdf"
    paper.write_bytes(content(produce(result().document_id, cast.AT)))
    return paper


def _trust(folder: Path) -> str:
    """A store of trust that holds the rehearsal's root and nothing else."""
    store = folder / "nss"
    store.mkdir()
    said("certutil", "-N", "-d", f"sql:{store}", "--empty-password")
    root = Path(settings.MOTCUA_CA) / "root.crt.pem"
    said("certutil", "-A", "-d", f"sql:{store}", "-n", "root", "-t", "CT,C,C", "-i", root)
    return f"sql:{store}"


def _judgement(paper: Path, store: str) -> list[str]:
    return said("pdfsig", "-nssdir", store, paper, codes=(0, 1)).splitlines()


def test_pdfsig_trusts_the_whole_paper(signed: Path, tmp_path: Path) -> None:
    lines = _judgement(signed, _trust(tmp_path))
    for line in TRUSTED:
        assert line in lines
    assert "  - Signer Certificate Common Name: REHEARSAL Phạm Văn Ký" in lines
    assert "  - Signature Type: ETSI.CAdES.detached" in lines


def test_one_changed_byte_is_caught(signed: Path, tmp_path: Path) -> None:
    good = signed.read_bytes()
    place = good.index(b"endstream") - 20
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
    lines = _judgement(bad, _trust(tmp_path))
    assert "  - Signature Validation: Digest Mismatch." in lines
    assert TRUSTED[1] not in lines
    assert "Signature invalidated" in said("mutool", "sign", "-v", bad, codes=(0, 1))


def test_what_is_added_behind_the_signature_is_seen(signed: Path, tmp_path: Path) -> None:
    added = tmp_path / "added.pdf"
    added.write_bytes(signed.read_bytes() + b"\n% one line more\n")
    assert TRUSTED[0] not in _judgement(added, _trust(tmp_path))


def test_a_paper_signed_by_another_authority_is_not_trusted(signed: Path, tmp_path: Path) -> None:
    other = RehearsalSigner(tmp_path / "other-ca", time_stamps=False)
    seal = Seal("Phạm Văn Ký", "Ủy ban nhân dân xã Cốc San", "thử", "Cốc San", cast.AT)
    draft = content(produce(slip("extract_birth", kind="draft").pk, cast.AT))
    forged = tmp_path / "forged.pdf"
    block = Block(page=1, left=300, bottom=100, right=400, top=150)
    forged.write_bytes(other.sign(draft, seal, block=block, level="B-B").content)
    lines = _judgement(forged, _trust(tmp_path))
    assert TRUSTED[1] in lines
    assert TRUSTED[2] not in lines
    assert any("isn't Trusted" in line for line in lines)


def test_mutool_finds_it_unchanged_since_signing(signed: Path) -> None:
    assert "The document is unchanged since signing." in said("mutool", "sign", "-v", signed)


def test_qpdf_finds_no_fault_in_any_paper(papers: Path) -> None:
    for paper in papers.iterdir():
        assert "No syntax or stream encoding errors found" in said("qpdf", "--check", paper)
    truncated = papers / "truncated.pdf"
    truncated.write_bytes(next(papers.glob("slip_*.pdf")).read_bytes()[:-2000])
    said("qpdf", "--check", truncated, codes=(2, 3))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Every paper of the pack, results signed."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for code in codes():
        asked = result(code).document_id if code in RESULTS else slip(code).pk
        (folder / f"{code}.pdf").write_bytes(content(produce(asked, cast.AT)))
    return folder


def _preflight(folder: Path) -> str:
    jars = ":".join(f"/usr/share/java/{jar}.jar" for jar in _JARS)
    validator = "org.apache.pdfbox.preflight.Validator_A1b"
    return said("java", "-cp", jars, validator, "batch", folder, codes=(0, 1, 255))


def test_every_paper_is_valid_pdf_a_also_when_it_is_signed(papers: Path) -> None:
    bad = papers / "bad.pdf"
    with pikepdf.open(papers / "slip_receipt.pdf") as opened:
        del opened.Root.Metadata
        opened.save(bad)
    heard = _preflight(papers)
    for code in codes():
        assert f"The file {code}.pdf is a valid PDF/A-1b file" in heard
    assert "The file bad.pdf is not a valid PDF/A-1b file" in heard


@pytest.fixture
def picture(signed: Path, tmp_path: Path) -> Iterator[Path]:
    """The first page as a scanner at 150 dots an inch would see it."""
    said("pdftoppm", "-r", "150", "-png", "-singlefile", signed, tmp_path / "page")
    yield tmp_path / "page.png"


def _zbar(page: Path) -> str:
    # It complains of a missing bus behind what it read.
    return said("zbarimg", "-q", "--raw", page).splitlines()[0]


def test_two_readers_read_the_qr_from_a_150_dpi_picture(picture: Path) -> None:
    (first,) = zxingcpp.read_barcodes(Image.open(picture))
    second = _zbar(picture)
    assert first.text == second
    address, _, token = second.rpartition("/v/")
    assert address == settings.MOTCUA_ADDRESS
    assert verify(token, at=cast.AT).outcome == "valid"


def test_two_readers_read_the_lookup_from_a_slip(tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").write_bytes(content(produce(slip().pk, cast.AT)))
    said("pdftoppm", "-r", "150", "-png", "-singlefile", tmp_path / "slip.pdf", tmp_path / "slip")
    (first,) = zxingcpp.read_barcodes(Image.open(tmp_path / "slip.png"))
    second = _zbar(tmp_path / "slip.png")
    assert first.text == second == "http://localhost:8000/t/lua-4821"


def test_openssl_verifies_the_time_stamp_and_its_revocation_list(
    signed: Path, tmp_path: Path
) -> None:
    cms, revoked = _inside(signed)
    token, stamped = _time_stamp(cms)
    for name, what in {"token": token, "stamped": stamped, "list": revoked}.items():
        (tmp_path / name).write_bytes(what)
    root = Path(settings.MOTCUA_CA) / "root.crt.pem"
    at = str(int(cast.AT.timestamp()))
    told = ["-in", tmp_path / "token", "-data", tmp_path / "stamped", "-CAfile", root]
    heard = said("openssl", "ts", "-verify", "-token_in", *told, "-attime", at)
    assert "Verification: OK" in heard
    shown = said("openssl", "crl", "-inform", "DER", "-in", tmp_path / "list", "-noout", "-text")
    assert "No Revoked Certificates" in shown


def _inside(paper: Path) -> tuple[bytes, bytes]:
    """The CMS of the signature, and the revocation list of the long-term proof."""
    with pikepdf.open(paper) as opened:
        field = opened.Root.AcroForm.Fields[0]
        return bytes(field.V.Contents), opened.Root.DSS.CRLs[0].read_bytes()


def _time_stamp(raw: bytes) -> tuple[bytes, bytes]:
    """The RFC 3161 token, and the signature value that it stamps."""
    (signer,) = ContentInfo.load(raw)["content"]["signer_infos"]
    (stamp,) = [a for a in signer["unsigned_attrs"] if a["type"].dotted == _STAMP]
    return stamp["values"][0].dump(), signer["signature"].native


_STAMP = "1.2.840.113549.1.9.16.2.14"
