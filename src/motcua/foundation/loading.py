"""How the code itself is loaded: a start is mostly that.

A library that few acts need is loaded when the first of them comes, and nothing is searched for
garbage while hundreds of modules are made that stay as long as the process does.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any


class Later:
    """A module that is loaded when something of it is first asked for, by whichever thread."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


@contextmanager
def many_modules() -> Iterator[None]:
    """Load modules without looking for garbage; what was made is not looked at again either."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
