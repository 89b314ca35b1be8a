"""The web server: granian, with blocking threads."""

import errno
import signal
import socket
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils import translation
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from motcua.foundation.loading import many_modules
from motcua.project.gathering import by_few, notice_death
from motcua.project.supervise import die_with_parent
from motcua.project.whole import Application

# Threads that work wait for the disk together; more of them would wait for Python instead.
_HANDS = 4
# Threads that wait for bodies, and send files; made when they are needed.
_THREADS = 64
_KILL_AFTER = 5
_IDLE_THREAD = 600


def taken(host: str, port: int) -> bool:
    """Whether something listens there; granian itself would share the port without a word."""
    with socket.socket(_family(host)) as ours:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ours.bind((host, port))
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                return True
            raise
    return False


def load() -> None:
    """Load what every page stands on, before web and worker are forked and share it.

    No static file is looked for: on a first start they are not there yet.
    """
    with many_modules():
        import_module(settings.ROOT_URLCONF)
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("")


def serve(host: str, port: int, workers: int) -> None:
    """Answer requests until SIGTERM."""
    Server(
        "motcua.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_THREADS,
        blocking_threads_idle_timeout=_IDLE_THREAD,
        workers_kill_timeout=_KILL_AFTER,
        # A warning would say that threads are many.
        log_level=LogLevels.error,
    ).serve(target_loader=lambda *_: _application(port), wrap_loader=False)


def _application(port: int) -> Application:
    """Called in each worker process: it must not outlive the server and keep the port.

    The application is built here and not shared with the parent, which was loaded before the
    static files of a first start were there to be found.
    """
    die_with_parent(signal.SIGKILL)
    answered = by_few(get_wsgi_application(), _HANDS)
    noticed = cache(lambda: notice_death(port))

    def answered_by_now(request: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        # Only now, with the first request, the server surely listens.
        noticed()
        return answered(request, start_response)

    return answered_by_now


def answers(host: str, port: int) -> bool:
    """Whether the server accepts a connection."""
    with socket.socket(_family(host)) as ours:
        ours.settimeout(0.2)
        return ours.connect_ex((host, port)) == 0


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
