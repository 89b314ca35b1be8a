"""A recording as the studio sends it: WAV of one channel, looked into and made small.

What is kept is made anew from the samples alone, so nothing else that a file may carry is kept.
"""

import array
import io
import wave
from dataclasses import dataclass

from motcua.voices.errors import NotASound, NothingHeard, TooLong
from motcua.voices.speaking import encoded

MOST_SECONDS = 60
MOST_BYTES = 2 * 2**20
_RATES = frozenset({8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000})
_SAMPLE = 2
# Of 32,767: less is a room in which nobody speaks.
_HEARD = 500


@dataclass(frozen=True, slots=True)
class Sound:
    """MP3, and how long it is."""

    content: bytes
    seconds: int


def made_small(content: bytes) -> Sound:
    """NotASound, TooLong or NothingHeard when it is no recording of a question."""
    if len(content) > MOST_BYTES:
        raise TooLong(seconds=MOST_SECONDS)
    try:
        with wave.open(io.BytesIO(content)) as file:
            shape = (file.getnchannels(), file.getsampwidth())
            rate, samples = file.getframerate(), file.readframes(file.getnframes())
    except (wave.Error, EOFError) as fault:
        raise NotASound from fault
    if shape != (1, _SAMPLE) or rate not in _RATES:
        raise NotASound
    samples = samples[: len(samples) // _SAMPLE * _SAMPLE]
    length = len(samples) / _SAMPLE / rate
    if length > MOST_SECONDS:
        raise TooLong(seconds=MOST_SECONDS)
    if max(map(abs, array.array("h", samples)), default=0) < _HEARD:
        raise NothingHeard
    return Sound(encoded(samples, rate), max(1, round(length)))
