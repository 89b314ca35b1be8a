"""The machine reads each sentence once, in the languages that it has a voice for."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from motcua.voices.machine import MOST_LETTERS, read_aloud

# MPEG-2, layer 3: how a sound of 22,050 samples a second begins.
MP3 = b"\xff\xf3"


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "cache" / "voices"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("vi", "Ông/bà sinh ngày nào?"), ("en", "When were you born?"), ("hi", "आप कब पैदा हुए?")],
)
def test_a_sentence_becomes_a_small_sound(language: str, sentence: str) -> None:
    sound = read_aloud(sentence, language)
    assert sound is not None
    assert sound.startswith(MP3)
    assert 2_000 < len(sound) < 20_000


def test_the_same_sentence_is_read_once(folder: Path) -> None:
    first = read_aloud("Ông/bà sinh ngày nào?", "vi")
    [kept] = folder.glob("*.mp3")
    kept.write_bytes(b"kept")
    assert first != b"kept"
    assert read_aloud("Ông/bà sinh ngày nào?", "vi") == b"kept"
    assert read_aloud("Ông/bà sinh ngày nào?", "en") != b"kept"


def test_a_language_without_a_voice_and_a_text_too_long_are_not_read(folder: Path) -> None:
    assert read_aloud("Ông/bà sinh ngày nào?", "giay") is None
    assert read_aloud("a" * (MOST_LETTERS + 1), "vi") is None
    assert not folder.exists()


def test_a_machine_that_cannot_read_says_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert read_aloud("Ông/bà sinh ngày nào?", "vi") is None
    assert list(folder.glob("*.mp3")) == []


def test_a_voice_that_is_not_there_ends_the_process_with_an_error() -> None:
    command = [sys.executable, "-m", "motcua.voices.speaking", "xx-nothing"]
    assert subprocess.run(command, input=b"a", capture_output=True, check=False).returncode == 1
