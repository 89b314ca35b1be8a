"""What is heard when somebody presses “Listen”."""

from dataclasses import dataclass

from motcua.procedures.pack import Procedure
from motcua.voices.errors import NobodySpoke, NoSuchQuestion
from motcua.voices.machine import read_aloud
from motcua.voices.sentences import sentences
from motcua.voices.tongues import TONGUES, written_as


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound: MP3, the tongue that it is in, and whether a person or the machine speaks."""

    content: bytes
    tongue: str
    voice: str


def heard(procedure: Procedure, question: str, tongue: str) -> Heard:
    """The question in a tongue; in Vietnamese where nobody has spoken it in that one."""
    wanted = tongue if tongue in TONGUES else "vi"
    for spoken in dict.fromkeys((wanted, "vi")):
        found = _heard_in(procedure, question, spoken)
        if found is not None:
            return found
    raise NobodySpoke


def _heard_in(procedure: Procedure, question: str, tongue: str) -> Heard | None:
    sentence = sentences(procedure, written_as(tongue)).get(question)
    if sentence is None:
        raise NoSuchQuestion
    content = read_aloud(sentence, tongue)
    return Heard(content, tongue, "machine") if content else None
