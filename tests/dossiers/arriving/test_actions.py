"""Bytes that come from two sides at once, a full disk, and what is over."""

import errno
import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connections

from motcua.consequences.forgetting import forget
from motcua.dossiers import actions
from motcua.dossiers.arriving import pieces
from motcua.dossiers.arriving.actions import KEPT, Piece, Said, begin, receive, take
from motcua.dossiers.arriving.errors import ArrivalUnknown, NoRoom, OtherOffset
from motcua.dossiers.arriving.queries import lacking
from motcua.dossiers.errors import NotNow
from motcua.dossiers.models import Arrival, Dossier
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

BYTES = os.urandom(300_000)


def begun(content: bytes = BYTES) -> Arrival:
    """A file that is to come, for a draft of Thử."""
    law, by = story.law(), cast.acting(cast.resident())
    draft = actions.keep(story.intake(law), by=by, at=cast.AT)
    said = Said(draft.pk, "the.jpg", len(content), hashlib.sha256(content).hexdigest())
    return begin(said, by=by, at=cast.AT, origin="198.51.100.1")


def piece(offset: int, content: bytes) -> Piece:
    return Piece(offset=offset, length=len(content), blocks=[content])


@pytest.mark.django_db(transaction=True)
def test_of_many_pieces_at_once_each_byte_is_kept_once() -> None:
    """Eight phones, or eight connections that one phone has forgotten, send the same whole file."""
    one, by = begun(), cast.acting(cast.resident())
    start = Barrier(8)

    def slowly() -> Iterator[bytes]:
        for at in range(0, len(BYTES), 10_000):
            yield BYTES[at : at + 10_000]

    def send(_number: int) -> bool:
        try:
            start.wait()
            whole = Piece(offset=0, length=len(BYTES), blocks=slowly())
            receive(whole, key=one.pk, by=by, at=cast.AT)
        except OtherOffset:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(8) as threads:
        added = list(threads.map(send, range(8)))
    assert sum(added) <= 1
    here = pieces.content(one.pk)
    assert here == BYTES[: len(here)]
    rest = len(here)
    if rest < len(BYTES):
        receive(piece(rest, BYTES[rest:]), key=one.pk, by=by, at=cast.AT)
    assert pieces.content(one.pk) == BYTES


@pytest.mark.django_db
def test_a_full_disk_keeps_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    one, by = begun(), cast.acting(cast.resident())
    receive(piece(0, BYTES[:1000]), key=one.pk, by=by, at=cast.AT)
    written = os.write

    def full(handle: int, content: Any) -> int:
        if len(content) < 1000:
            raise OSError(errno.ENOSPC, "no room")
        return written(handle, content[:1000])

    monkeypatch.setattr(os, "write", full)
    with refused(NoRoom):
        receive(piece(1000, BYTES[1000:2500]), key=one.pk, by=by, at=cast.AT)
    assert pieces.content(one.pk) == BYTES[:1000]


@pytest.mark.django_db
def test_bytes_that_a_restored_backup_does_not_have_are_sent_again() -> None:
    one, by = begun(), cast.acting(cast.resident())
    pieces.drop(one.pk)
    with refused(ArrivalUnknown):
        receive(piece(0, BYTES), key=one.pk, by=by, at=cast.AT)
    missing = lacking([one.pk], dossiers=[one.dossier_id], by=by, at=cast.AT)
    assert missing == [one.pk]


@pytest.mark.django_db
def test_after_three_days_it_is_forgotten_with_its_bytes() -> None:
    one = begun()
    forget(cast.AT + KEPT)
    assert pieces.here(one.pk) == 0
    forget(cast.AT + KEPT + timedelta(seconds=1))
    assert not Arrival.objects.exists()
    assert not pieces.place(one.pk).exists()


@pytest.mark.django_db
def test_bytes_of_which_no_row_knows_go_when_they_are_old() -> None:
    one = begun()
    Dossier.objects.get().delete()
    assert not Arrival.objects.exists()
    then = (cast.AT - timedelta(hours=1)).timestamp()
    os.utime(pieces.place(one.pk), (then, then))
    forget(cast.AT + KEPT - timedelta(hours=2))
    assert pieces.place(one.pk).exists()
    forget(cast.AT + KEPT)
    assert not pieces.place(one.pk).exists()


@pytest.mark.django_db
def test_what_is_with_the_dossier_takes_no_more_pieces() -> None:
    one, by = begun(), cast.acting(cast.resident())
    receive(piece(0, BYTES), key=one.pk, by=by, at=cast.AT)
    take(one, at=cast.AT)
    assert not pieces.place(one.pk).exists()
    with refused(OtherOffset):
        receive(piece(0, BYTES), key=one.pk, by=by, at=cast.AT)
    assert lacking([one.pk], dossiers=[one.dossier_id], by=by, at=cast.AT) == []


@pytest.mark.django_db
def test_a_dossier_that_takes_no_papers_takes_none_in_pieces() -> None:
    one, by = begun(), cast.acting(cast.resident())
    Dossier.objects.update(state=10, number="1")
    said = Said(one.dossier_id, "a", 5, one.sha256)
    with refused(NotNow):
        begin(said, by=by, at=cast.AT, origin="198.51.100.1")
