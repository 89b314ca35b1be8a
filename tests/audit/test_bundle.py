"""A bundle verifies without a database, and every way of altering it is found."""

import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from motcua.audit import bundle
from motcua.audit.chain import canonical, digest_of
from motcua.audit.verify import End

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def chain(name: str, count: int) -> list[dict[str, object]]:
    lines: list[dict[str, object]] = []
    for n in range(1, count + 1):
        line: dict[str, object] = {
            "chain": name,
            "number": n,
            "at": (NOON + timedelta(minutes=n)).isoformat(timespec="microseconds"),
            "actor": "account:7",
            "actor_name": "Hoàng Thị Hoa",
            "roles": "officer",
            "verb": "check",
            "about": f"dossier:{n}",
            "why": "",
            "facts": {"n": n},
            "previous": lines[-1]["digest"] if lines else "",
        }
        lines.append({**line, "digest": digest_of(line)})
    return lines


def written() -> list[bytes]:
    """A bundle of two chains, three and two lines, as the lines of its file."""
    file = io.BytesIO()
    lines = [*chain("02647", 3), *chain("02650", 2)]
    bundle.write(file, lines, key=KEY, at=NOON, walked=lambda count: None)
    return file.getvalue().splitlines(keepends=True)


def codes(lines: list[bytes], trusted: bytes | None = PUBLIC) -> set[tuple[str, int, str]]:
    file = io.BytesIO(b"".join(lines))
    found = bundle.faults(file, trusted=trusted, walked=lambda count: None)
    return {(fault.chain, fault.number, fault.code) for fault in found}


def test_a_whole_bundle_verifies_with_the_key_and_with_its_own() -> None:
    assert codes(written()) == set()
    assert codes(written(), trusted=None) == set()


def test_it_says_what_it_attests() -> None:
    lines = written()
    manifest = bundle.manifest_of(io.BytesIO(b"".join(lines)))
    assert (manifest.made_at, manifest.lines) == (NOON, 5)
    assert manifest.ends["02650"] == End(2, json.loads(lines[4])["digest"])
    assert manifest.key == bundle.fingerprint(PUBLIC)
    assert len(manifest.key) == 39


def test_an_empty_journal_makes_a_bundle() -> None:
    file = io.BytesIO()
    bundle.write(file, [], key=KEY, at=NOON, walked=lambda count: None)
    assert codes([file.getvalue()]) == set()


def test_a_changed_line_is_found() -> None:
    lines = written()
    lines[1] = lines[1].replace(b"check", b"sign!")
    assert codes(lines) == {("02647", 2, "changed"), ("", 5, "changed")}


def test_a_removed_line_is_found() -> None:
    lines = written()
    del lines[1]
    assert ("02647", 3, "removed") in codes(lines)


def test_reordered_lines_are_found() -> None:
    lines = written()
    lines[0], lines[1] = lines[1], lines[0]
    assert ("02647", 1, "reordered") in codes(lines)


def test_the_last_line_of_a_chain_removed_is_found() -> None:
    lines = written()
    del lines[2]
    assert ("02647", 2, "cut_off") in codes(lines)


def test_a_file_cut_off_is_found() -> None:
    assert codes(written()[:-1]) == {("", 5, "cut_off")}
    assert ("", 5, "unreadable") in codes([*written()[:-1], written()[-1][:50]])


def test_a_line_that_is_no_json_is_found() -> None:
    lines = written()
    lines[3] = b"{nonsense\n"
    assert ("", 4, "unreadable") in codes(lines)


def test_a_line_without_its_fields_is_found() -> None:
    lines = written()
    lines[3] = b'{"chain": "02650"}\n'
    assert ("", 4, "unreadable") in codes(lines)


def test_lines_after_the_manifest_are_found() -> None:
    assert codes([*written(), b"more\n"]) == {("", 0, "beyond")}


def test_a_chain_forged_whole_is_found_by_the_signature() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))
    file = io.BytesIO()
    bundle.write(file, chain("02647", 3), key=other, at=NOON, walked=lambda count: None)
    forged = file.getvalue().splitlines(keepends=True)
    assert codes(forged) == {("", 3, "forged")}
    assert codes(forged, trusted=None) == set()


def test_a_changed_manifest_is_found() -> None:
    lines = written()
    seal = json.loads(lines[-1])
    seal["manifest"]["lines"] = 4
    lines[-1] = canonical(seal).encode()
    assert codes(lines) == {("", 5, "forged")}


@pytest.mark.parametrize("broken", [b'{"manifest":{}}', b'{"manifest":[]}', b'{"manifest":'])
def test_a_manifest_that_cannot_be_read_is_found(broken: bytes) -> None:
    assert codes([*written()[:-1], broken]) == {("", 5, "unreadable")}
