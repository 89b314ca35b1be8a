"""A question is spoken, taken off, confirmed for new words."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from motcua.audit.actions import record
from motcua.foundation import files
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.procedures.queries import in_force
from motcua.voices.errors import ConsentMissing, NoSuchQuestion, RecordingUnknown
from motcua.voices.models import Recording
from motcua.voices.sentences import sentences, words_mark
from motcua.voices.tongues import TONGUES, written_as
from motcua.voices.wave_sound import made_small


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the studio sends: WAV, for which question, and whether the speaker agreed to be heard
    by everyone and wants to be named."""

    code: str
    question: str
    tongue: str
    content: bytes
    agreed: bool
    named: bool


def keep_recording(spoken: Spoken, *, by: Actor, at: datetime) -> Recording:
    """Keep it as the newest of its question and tongue; the same sound again is the same row."""
    if not spoken.agreed:
        raise ConsentMissing
    words = _words(spoken.code, spoken.question, spoken.tongue, at)
    sound = made_small(spoken.content)
    digest = files.keep(sound.content)
    with transaction.atomic():
        newest = _standing(by, spoken).first()
        if newest is not None and (newest.sound, newest.words) == (digest, words):
            return newest
        row = Recording.objects.create(
            commune_id=by.commune or "",
            code=spoken.code,
            question=spoken.question,
            tongue=spoken.tongue,
            words=words,
            sound=digest,
            seconds=sound.seconds,
            speaker_id=int(by.id.removeprefix("account:")),
            speaker_name=by.name if spoken.named else "",
            spoken_at=at,
        )
        _write(row, "speak", by, at)
    return row


def take_off(*, recording: int, by: Actor, at: datetime) -> Recording:
    """It is heard no more; what was spoken before it is heard again. Twice is once."""
    with transaction.atomic():
        row = _own(recording, by)
        if row.taken_off_at is None:
            row.taken_off_at = at
            row.save(update_fields=["taken_off_at"])
            _write(row, "take_off", by, at)
    return row


def confirm_words(*, recording: int, by: Actor, at: datetime) -> Recording:
    """The words have changed and the recording still says what is meant: it is heard again."""
    with transaction.atomic():
        row = _own(recording, by)
        words = _words(row.code, row.question, row.tongue, at)
        if row.words != words:
            row.words = words
            row.save(update_fields=["words"])
            _write(row, "confirm_words", by, at)
    return row


def _words(code: str, question: str, tongue: str, at: datetime) -> str:
    procedure = in_force(code, day_of(at))
    said = sentences(procedure, written_as(tongue)).get(question)
    if said is None or tongue not in TONGUES:
        raise NoSuchQuestion
    return words_mark(said)


def _standing(by: Actor, spoken: Spoken) -> QuerySet[Recording]:
    rows = Recording.objects.filter(commune_id=by.commune, taken_off_at=None)
    of_it = rows.filter(code=spoken.code, question=spoken.question, tongue=spoken.tongue)
    return of_it.order_by("-id")


def _own(recording: int, by: Actor) -> Recording:
    row = Recording.objects.filter(pk=recording, commune_id=by.commune).first()
    if row is None:
        raise RecordingUnknown
    return row


def _write(row: Recording, verb: str, by: Actor, at: datetime) -> None:
    facts = {"code": row.code, "question": row.question, "tongue": row.tongue}
    about = f"recording:{row.pk}"
    record(chain=row.commune_id, by=by, at=at, verb=verb, about=about, facts=facts)
