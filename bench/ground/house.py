"""A house with an empty database in a folder that is thrown away; imported before any model."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection

FOLDER = Path(tempfile.mkdtemp(prefix="motcua-bench-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

os.environ["MOTCUA_DATA"] = str(FOLDER)
# One client does the work of a village.
os.environ["MOTCUA_LIMITS"] = "1000"
# As the framework's own test client calls the machine, and as a browser does.
os.environ["MOTCUA_HOSTS"] = "testserver,127.0.0.1"
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.project.settings"
django.setup()
atexit.register(connection.close)
call_command("migrate", verbosity=0)
# Before the application is imported, which looks once for what it sends compressed.
call_command("collectstatic", verbosity=0, interactive=False)
