"""A person's voice is kept with consent, heard by residents, and taken off again."""

from dataclasses import replace

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor
from motcua.procedures.pack import Procedure
from motcua.voices.actions import Spoken, confirm_words, keep_recording, take_off
from motcua.voices.errors import (
    ConsentMissing,
    NoSuchQuestion,
    NotASound,
    NothingHeard,
    RecordingUnknown,
    TooLong,
)
from motcua.voices.models import Recording
from motcua.voices.queries import heard, to_speak
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused
from tests.voices.waves import recording

pytestmark = pytest.mark.django_db

AT = cast.AT


@pytest.fixture
def law() -> Procedure:
    cast.coc_san()
    return story.law()


def giup() -> Actor:
    return cast.acting(cast.volunteer())


def spoken(content: bytes, **changes: object) -> Spoken:
    said = Spoken("2.000635", "filer_name", "giay", content, agreed=True, named=True)
    return replace(said, **changes)  # type: ignore[arg-type]


def test_what_a_person_spoke_is_heard_instead_of_the_machine(law: Procedure) -> None:
    row = keep_recording(spoken(recording(2)), by=giup(), at=AT)
    sound = heard(law, "filer_name", "giay", commune=cast.COC_SAN)
    assert (sound.tongue, sound.voice) == ("giay", "person:Nông Văn Giúp")
    assert 2_000 < len(sound.content) < 10_000
    assert row.seconds == 2
    assert JournalLine.objects.filter(verb="speak").count() == 1
    # Another commune has its own voices.
    assert heard(law, "filer_name", "giay", commune=cast.OTHER).tongue == "vi"


def test_who_does_not_want_to_be_named_is_not(law: Procedure) -> None:
    row = keep_recording(spoken(recording(), named=False), by=giup(), at=AT)
    assert row.speaker_name == ""
    assert heard(law, "filer_name", "giay", commune=cast.COC_SAN).voice == "person"


def test_the_same_recording_sent_twice_is_one(law: Procedure) -> None:
    first = keep_recording(spoken(recording()), by=giup(), at=AT)
    assert keep_recording(spoken(recording()), by=giup(), at=AT).pk == first.pk
    assert Recording.objects.count() == 1


def test_what_is_no_recording_is_refused(law: Procedure) -> None:
    wrong = (
        (b"RIFF", NotASound),
        (b"<script>" * 100, NotASound),
        (recording(channels=2), NotASound),
        (recording(rate=15_000), NotASound),
        (recording(61, rate=8_000), TooLong),
        (recording(66), TooLong),
        (recording(loud=100), NothingHeard),
        (recording(0), NothingHeard),
    )
    for content, refusal in wrong:
        with refused(refusal):
            keep_recording(spoken(content), by=giup(), at=AT)


def test_without_consent_and_for_no_question_nothing_is_kept(law: Procedure) -> None:
    with refused(ConsentMissing):
        keep_recording(spoken(recording(), agreed=False), by=giup(), at=AT)
    for wrong in ({"question": "nothing"}, {"tongue": "latin"}):
        with refused(NoSuchQuestion):
            keep_recording(spoken(recording(), **wrong), by=giup(), at=AT)


def test_taken_off_the_one_before_is_heard_again(law: Procedure) -> None:
    first = keep_recording(spoken(recording(1)), by=giup(), at=AT)
    second = keep_recording(spoken(recording(2), named=False), by=giup(), at=AT)
    assert heard(law, "filer_name", "giay", commune=cast.COC_SAN).voice == "person"
    second_person = cast.acting(cast.administrator())
    for _ in range(2):
        take_off(recording=second.pk, by=second_person, at=AT)
    assert heard(law, "filer_name", "giay", commune=cast.COC_SAN).voice.startswith("person:")
    take_off(recording=first.pk, by=giup(), at=AT)
    assert heard(law, "filer_name", "giay", commune=cast.COC_SAN).tongue == "vi"
    assert JournalLine.objects.filter(verb="take_off").count() == 2


def test_a_stranger_takes_nothing_off(law: Procedure) -> None:
    row = keep_recording(spoken(recording()), by=giup(), at=AT)
    stranger = cast.acting(cast.stranger_officer())
    for act in (take_off, confirm_words):
        with refused(RecordingUnknown):
            act(recording=row.pk, by=stranger, at=AT)


def test_when_the_words_change_it_is_silent_until_somebody_confirms(law: Procedure) -> None:
    row = keep_recording(spoken(recording()), by=giup(), at=AT)
    Recording.objects.filter(pk=row.pk).update(words="0" * 16)
    [one] = [one for one in to_speak(law, "giay", commune=cast.COC_SAN) if one.recording]
    assert (one.question, one.changed, one.done) == ("filer_name", True, False)
    assert heard(law, "filer_name", "giay", commune=cast.COC_SAN).tongue == "vi"
    confirm_words(recording=row.pk, by=giup(), at=AT)
    assert heard(law, "filer_name", "giay", commune=cast.COC_SAN).tongue == "giay"
