"""The press: once, whole, whenever it is called and wherever it is killed."""

import stat
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings

from motcua.audit.models import JournalLine
from motcua.foundation import files
from motcua.results import press
from motcua.results.actions import Signing
from motcua.results.errors import FileDamaged, NotReadyYet, PressError
from motcua.results.models import Document
from motcua.results.press import produce
from motcua.results.queries import content, to_make
from motcua.results.signers.base import Block, Seal, SignedPdf, SignerError
from motcua.results.signers.rehearsal import RehearsalSigner
from tests import cast
from tests.results.paperwork import RESULTS, result, slip
from tests.results.samples import BIRTH

pytestmark = pytest.mark.django_db


def test_a_slip_is_typeset_and_kept_by_its_content() -> None:
    made = produce(slip().pk, cast.AT)
    assert (made.state, made.level, made.pages, made.produced_at) == ("ready", "", 1, cast.AT)
    paper = content(made)
    assert paper.startswith(b"%PDF-1.4")
    assert len(paper) == made.size
    assert files.path_of(made.sha256).is_file()


def test_a_paper_that_is_not_made_yet_has_no_content() -> None:
    with pytest.raises(NotReadyYet):
        content(slip())


def test_a_file_that_the_disk_changed_is_not_given_out() -> None:
    made = produce(slip().pk, cast.AT)
    place = files.path_of(made.sha256)
    place.write_bytes(place.read_bytes().replace(b"%%EOF", b"%%EOG"))
    with pytest.raises(FileDamaged):
        content(made)
    place.unlink()
    with pytest.raises(FileDamaged):
        content(made)


def test_a_slip_typeset_twice_is_the_same_to_the_byte() -> None:
    first = produce(slip(key="slip:a").pk, cast.AT)
    second = produce(slip(key="slip:b").pk, cast.AT)
    assert first.sha256 == second.sha256


@pytest.mark.parametrize("template", RESULTS)
def test_each_result_is_signed_with_a_time_stamp(template: str) -> None:
    made = produce(result(template).document_id, cast.AT)
    assert (made.state, made.level, made.pages) == ("ready", "B-LT", 1)
    assert b"/ETSI.CAdES.detached" in content(made)
    line = JournalLine.objects.get(verb="result.sign")
    assert (line.actor, line.facts["sha256"]) == ("system", made.sha256)


def test_a_paper_that_is_ready_is_never_made_again() -> None:
    asked = result().document_id
    first = produce(asked, cast.AT)
    assert produce(asked, cast.AT).sha256 == first.sha256
    assert JournalLine.objects.filter(verb="result.sign").count() == 1


def test_killed_between_file_and_row_the_next_turn_gives_one_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = result().document_id
    monkeypatch.setattr(press, "_put_down", _power_cut)
    with pytest.raises(KeyboardInterrupt):
        produce(asked, cast.AT)
    monkeypatch.undo()
    assert Document.objects.get(pk=asked).state == "asked"
    made = produce(asked, cast.AT)
    assert made.state == "ready"
    assert content(made).count(b"/ETSI.CAdES.detached") == 1
    assert JournalLine.objects.filter(verb="result.sign").count() == 1


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


def test_two_presses_at_once_leave_the_first_one_s_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = result().document_id
    put_down = press._put_down

    def late(*facts: object) -> Document:
        monkeypatch.undo()
        winner = produce(asked, cast.AT)
        loser = put_down(*facts)  # type: ignore[arg-type]
        assert loser.sha256 == winner.sha256
        return loser

    monkeypatch.setattr(press, "_put_down", late)
    made = produce(asked, cast.AT)
    assert Document.objects.get(pk=asked).sha256 == made.sha256
    assert JournalLine.objects.filter(verb="result.sign").count() == 1


class Broken(RehearsalSigner):
    """Cannot sign; `permanent` says for how long."""

    permanent = True

    def sign(self, content: bytes, seal: Seal, *, block: Block, level: str) -> SignedPdf:
        raise SignerError("the token is not plugged in", permanent=self.permanent)


class NoTimeStamp(RehearsalSigner):
    """Promises a time-stamp and then cannot have it."""

    def sign(self, content: bytes, seal: Seal, *, block: Block, level: str) -> SignedPdf:
        if level == "B-LT":
            raise SignerError("no time-stamp", permanent=False)
        return super().sign(content, seal, block=block, level=level)


def test_a_signer_that_fails_leaves_its_reason_and_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = result().document_id
    monkeypatch.setattr(press, "_signer", Broken)
    with pytest.raises(PressError) as fault:
        produce(asked, cast.AT)
    failed = Document.objects.get(pk=asked)
    assert (failed.state, failed.fault) == ("failed", "the token is not plugged in")
    assert fault.value.permanent
    monkeypatch.undo()
    assert produce(asked, cast.AT).state == "ready"


class Unplugged(Broken):
    """Cannot sign just now."""

    permanent = False


def test_a_signer_out_of_reach_is_tried_again_ever_later(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = result().document_id
    monkeypatch.setattr(press, "_signer", Unplugged)
    at, pauses = cast.AT, []
    for _ in range(9):
        with pytest.raises(PressError):
            produce(asked, at)
        row = Document.objects.get(pk=asked)
        assert row.next_try_at is not None
        assert to_make(row.next_try_at - timedelta(seconds=1), 10) == []
        assert to_make(row.next_try_at, 10) == [row]
        pauses.append((row.next_try_at - at).total_seconds())
        at = row.next_try_at
    assert pauses == [10, 20, 40, 80, 160, 320, 600, 600, 600]
    monkeypatch.undo()
    made = produce(asked, at)
    assert (made.state, made.fault, to_make(at, 10)) == ("ready", "", [])


def test_a_time_stamp_lost_at_the_last_moment_gives_a_paper_that_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(press, "_signer", NoTimeStamp)
    made = produce(result().document_id, cast.AT)
    assert (made.state, made.level) == ("ready", "B-B")


def test_a_paper_that_was_never_asked_for_is_not_made() -> None:
    with pytest.raises(Document.DoesNotExist):
        produce(uuid4(), cast.AT)


def test_secret_keys_are_readable_by_their_owner_only() -> None:
    produce(result().document_id, cast.AT)
    kept = sorted(Path(settings.MOTCUA_CA).iterdir())
    open_to_others = [file.name for file in kept if stat.S_IMODE(file.stat().st_mode) & 0o077]
    assert open_to_others == ["root.crt.pem"]
    assert any(file.name == f"qr-{cast.COC_SAN}.pem" for file in kept)


def test_a_paper_of_long_words_runs_on_and_keeps_its_signature_whole() -> None:
    long = "Thôn Ún Tà, xã Cốc San, huyện Bát Xát (nay là xã Cốc San), tỉnh Lào Cai, " * 4
    words = {name: long for name in BIRTH if name.endswith(("place", "residence", "title"))}
    made = produce(
        result(
            "birth_certificate",
            data={**BIRTH, **words},
            number="27/2026",
            signing=Signing("Nông Thị Phó", "KT. Chủ tịch\nPhó Chủ tịch"),
        ).document_id,
        cast.AT,
    )
    assert (made.state, made.level, made.pages) == ("ready", "B-LT", 2)


def test_a_child_without_a_known_father_has_dotted_lines() -> None:
    data = {name: value for name, value in BIRTH.items() if not name.startswith("father.")}
    made = produce(result("birth_certificate", data=data, number="28/2026").document_id, cast.AT)
    assert (made.state, made.pages) == ("ready", 1)


def test_a_paper_decided_anew_while_it_is_typeset_waits_for_its_own_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = result(decision="dossier:5").document_id
    put_down = press._put_down

    def after_a_new_decision(*facts: object) -> Document:
        new = {**BIRTH, "child.name": "Lù Thị Mai"}
        later = cast.AT + timedelta(minutes=1)
        result(decision="dossier:5", data=new, holder="Lù Thị Mai", at=later)
        return put_down(*facts)  # type: ignore[arg-type]

    monkeypatch.setattr(press, "_put_down", after_a_new_decision)
    assert produce(asked, cast.AT).state == "asked"
    monkeypatch.undo()
    made = produce(asked, cast.AT)
    assert (made.state, made.data["child.name"]) == ("ready", "Lù Thị Mai")
    assert JournalLine.objects.filter(verb="result.sign").count() == 1
