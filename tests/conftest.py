"""What every test stands on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from motcua.procedures.queries import by_version, no_longer_asked
from tests.chromium import broken, browser, complaints, playing, visit, windowless
from tests.flush import allow_flush
from tools.messages import ROOMS, compile_all

__all__ = ["broken", "browser", "complaints", "playing", "visit", "windowless"]

# How long an example takes tells about the machine, not about the product.
settings.register_profile("motcua", deadline=None)
settings.load_profile("motcua")


def pytest_configure(config: pytest.Config) -> None:
    """The first process compiles the catalogues that are newer than their django.mo."""
    allow_flush()
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_all(ROOMS)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """What is long is named by its length: the name stands in the environment of each program that
    a test starts, where 128 KB have no room."""
    if isinstance(val, str | bytes) and len(val) > 200:
        return f"{argname} of {len(val)}"
    return None


@pytest.fixture(autouse=True)
def _forget_versions() -> Iterator[None]:
    """Versions are kept by their key for ever; a test that is rolled back gives its keys again."""
    yield
    by_version.cache_clear()
    no_longer_asked.cache_clear()


@pytest.fixture
def data_directory() -> Path:
    """The data directory that the settings of this run name."""
    return Path(os.environ["MOTCUA_DATA"])
