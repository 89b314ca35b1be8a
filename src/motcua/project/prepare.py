"""What must be so before the doors open; each step finds quickly that there is nothing to do."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

from motcua.project import rights
from motcua.project.database import database_of

Say = Callable[[str], object]


def migrate(say: Say) -> bool:
    """Bring the tables up to date, as their owner; whether there was anything to do."""
    with rights.as_owner() as apart:
        done = _migrate(say)
        ours = database_of(settings.DATABASE_URL, settings.DATA)
        if apart and ours["USER"] != connection.settings_dict["USER"]:
            grant = import_string("motcua.project.granting.grant")
            grant(ours["USER"], ours["PASSWORD"])
    return done


def _migrate(say: Say) -> bool:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return False
    say(f"database: {len(waiting)} migrations")
    call_command("migrate", verbosity=0, interactive=False)
    return True


def collect_static(say: Say) -> bool:
    """Copy, hash and compress the static files when they are others than the last time."""
    root = Path(settings.STATIC_ROOT)
    stamp, now = root / ".collected", _static_digest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    say("static files: hashed and compressed")
    call_command("collectstatic", verbosity=0, interactive=False, clear=root.exists())
    stamp.write_text(now, encoding="ascii")
    return True


def _static_digest() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            about = Path(storage.path(name)).stat()
            digest.update(f"{name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return digest.hexdigest()
