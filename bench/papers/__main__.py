"""What a signed paper costs, part by part, and beside typesetting and signing called bare.

python -m bench.papers [PAPERS]
"""

import statistics
import sys
import time
from collections.abc import Callable
from uuid import uuid4

from bench.ground.house import FOLDER

# isort: split
from bench.figures import note
from bench.papers import beside
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.places.models import Commune, Province
from motcua.results import sheets
from motcua.results.actions import Signing, ask_for_document, ask_for_result
from motcua.results.models import Document, Result
from motcua.results.press import produce
from motcua.results.signers.base import BASIC, LONG_TERM, Block, Seal, SignedPdf
from motcua.results.signers.rehearsal import RehearsalSigner
from motcua.results.typesetting import Typeset, qr_picture, typeset
from tests.results.samples import BIRTH, RECEIPT

PAPERS = 60
COMMUNE = "02746"


def cpu_ms(what: Callable[[int], object], times: int) -> float:
    """Median CPU milliseconds of a call, after two that warm it up."""
    spent = []
    for n in range(times + 2):
        begun = time.process_time()
        what(n)
        spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent[2:])


def result() -> Result:
    """An extract that was decided and not yet made."""
    return ask_for_result(
        commune=COMMUNE,
        decision=f"bench:{uuid4()}",
        template="extract_birth",
        data=BIRTH,
        holder="Lù Thị Đào",
        symbol="TLKS-BS",
        signing=Signing("Phạm Văn Ký", "Chủ tịch"),
        about="bench:1",
        by=SYSTEM,
        at=now(),
    )


def slip() -> Document:
    """A receipt that was asked for and not yet made."""
    return ask_for_document(
        commune=COMMUNE,
        kind=Document.Kind.SLIP,
        template="slip_receipt",
        data=RECEIPT,
        about="bench:1",
        key=f"bench:{uuid4()}",
        by=SYSTEM,
        at=now(),
    )


def main(papers: int = PAPERS) -> None:
    province = Province.objects.create(code="15", name="Tỉnh Lào Cai")
    Commune.objects.create(code=COMMUNE, name="Xã Cốc San", province=province)
    qr = cpu_ms(_qr, papers)
    page = cpu_ms(_page(result(), [_qr(n) for n in range(papers + 2)]), papers)
    print(f"the parts: a QR {qr:.1f} ms CPU, a page typeset {page:.1f}", end="")
    for level in (BASIC, LONG_TERM):
        signing = cpu_ms(_signing(level), papers)
        print(f", signed {level} {signing:.1f}", end="")
    asked = [result().document_id for _ in range(papers + 2)]
    whole = cpu_ms(lambda n: produce(asked[n], now()), papers)
    print(f"\na result pressed whole: {whole:.1f} ms CPU")
    slips = [slip().pk for _ in range(papers + 2)]
    one = cpu_ms(lambda n: produce(slips[n], now()), papers)
    print(f"a slip pressed whole: {one:.1f} ms CPU")
    note("a slip by the press", one, "ms CPU")
    for kind in ("slip", "result"):
        made = Document.objects.filter(state=Document.State.READY, kind=kind)
        size = statistics.median(made.values_list("size", flat=True))
        print(f"a {kind}: {size:,.0f} bytes")
        note(f"the file of a {kind}", size / 1000, "KB")
    beside.main()


def _qr(n: int) -> str:
    """A code of the length that a token has, another one each time."""
    return qr_picture(f"http://127.0.0.1:8000/v/{n:04}{'x' * 171}")


def _page(one: Result, codes: list[str]) -> Callable[[int], Typeset]:
    sheet = sheets.signed_sheet(one, at=now(), level=LONG_TERM, qr="", rehearsal=True)
    return lambda n: typeset("extract_birth.typ", {**sheet, "qr": codes[n]}, at=now())


def _signing(level: str) -> Callable[[int], SignedPdf]:
    signer, laid = RehearsalSigner(FOLDER / "ca"), _page(result(), [_qr(0)])(0)
    block = laid.block or Block(1, 0, 0, 1, 1)
    seal = Seal("Phạm Văn Ký", "Ủy ban nhân dân xã Cốc San", "", "Cốc San", now())
    return lambda n: signer.sign(laid.content, seal, block=block, level=level)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
