"""Where the tests live: a data directory that is thrown away, and a database of their own.

Imported before the settings, which read the environment that is made here.
MOTCUA_TEST_DATABASE=postgres chooses PostgreSQL; its server is imported only then.
"""

import atexit
import importlib
import os
import shutil
import tempfile
from pathlib import Path


def data_directory() -> Path:
    """A folder for this process, under one that the first process makes and removes."""
    if "MOTCUA_TEST_ROOT" not in os.environ:
        root = tempfile.mkdtemp(prefix="motcua-test-")
        os.environ["MOTCUA_TEST_ROOT"] = root
        atexit.register(shutil.rmtree, root, ignore_errors=True)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    data = Path(os.environ["MOTCUA_TEST_ROOT"]) / worker
    data.mkdir(exist_ok=True)
    return data


def database_url() -> str:
    """ "" for SQLite in memory, or the address of this run's PostgreSQL."""
    chosen = os.environ.get("MOTCUA_TEST_DATABASE", "sqlite")
    if chosen == "sqlite":
        return ""
    if chosen != "postgres":
        raise ValueError(f"MOTCUA_TEST_DATABASE={chosen}: it is sqlite or postgres")
    return str(importlib.import_module("tests.postgres").address())


os.environ["MOTCUA_DATA"] = str(data_directory())
os.environ["DATABASE_URL"] = database_url()
