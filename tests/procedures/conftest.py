"""Versions are kept by their key for ever; a test that is rolled back gives its keys again."""

from collections.abc import Iterator

import pytest

from motcua.procedures.queries import by_version


@pytest.fixture(autouse=True)
def _forget_versions() -> Iterator[None]:
    by_version.cache_clear()
    yield
    by_version.cache_clear()
