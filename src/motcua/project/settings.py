"""The settings: one list that fails loudly. What a commune may change is in the environment."""

import os
from pathlib import Path

from motcua.project.database import database_of
from motcua.project.secret import secret_key

DATA = Path(os.environ.get("MOTCUA_DATA", ".data")).resolve()
MOTCUA_FILES = DATA / "files"
PORT = int(os.environ.get("PORT", "8000"))
DEBUG = False
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = os.environ.get("MOTCUA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "motcua.foundation",
    "motcua.audit",
    "motcua.places",
    "motcua.people",
    "motcua.procedures",
    "motcua.registers",
    "motcua.results",
    "motcua.notifications",
    "motcua.payments",
    "motcua.turns",
]
# Who carries messages to people; a real provider is named here by its dotted path.
MESSENGER = os.environ.get(
    "MOTCUA_MESSENGER", "motcua.notifications.adapters.rehearsal.RehearsalMessenger"
)
AUTH_USER_MODEL = "people.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "motcua.project.urls"
WSGI_APPLICATION = "motcua.project.wsgi.application"

DATABASES = {"default": database_of(os.environ.get("DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("hi", "हिन्दी")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
