"""A procedure written as a pack is the same procedure: sound, and with the same digest."""

import io
import zipfile
from pathlib import Path

import pytest

from motcua.procedures.actions import digest_of
from motcua.procedures.loader import check, read
from motcua.procedures.writing import archive_of
from tests.procedures.packs import COPY, contents


@pytest.mark.parametrize(
    "content", contents(), ids=lambda one: f"{one['code']} {one['valid_from']}"
)
def test_each_edition_comes_back_as_it_was(tmp_path: Path, content: dict[str, object]) -> None:
    # A database may give the keys in another order.
    mixed = dict(reversed(content.items()))
    zipfile.ZipFile(io.BytesIO(archive_of(mixed))).extractall(tmp_path)
    assert list(map(str, check(tmp_path))) == []
    (back,) = read(tmp_path).contents
    assert digest_of(back) == digest_of(content)


def test_the_same_procedure_is_the_same_archive() -> None:
    one = next(one for one in contents() if one["code"] == COPY)
    assert archive_of(one) == archive_of(dict(reversed(one.items())))
