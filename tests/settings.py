"""The product's own settings on a database and a folder that are thrown away."""

import tests.installation  # noqa: F401 - sets the environment that the settings read

# isort: split
from motcua.project.settings import *  # noqa: F403

# A password of the cast is not worth 50 ms; that argon2 comes first is tested by itself.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
