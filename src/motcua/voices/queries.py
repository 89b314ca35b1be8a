"""What is heard when somebody presses “Listen”, and what is spoken already."""

from dataclasses import dataclass

from motcua.foundation import files
from motcua.procedures.pack import Procedure
from motcua.voices.errors import NobodySpoke, NoSuchQuestion
from motcua.voices.machine import read_aloud
from motcua.voices.models import Recording
from motcua.voices.sentences import sentences, words_mark
from motcua.voices.tongues import TONGUES, written_as


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound: MP3, the tongue that it is in, and who speaks: ``machine``, ``person`` or
    ``person:`` with the name of who wants to be named."""

    content: bytes
    tongue: str
    voice: str


@dataclass(frozen=True, slots=True)
class ToSpeak:
    """One question in the studio: what is to be said, and the recording that there is of it.

    `changed`: the words are others since it was spoken, so it is not heard.
    """

    question: str
    sentence: str
    recording: Recording | None

    @property
    def changed(self) -> bool:
        """Whether somebody has to listen whether it still says what is meant."""
        return self.recording is not None and self.recording.words != words_mark(self.sentence)

    @property
    def done(self) -> bool:
        """Whether it is heard."""
        return self.recording is not None and not self.changed


def heard(procedure: Procedure, question: str, tongue: str, *, commune: str) -> Heard:
    """The question in a tongue; in Vietnamese where nobody has spoken it in that one."""
    wanted = tongue if tongue in TONGUES else "vi"
    for spoken in dict.fromkeys((wanted, "vi")):
        found = _heard_in(procedure, question, spoken, commune)
        if found is not None:
            return found
    raise NobodySpoke


def to_speak(procedure: Procedure, tongue: str, *, commune: str) -> list[ToSpeak]:
    """Every question of a form in its order, with the newest recording that stands."""
    rows = Recording.objects.filter(
        commune_id=commune, code=procedure.code, tongue=tongue, taken_off_at=None
    )
    newest = {row.question: row for row in rows.order_by("id")}
    said = sentences(procedure, written_as(tongue))
    return [ToSpeak(name, sentence, newest.get(name)) for name, sentence in said.items()]


def _heard_in(procedure: Procedure, question: str, tongue: str, commune: str) -> Heard | None:
    sentence = sentences(procedure, written_as(tongue)).get(question)
    if sentence is None:
        raise NoSuchQuestion
    rows = Recording.objects.filter(commune_id=commune, code=procedure.code, tongue=tongue)
    row = rows.filter(question=question, taken_off_at=None).order_by("-id").first()
    if row is not None and row.words == words_mark(sentence):
        voice = f"person:{row.speaker_name}" if row.speaker_name else "person"
        return Heard(files.read(row.sound), tongue, voice)
    content = read_aloud(sentence, tongue)
    return Heard(content, tongue, "machine") if content else None
