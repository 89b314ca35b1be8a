"""A backup comes back whole, into either database, or not at all."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from motcua.project.archive.manifest import Damaged
from motcua.project.archive.unpack import verify
from tests.project.installed import environment, motcua

Alter = Callable[[dict[str, bytes]], None]


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation on SQLite with rows of every kind, a journal and a file."""
    data = tmp_path_factory.mktemp("lived-in")
    settle(data)
    return data


def settle(data: Path, **more: str) -> None:
    assert motcua(data, "migrate", **more).returncode == 0
    assert motcua(data, "packs", "load", **more).returncode == 0
    command = [sys.executable, "-m", "tests.project.settle"]
    subprocess.run(command, env=environment(data, **more), check=True)


@pytest.fixture(scope="module")
def archive(lived_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("kept") / "backup.tar"
    done = motcua(lived_in, "backup", str(file))
    assert done.returncode == 0, done.stderr
    assert "files in" in done.stdout
    return file


def members(file: Path) -> dict[str, bytes]:
    with tarfile.open(file) as tar:
        return {about.name: tar.extractfile(about).read() for about in tar}  # type: ignore[union-attr]


def rows(file: Path) -> dict[str, bytes]:
    return {name: text for name, text in members(file).items() if name.startswith("rows/")}


def test_a_backup_is_for_its_owner_only(archive: Path) -> None:
    assert archive.stat().st_mode & 0o777 == 0o600


def test_it_holds_rows_files_and_keys(archive: Path) -> None:
    found = members(archive)
    assert found["data/files/aa/paper.pdf"] == b"%PDF-1.7 \x00\xff"
    assert "data/secret-key" in found
    assert found["rows/audit_line.jsonl"].count(b'"check"') == 5
    assert not [name for name in found if "sqlite3" in name or "static" in name]


def test_a_restored_installation_is_the_same(lived_in: Path, archive: Path, tmp_path: Path) -> None:
    data, again = tmp_path / "new", tmp_path / "again.tar"
    done = motcua(data, "restore", str(archive))
    assert done.returncode == 0, done.stderr
    assert motcua(data, "backup", str(again)).returncode == 0
    assert rows(again) == rows(archive)
    for name in ("secret-key", "files/aa/paper.pdf"):
        assert (data / name).read_bytes() == (lived_in / name).read_bytes()
    assert motcua(data, "verify-log").stdout == "the journal is whole\n"


def test_a_compressed_backup_comes_back_too(lived_in: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.tar.gz"
    assert motcua(lived_in, "backup", str(file)).returncode == 0
    assert motcua(tmp_path / "new", "restore", str(file)).returncode == 0


def test_the_next_row_takes_the_next_number(archive: Path, tmp_path: Path) -> None:
    motcua(tmp_path, "restore", str(archive))
    made = ["createuser", "new", "--name", "N", "--commune", "02746", "--role", "auditor"]
    assert motcua(tmp_path, *made).returncode == 0
    assert motcua(tmp_path, "verify-log").returncode == 0


def test_a_backup_does_not_write_over_a_file(lived_in: Path, archive: Path) -> None:
    before = archive.read_bytes()
    assert motcua(lived_in, "backup", str(archive)).returncode == 3
    assert archive.read_bytes() == before


def test_a_place_that_is_not_empty_is_refused(lived_in: Path, archive: Path) -> None:
    before = (lived_in / "motcua.sqlite3").stat().st_size
    done = motcua(lived_in, "restore", str(archive))
    assert done.returncode == 3
    assert "into an empty place" in done.stderr
    assert (lived_in / "motcua.sqlite3").stat().st_size == before


def test_a_damaged_archive_is_refused_and_nothing_is_made(archive: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.tar"
    text = bytearray(archive.read_bytes())
    text[text.index(b"%PDF-1.7") + 3] ^= 1
    damaged.write_bytes(text)
    done = motcua(tmp_path / "new", "restore", str(damaged))
    assert done.returncode == 1
    assert "data/files/aa/paper.pdf was changed" in done.stderr
    assert not (tmp_path / "new" / "motcua.sqlite3").exists()
    assert not (tmp_path / "new" / "files").exists()


def test_checking_restores_nothing(archive: Path, tmp_path: Path) -> None:
    done = motcua(tmp_path / "new", "restore", "--check", str(archive))
    assert done.returncode == 0
    assert "is whole" in done.stdout
    assert not (tmp_path / "new" / "motcua.sqlite3").exists()


def written(found: dict[str, bytes], file: Path) -> Path:
    with tarfile.open(file, "w") as tar:
        for name, text in found.items():
            about = tarfile.TarInfo(name)
            about.size = len(text)
            tar.addfile(about, io.BytesIO(text))
    return file


def lose(found: dict[str, bytes]) -> None:
    del found["rows/audit_line.jsonl"]


def add(found: dict[str, bytes]) -> None:
    found["data/more"] = b""


def climb(found: dict[str, bytes]) -> None:
    found["../outside"] = b""


def swap(found: dict[str, bytes]) -> None:
    key = "rows/audit_line.jsonl"
    found[key] = found[key].replace(b"check", b"sign!")


def forge_list(found: dict[str, bytes]) -> None:
    listed = json.loads(found["manifest.json"])
    listed["rows"] = {}
    found["manifest.json"] = json.dumps(listed).encode()


def cut(found: dict[str, bytes]) -> None:
    del found["manifest.sha256"]


@pytest.mark.parametrize("alter", [lose, add, climb, swap, forge_list, cut])
def test_every_alteration_is_found(archive: Path, tmp_path: Path, alter: Alter) -> None:
    found = members(archive)
    alter(found)
    with pytest.raises(Damaged):
        verify(written(found, tmp_path / "x.tar"), lambda size: None)


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("name", ["x.tar", "x.tar.gz"])
def test_an_archive_cut_off_is_found(
    lived_in: Path, tmp_path: Path, name: str, part: float, archive: Path
) -> None:
    whole = tmp_path / name
    with tarfile.open(whole, "w:gz" if name.endswith("gz") else "w") as tar:
        for member, text in members(archive).items():
            about = tarfile.TarInfo(member)
            about.size = len(text)
            tar.addfile(about, io.BytesIO(text))
    text = whole.read_bytes()
    whole.write_bytes(text[: int(len(text) * part)])
    with pytest.raises(Damaged):
        verify(whole, lambda size: None)


def test_a_file_that_is_no_archive_is_found(tmp_path: Path) -> None:
    file = tmp_path / "x.tar"
    file.write_text("nothing of the kind")
    with pytest.raises(Damaged):
        verify(file, lambda size: None)


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL database of our own."""
    server = os.environ.get("MOTCUA_TEST_POSTGRES", "")
    if not server:
        pytest.skip("this run has no PostgreSQL")
    name = f"moved_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        yield server.replace("/postgres?", f"/{name}?")
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_a_commune_moves_from_sqlite_to_postgresql_and_back(
    archive: Path, tmp_path: Path, postgres: str
) -> None:
    done = motcua(tmp_path / "grown", "restore", str(archive), DATABASE_URL=postgres)
    assert done.returncode == 0, done.stderr
    said = motcua(tmp_path / "grown", "verify-log", DATABASE_URL=postgres)
    assert said.stdout == "the journal is whole\n"
    made = ["createuser", "new", "--name", "N", "--commune", "02746", "--role", "auditor"]
    assert motcua(tmp_path / "grown", *made, DATABASE_URL=postgres).returncode == 0
    file = tmp_path / "from-postgresql.tar"
    assert motcua(tmp_path / "grown", "backup", str(file), DATABASE_URL=postgres).returncode == 0
    done = motcua(tmp_path / "back", "restore", str(file))
    assert done.returncode == 0, done.stderr
    assert members(file)["rows/audit_line.jsonl"].count(b'"check"') == 5


@contextmanager
def written_to(data: Path, **more: str) -> Iterator[None]:
    """Two processes that write to an installation for as long as the block lasts."""
    command = [sys.executable, "-m", "tests.project.busy"]
    env = environment(data, **more)
    busy = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE) for _ in range(2)]
    try:
        for one in busy:
            assert one.stdout is not None
            assert one.stdout.readline() == b"busy\n"
        yield
    finally:
        for one in busy:
            one.kill()
            one.wait()
            one.stdout.close()  # type: ignore[union-attr]


def holds_together(data: Path, file: Path) -> None:
    """The journal is whole, and every file that a row names is there as it was written."""
    assert motcua(data, "verify-log").stdout == "the journal is whole\n"
    named = [json.loads(line) for line in rows(file)["rows/results_document.jsonl"].splitlines()]
    digests = [one for row in named for one in row if isinstance(one, str) and len(one) == 64]
    assert len(digests) == len(named) > 0
    for digest in digests:
        content = (data / "files" / digest[:2] / digest).read_bytes()
        assert hashlib.sha256(content).hexdigest() == digest


def test_a_backup_made_while_others_write_holds_together(tmp_path: Path) -> None:
    settle(tmp_path / "data")
    file, data = tmp_path / "busy.tar", tmp_path / "new"
    with written_to(tmp_path / "data"):
        done = motcua(tmp_path / "data", "backup", str(file))
    assert done.returncode == 0, done.stderr
    done = motcua(data, "restore", str(file))
    assert done.returncode == 0, done.stderr
    holds_together(data, file)


def test_a_backup_of_a_busy_postgresql_holds_together(tmp_path: Path, postgres: str) -> None:
    there = {"DATABASE_URL": postgres}
    settle(tmp_path / "data", **there)
    file, data = tmp_path / "busy.tar", tmp_path / "new"
    with written_to(tmp_path / "data", **there):
        done = motcua(tmp_path / "data", "backup", str(file), **there)
    assert done.returncode == 0, done.stderr
    assert motcua(data, "restore", str(file)).returncode == 0
    holds_together(data, file)


def test_what_is_only_made_anew_or_in_the_making_stays_out(lived_in: Path, tmp_path: Path) -> None:
    for name in ("cache/templates/x", "files/aa/tmpabc", "files/aa/.going.abc", ".secret-key.7"):
        (lived_in / name).parent.mkdir(parents=True, exist_ok=True)
        (lived_in / name).write_bytes(b"half")
    assert motcua(lived_in, "backup", str(tmp_path / "b.tar")).returncode == 0
    assert b"half" not in members(tmp_path / "b.tar").values()
    for name in ("cache/templates/x", "files/aa/tmpabc", "files/aa/.going.abc", ".secret-key.7"):
        (lived_in / name).unlink()
