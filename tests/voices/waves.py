"""A recording as the studio sends it."""

import array
import io
import math
import wave


def recording(
    seconds: float = 2, *, rate: int = 16_000, loud: int = 12_000, channels: int = 1
) -> bytes:
    """A tone of 440 Hz as WAV."""
    made = array.array(
        "h", (int(loud * math.sin(at * 880 * math.pi / rate)) for at in range(int(seconds * rate)))
    )
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(made.tobytes())
    return out.getvalue()
