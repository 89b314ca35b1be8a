"""The journal as one file that anyone can verify without us.

Each line is a line of the journal as canonical JSON. The last line is the manifest: how many
lines, the SHA-256 of all bytes before it, where each chain ends, the installation's public key,
and its Ed25519 signature over the manifest. A bundle of a period says in `begins`, under the same
signature, after which line each chain goes on. Both are written and read in constant memory.
"""

import base64
import binascii
import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from motcua.audit.chain import SEALED, canonical
from motcua.audit.verify import START, End, Fault, Walk

FORMAT = "motcua-journal/1"
_EVERY = 2000
_WANTED = frozenset({*SEALED, "digest"})


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last line of a bundle attests."""

    made_at: datetime
    lines: int
    ends: Mapping[str, End]
    key: str
    begins: Mapping[str, End] = field(default_factory=dict)


def fingerprint(public: bytes) -> str:
    """The first half of the SHA-256 of a public key, as people compare it aloud."""
    digest = hashlib.sha256(public).hexdigest()[:32]
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def write(
    file: BinaryIO,
    lines: Iterable[Mapping[str, Any]],
    *,
    key: Ed25519PrivateKey,
    at: datetime,
    walked: Callable[[int], object],
) -> Manifest:
    """Write a bundle of lines that come chain by chain."""
    walk, hashed = Walk(), hashlib.sha256()
    begins: dict[str, End] = {}
    for line in lines:
        _go_on(walk, line, begins)
        list(walk.step(line))
        text = canonical(line).encode() + b"\n"
        hashed.update(text)
        file.write(text)
        if walk.lines % _EVERY == 0:
            walked(walk.lines)
    walked(walk.lines)
    public = key.public_key().public_bytes_raw()
    manifest = {
        "format": FORMAT,
        "made_at": at.astimezone(UTC).isoformat(),
        "lines": walk.lines,
        "sha256": hashed.hexdigest(),
        "chains": {chain: list(end) for chain, end in walk.ends.items()},
        "public_key": base64.b64encode(public).decode(),
    }
    if begins:
        manifest["begins"] = {chain: list(before) for chain, before in begins.items()}
    signature = base64.b64encode(key.sign(canonical(manifest).encode())).decode()
    file.write(canonical({"manifest": manifest, "signature": signature}).encode() + b"\n")
    return Manifest(at, walk.lines, dict(walk.ends), fingerprint(public), begins)


def faults(
    file: BinaryIO, *, trusted: bytes | None, walked: Callable[[int], object]
) -> Iterator[Fault]:
    """Everything that is wrong with a bundle; nothing but the file (and the key) is needed.

    Without a `trusted` public key the bundle's own is used: it then proves that the bundle is
    whole, and the reader compares the key's fingerprint.
    """
    walk, hashed = Walk(), hashlib.sha256()
    begins: dict[str, End] = {}
    for text in file:
        if text.startswith(b'{"manifest":'):
            yield from _sealed(text, hashed.hexdigest(), walk, trusted)
            yield from _begun(text, begins)
            yield from _nothing_after(file)
            walked(walk.lines)
            return
        hashed.update(text)
        line = _line(text)
        if line is None:
            walk.lines += 1
            yield Fault("", walk.lines, "unreadable", "this line of the file cannot be read")
            continue
        _go_on(walk, line, begins)
        yield from walk.step(line)
        if walk.lines % _EVERY == 0:
            walked(walk.lines)
    yield Fault("", walk.lines, "cut_off", "the file ends before its manifest")


def manifest_of(file: BinaryIO) -> Manifest:
    """What a bundle attests; ValueError or IndexError when there is none. Verify it first."""
    last = deque(file, maxlen=1).pop()
    found = json.loads(last)["manifest"]
    ends = {chain: End(*end) for chain, end in found["chains"].items()}
    public = base64.b64decode(found["public_key"])
    begins = {chain: End(*before) for chain, before in found.get("begins", {}).items()}
    made_at = datetime.fromisoformat(found["made_at"])
    return Manifest(made_at, found["lines"], ends, fingerprint(public), begins)


def _go_on(walk: Walk, line: Mapping[str, Any], begins: dict[str, End]) -> None:
    """Where a chain does not begin with its first line, the walk begins there, and notes it."""
    chain, number = line["chain"], line["number"]
    if chain not in walk.ends and number > 1:
        begins[chain] = walk.ends[chain] = End(number - 1, line["previous"])


def _begun(text: bytes, begins: Mapping[str, End]) -> Iterator[Fault]:
    """Chains that begin later than was signed; `_sealed` tells when there is no manifest."""
    try:
        said = json.loads(text)["manifest"].get("begins", {})
    except (ValueError, KeyError, TypeError, AttributeError):
        return
    for chain, before in begins.items():
        if list(before) != said.get(chain):
            missing = f"lines before {before.number + 1} are missing"
            yield Fault(chain, before.number + 1, "removed", missing)
    for chain in said.keys() - begins.keys():
        yield Fault(chain, START.number, "removed", "the chain does not begin where it was signed")


def _line(text: bytes) -> dict[str, Any] | None:
    try:
        line = json.loads(text)
    except ValueError:
        return None
    whole = isinstance(line, dict) and line.keys() >= _WANTED and isinstance(line["number"], int)
    return line if whole else None


def _sealed(text: bytes, sha256: str, walk: Walk, trusted: bytes | None) -> Iterator[Fault]:
    try:
        seal = json.loads(text)
        manifest = seal["manifest"]
        public = base64.b64decode(manifest["public_key"], validate=True)
        signature = base64.b64decode(seal["signature"], validate=True)
        ends = {chain: End(*end) for chain, end in manifest["chains"].items()}
        signed = Ed25519PublicKey.from_public_bytes(trusted or public)
        signed.verify(signature, canonical(manifest).encode())
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        yield Fault("", walk.lines, "unreadable", "the manifest cannot be read")
        return
    except InvalidSignature:
        yield Fault("", walk.lines, "forged", "the manifest is not signed by this key")
        return
    if manifest["format"] != FORMAT:
        yield Fault("", walk.lines, "unreadable", f"the format is not {FORMAT}")
    if manifest["lines"] != walk.lines or manifest["sha256"] != sha256:
        yield Fault("", walk.lines, "changed", "the lines are not those that were signed")
    yield from walk.against(ends)


def _nothing_after(file: BinaryIO) -> Iterator[Fault]:
    if file.read(1):
        yield Fault("", 0, "beyond", "something stands after the manifest")
