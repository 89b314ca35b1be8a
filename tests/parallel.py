"""Acts of the same moment: threads, each with a connection of its own, on both databases."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import connections


@contextmanager
def one_database(folder: Path) -> Iterator[None]:
    """A database that threads can share; needs ``django_db(transaction=True)``.

    SQLite's test database lives in memory, where connections cannot wait for each other, so what
    is in it moves to a file in `folder` for the while.
    """
    kept: Any = connections["default"]
    if kept.vendor != "sqlite":
        yield
        return
    path = folder / "shared.sqlite3"
    with kept.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    connections["default"] = _connection(kept, path)
    # The first to open the file turns it to WAL, for which SQLite lets nobody wait.
    connections["default"].ensure_connection()
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = kept


def on_its_database() -> dict[str, str]:
    """The environment for another process of the product on the database of `one_database`."""
    name = connections["default"].settings_dict["NAME"]
    server = urlsplit(os.environ["DATABASE_URL"])
    url = server._replace(path=f"/{name}").geturl() if server.scheme else f"sqlite:///{name}"
    settings = {"DJANGO_SETTINGS_MODULE": "motcua.project.settings", "DATABASE_URL": url}
    return os.environ | settings


def _connection(like: Any, path: Path) -> Any:
    return type(like)({**like.settings_dict, "NAME": path}, "default")


def together(acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """Do all acts at once; each gives what it returned, or the exception that it raised."""
    main: Any = connections["default"]
    start = threading.Barrier(len(acts))
    outcomes: list[Any] = [None] * len(acts)

    def run(index: int) -> None:
        if main.vendor == "sqlite":
            connections["default"] = _connection(main, main.settings_dict["NAME"])
        start.wait()
        try:
            outcomes[index] = acts[index]()
        except Exception as error:  # the test looks at each
            outcomes[index] = error
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
