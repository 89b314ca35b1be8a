"""One sentence read aloud by eSpeak NG: text comes in, MP3 goes out.

A process of its own (``python -m motcua.voices.speaking vi``): what goes wrong in a library in C
takes nobody's page with it, and its 20 MB of voices are in memory only while it reads.
"""

import ctypes
import sys

import espeakng_loader
import lameenc

# Words a minute; the library's own 175 is too fast for who cannot read along.
PACE = 140
# Kilobits a second, one channel: 3 KB for a second of speech.
BITS = 24
_RETRIEVE, _RATE, _UTF8 = 1, 1, 1
_Heard = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def spoken(text: str, language: str) -> bytes:
    """The sentence as MP3; RuntimeError when there is no voice for the language."""
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    rate = library.espeak_Initialize(_RETRIEVE, 0, espeakng_loader.get_data_path().encode(), 0)
    if rate <= 0 or library.espeak_SetVoiceByName(language.encode()):
        raise RuntimeError(f"no voice for {language}")
    heard = bytearray()

    def hear(wave: "ctypes._Pointer[ctypes.c_short]", samples: int, _events: object) -> int:
        if wave:
            heard.extend(ctypes.string_at(wave, samples * 2))
        return 0

    kept = _Heard(hear)
    library.espeak_SetSynthCallback(kept)
    library.espeak_SetParameter(_RATE, PACE, 0)
    words = text.encode() + b"\0"
    library.espeak_Synth(words, len(words), 0, 0, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    return encoded(bytes(heard), rate)


def encoded(samples: bytes, rate: int) -> bytes:
    """Sixteen-bit samples of one channel as MP3."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BITS)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(2)
    return bytes(encoder.encode(samples) + encoder.flush())


def main() -> None:
    """Read standard input in the language that is named, to standard output."""
    sys.stdout.buffer.write(spoken(sys.stdin.buffer.read().decode(), sys.argv[1]))


if __name__ == "__main__":
    main()
