"""The product's own settings on a database and a folder that are thrown away."""

import os

import tests.installation  # noqa: F401 - sets the environment that the settings read

# isort: split
from motcua.project.settings import *  # noqa: F403

# A file and not memory: journeys in a browser and threads each have a connection of their own.
# Nothing of it outlives a power cut, so nothing waits for the disk.
if not os.environ["DATABASE_URL"]:
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405

# A password of the cast is not worth 50 ms; that argon2 comes first is tested by itself.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
