"""Logs: one JSON object a line on standard error, without a word about anyone.

A log is copied, mailed and kept by people who may not read a dossier. Who did what is in the
journal; a log tells of the program. So fields that name a person are left out, and any long number
in what remains (telephone, identity, dossier code) is masked, in exceptions too.
"""

import logging.config
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

_OF_A_PERSON = frozenset(
    [
        "name",
        "full_name",
        "holder",
        "filer",
        "subject",
        "phone",
        "to",
        "address",
        "email",
        "identity",
        "identity_number",
        "birth",
        "answers",
        "text",
        "password",
        "token",
        "code",
        "session",
        "cookie",
        "request",
        "user",
        "why",
        "reason",
    ]
)
_LONG_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ .-]?\d){8,}(?![\w-])")
# PostgreSQL tells the whole row, or the key, that it refused.
_ROW = re.compile(r"(DETAIL|CONTEXT):.*")
_MASK = "[number]"
_LEFT_OUT = "[left out]"

Event = MutableMapping[str, Any]


def without_people(_: Any, __: str, event: Event) -> Event:
    """Leave out what names a person and mask long numbers in everything else."""
    for key, value in event.items():
        if key in _OF_A_PERSON:
            event[key] = _LEFT_OUT
        elif isinstance(value, str) and key != "timestamp":
            event[key] = _LONG_NUMBER.sub(_MASK, _ROW.sub(rf"\1: {_LEFT_OUT}", value))
    return event


_SHARED: list[Any] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_LAST: list[Any] = [
    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
    structlog.processors.format_exc_info,
    without_people,
    structlog.processors.JSONRenderer(ensure_ascii=False),
]

CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": _SHARED,
            "processors": _LAST,
        }
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "motcua": {"level": "INFO"},
        # A page that was not found is no news; one that broke is.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}


def configure(config: dict[str, Any]) -> None:
    """What settings.LOGGING_CONFIG names: both ways of logging end in the same lines."""
    logging.config.dictConfig(config)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
