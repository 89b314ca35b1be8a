"""An electronic copy: the pages that the office took of the original, signed with the statement."""

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from motcua.consequences import loop
from motcua.dossiers import actions, errors
from motcua.dossiers.attachments import NoPicture
from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.results.models import Document, Result
from motcua.results.queries import content
from tests import cast
from tests.dossiers import story, walks
from tests.dossiers.test_papers import pdf, photograph
from tests.results.paperwork import said
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
COPY = "2.000815"
ANSWERS = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": cast.PHONE,
    "original_name": "Bằng tốt nghiệp",
    "original_holder": "Vàng Thị Thử",
    "on_vneid": "no",
    "pages": "2",
    "copy_form": "electronic",
}


def handed_in(**changes: str) -> Dossier:
    """At the counter, with the original in the hand; the officer has it."""
    return walks.handed_in(story.law(COPY), {**ANSWERS, **changes})


def takes(dossier: Dossier, picture: bytes, **rest: Any) -> PaperFile:
    """The officer photographs a page of the original."""
    by = rest.pop("by", None) or cast.acting(cast.officer())
    return actions.attach(
        dossier_id=dossier.pk, name="original", content=picture, by=by, at=cast.AT
    )


def signed(dossier: Dossier) -> dict[str, Result]:
    """Decided and made: the papers by their layout."""
    walks.decided(dossier)
    for _ in range(6):
        loop.round_once(cast.AT)
    assert Dossier.objects.get(pk=dossier.pk).where is State.DONE
    rows = Result.objects.select_related("document")
    return {one.document.template: one for one in rows}


def test_the_pages_stand_before_the_statement_and_the_whole_file_is_signed(tmp_path: Path) -> None:
    dossier = handed_in()
    takes(dossier, photograph(1200, 1700))
    takes(dossier, photograph(1700, 1300))
    (paper,) = signed(dossier).values()
    made = tmp_path / "copy.pdf"
    made.write_bytes(content(paper.document))
    with pikepdf.open(made) as whole:
        sides = [one.mediabox for one in whole.pages]
    # Photographs lie on their side in their file and are turned upright: the second is wide.
    assert [bool(side[2] > side[3]) for side in sides] == [True, False, False]
    pages = [said("pdftotext", "-f", str(n), "-l", str(n), made, "-") for n in (1, 2, 3)]
    assert "BẢN SAO" in pages[0]
    assert "trang 2/2" in pages[1]
    assert "CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH" in pages[2]
    assert "Total document signed" in said("pdfsig", made, codes=(0, 1))
    images = said("pdfimages", "-list", made)
    assert images.count("jpeg") == 2


def test_paper_and_file_bear_the_number_of_one_entry() -> None:
    dossier = handed_in(copy_form="both", copies="2", pages="1")
    takes(dossier, photograph())
    papers = signed(dossier)
    assert set(papers) == {"certified_copy", "certified_electronic_copy"}
    assert {one.number for one in papers.values()} == {"01"}
    enclosed = {code: len(one.document.encloses) for code, one in papers.items()}
    assert enclosed == {"certified_copy": 0, "certified_electronic_copy": 1}


def test_a_scan_of_several_pages_is_kept_as_pictures() -> None:
    dossier = handed_in()
    scan = io.BytesIO()
    pages = [Image.effect_noise((600, 800), 40), Image.effect_noise((600, 801), 40)]
    pages[0].save(scan, "PDF", save_all=True, append_images=pages[1:])
    takes(dossier, scan.getvalue())
    rows = PaperFile.objects.order_by("pk").values_list("media", "pages", "by_office")
    assert list(rows) == [("image/jpeg", 1, True)] * 2


def test_a_page_that_is_no_scan_is_refused_and_nothing_changes() -> None:
    dossier = handed_in()
    with refused(NoPicture):
        takes(dossier, pdf())


@pytest.mark.parametrize("taken", [0, 1, 3])
def test_not_every_page_or_too_many_are_refused_and_nothing_changes(taken: int) -> None:
    dossier = handed_in()
    for number in range(taken):
        takes(dossier, photograph(900, 600 + 100 * number))
    dossier = walks.begun(dossier)
    with refused(errors.PicturesWanting) as wrong:
        actions.check(story.press(dossier, cast.acting(cast.officer())))
    assert (wrong.value.field, wrong.value.facts["taken"]) == ("paper:original", taken)


def test_what_was_sent_from_home_is_not_certified() -> None:
    answers = {**ANSWERS, "pages": "1"}
    dossier = story.submitted(story.law(COPY), answers=answers, plain=True)
    picture = photograph()
    takes(dossier, picture, by=cast.acting(cast.resident()))
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    dossier = actions.begin(story.press(dossier, cast.acting(cast.officer())))
    with refused(errors.PicturesWanting):
        actions.check(story.press(dossier, cast.acting(cast.officer())))
    # The office takes the same picture: then it is its own.
    takes(dossier, picture)
    assert list(PaperFile.objects.values_list("by_office", flat=True)) == [True]


def test_the_office_takes_off_what_it_took_and_nothing_of_theirs() -> None:
    dossier = story.submitted(story.law(COPY), answers={**ANSWERS, "pages": "1"}, plain=True)
    theirs = takes(dossier, photograph(900, 600), by=cast.acting(cast.resident()))
    own = takes(dossier, photograph(900, 700))
    by = cast.acting(cast.officer())
    actions.detach(dossier_id=dossier.pk, file=own.pk, by=by, at=cast.AT)
    assert list(PaperFile.objects.all()) == [theirs]
    with refused(errors.NotNow):
        actions.detach(dossier_id=dossier.pk, file=theirs.pk, by=by, at=cast.AT)


def test_a_paper_alone_asks_for_no_pictures() -> None:
    papers = signed(handed_in(copy_form="paper", copies="1"))
    assert set(papers) == {"certified_copy"}
    assert Document.objects.filter(kind="result").get().encloses == []
