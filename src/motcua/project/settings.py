"""The settings: one list that fails loudly. What a commune may change is in the environment."""

import os
from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

import motcua
from motcua.project.database import database_of
from motcua.project.logs import CONFIG
from motcua.project.outage import outage
from motcua.project.secret import secret_key

DATA = Path(os.environ.get("MOTCUA_DATA", ".data")).resolve()
# The law as data: procedures, places, papers.
PACKS = Path(os.environ.get("MOTCUA_PACKS", Path(motcua.__file__).parent / "packs"))
MOTCUA_FILES = DATA / "files"
# Keys and the rehearsal's certificate authority: secret, and part of every backup.
MOTCUA_CA = DATA / "ca"
# Times New Roman goes here where the commune owns it.
MOTCUA_FONTS = DATA / "fonts"
PORT = int(os.environ.get("PORT", "8000"))
# What a QR on paper leads to: the address under which people reach this installation.
MOTCUA_ADDRESS = os.environ.get("MOTCUA_ADDRESS", f"http://127.0.0.1:{PORT}").rstrip("/")
MOTCUA_SIGNER = os.environ.get("MOTCUA_SIGNER", "motcua.results.signers.rehearsal.RehearsalSigner")
MOTCUA_TIME_STAMPS = os.environ.get("MOTCUA_TIME_STAMPS", "on") != "off"
DEBUG = False
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = os.environ.get("MOTCUA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "motcua.foundation",
    "motcua.audit",
    "motcua.places",
    "motcua.people",
    "motcua.procedures",
    "motcua.registers",
    "motcua.demo",
    "motcua.results",
    "motcua.notifications",
    "motcua.payments",
    "motcua.helping",
    "motcua.voices",
    "motcua.turns",
    "motcua.parts",
    "motcua.dossiers",
    "motcua.sheets",
    "motcua.consequences",
    "motcua.counter",
    "motcua.office",
    "motcua.portal",
    "motcua.hall",
    "motcua.village",
]
# Who carries messages to people; a real provider is named here by its dotted path.
MESSENGER = os.environ.get(
    "MOTCUA_MESSENGER", "motcua.notifications.adapters.rehearsal.RehearsalMessenger"
)
AUTH_USER_MODEL = "people.Account"
SESSION_ENGINE = "motcua.project.sessions"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "motcua.people.backends.AccountBackend",
]
# Five wrong passwords for one name from one address, then a quarter of an hour of rest: a whole
# village behind one address is not locked out by one of its telephones.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Safe to compress: docs/decisions/0006 tells how our secrets keep out of BREACH's reach.
    "django.middleware.gzip.GZipMiddleware",
    "motcua.parts.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.parts.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "motcua.parts.arriving.ArrivingMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "motcua.parts.refusals.RefusalMiddleware",
]
ROOT_URLCONF = "motcua.project.urls"
CSRF_FAILURE_VIEW = "motcua.parts.failures.unsealed"
LOGIN_URL = "/sign-in"
# Where a password that somebody else gave is exchanged for one's own.
PASSWORD_URL = "/desk/password"  # noqa: S105 # nosec B105
# Who does not say otherwise is forgotten after an hour: telephones are shared.
SESSION_COOKIE_AGE = 3600
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "motcua.parts.environment.environment"},
    }
]
WSGI_APPLICATION = "motcua.project.wsgi.application"

DATABASE_URL = os.environ.get("DATABASE_URL", "")
# On PostgreSQL: the role that the tables belong to, when the product works as another one.
DATABASE_OWNER_URL = os.environ.get("DATABASE_OWNER_URL", "")
DATABASES = {"default": database_of(DATABASE_URL, DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The commune whose door this is, for everybody who is not signed in as another one's staff.
COMMUNE = os.environ.get("MOTCUA_COMMUNE", "02746")
# How many times the ordinary limits on what one person and one address may cause.
MOTCUA_LIMITS = int(os.environ.get("MOTCUA_LIMITS", "1"))
# Messages, payments and signatures are pretended until a commune says that they are real.
REHEARSAL = os.environ.get("MOTCUA_LIVE", "") != "1"
if not REHEARSAL and ".rehearsal." in MESSENGER:
    raise ImproperlyConfigured(
        "MOTCUA_LIVE=1 with the rehearsal messenger: nobody would receive a code. "
        "Name a real one in MOTCUA_MESSENGER."
    )

# An announced outage (Decree 224/2026, art. 13): "2026-12-05T22:00+07:00/2026-12-05T23:30+07:00".
OUTAGE = outage(os.environ.get("MOTCUA_OUTAGE", ""))

LANGUAGE_CODE = "vi"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English"), ("hi", "हिन्दी")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_FINDERS = ["motcua.parts.static_files.WantedFiles"]
# Before the files are collected, as in the tests, they are served from the rooms themselves.
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "motcua.parts.static_files.HashedFiles"},
}

# Behind a proxy that speaks HTTPS and sets X-Forwarded-Proto and X-Forwarded-For.
MOTCUA_HTTPS = os.environ.get("MOTCUA_HTTPS", "") == "1"
# How many proxies of ours a request passes; each adds to X-Forwarded-For whom it has seen.
MOTCUA_PROXIES = int(os.environ.get("MOTCUA_PROXIES", "1"))
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if MOTCUA_HTTPS else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = MOTCUA_HTTPS
# Asked by the machine that watches, from within.
SECURE_REDIRECT_EXEMPT = ["^health$"]
# A promise to browsers that cannot be taken back for so many seconds: only when asked for.
SECURE_HSTS_SECONDS = int(os.environ.get("MOTCUA_HSTS", "0"))
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_SECONDS > 0
# W021: a place in the browsers' own list is asked for by a domain's owner, not by us.
# Nor the middleware of axes: our own sign-in page tells a person to wait, not a line of bare text.
SILENCED_SYSTEM_CHECKS = ["security.W021", "axes.W002"]
CSRF_TRUSTED_ORIGINS = [
    f"https://{host}" for host in ALLOWED_HOSTS if MOTCUA_HTTPS and not host.startswith("[")
]
AXES_CLIENT_IP_CALLABLE = "motcua.project.address.client"

LOGGING_CONFIG = "motcua.project.logs.configure"
LOGGING = CONFIG
