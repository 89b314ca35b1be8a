"""The Jinja2 environment that every page of the product is rendered in."""

import json
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined
from markupsafe import Markup

from motcua.foundation import telephone
from motcua.parts import formats
from motcua.parts.icons import icon
from motcua.parts.questions import ask
from motcua.parts.states import mark_of


def environment(**options: Any) -> Environment:
    """Django's engine calls this once; a name that a template lacks is an error, never a blank."""
    env = Environment(
        loader=options["loader"],
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=settings.DEBUG,
        # Or `1279 | number` would be worked out once, in the language of the first reader.
        optimized=False,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        bytecode_cache=_compiled(),
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    # Jinja's own `_` goes through three calls for each sentence, of which a page has fifty.
    env.globals.update(_=said, gettext=said)
    env.globals.update(
        ask=ask,
        drawn=drawn,
        icon=icon,
        mark_of=mark_of,
        percent=formats.percent,
        static=static,
        url=url,
    )
    env.filters.update(_filters())
    return env


def _filters() -> dict[str, Callable[..., Any]]:
    """What stands behind a bar in the templates, as in ``1279 | number``."""
    return {
        "day": formats.day,
        "long_day": formats.long_day,
        "hour": formats.hour,
        "json": json.dumps,
        "moment": formats.moment,
        "number": formats.number,
        "money": formats.money,
        "phone": telephone.written,
        "size": formats.size,
    }


def _compiled() -> FileSystemBytecodeCache:
    """Compiled templates are kept with the data: the next start does not compile them again."""
    folder = settings.DATA / "cache" / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


@lru_cache(maxsize=1024)
def static(name: str) -> str:
    """The address of a static file; it does not change while the server runs."""
    return str(staticfiles_storage.url(name))


@lru_cache(maxsize=4096)
def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named route: ``url("portal:apply", code=…)``. Routes do not change."""
    return reverse(name, args=args, kwargs=kwargs)


def said(message: str, /, **names: object) -> Markup:
    """``_("…")`` in a template: the sentence in the active language, names escaped within it."""
    if names:
        return Markup(translation.gettext(message)) % names  # noqa: S704 - from our catalogues
    return _sentence(message, speaks())


@lru_cache(maxsize=8192)
def _sentence(message: str, language: str) -> Markup:
    """A sentence without names in it; the catalogues are read once and do not change."""
    with translation.override(language):
        return Markup(translation.gettext(message)) % {}  # noqa: S704 - from our catalogues


class Drawable(Hashable, Protocol):
    """What a macro draws; equal ones are drawn alike."""

    @property
    def blank(self) -> bool:
        """Whether nothing of a person stands in it, nor what is to be said to one."""


Drawn = TypeVar("Drawn", bound=Drawable)


def drawn(what: Drawn, macro: Callable[[Drawn], Markup]) -> Markup:
    """A question, a section or a paper as the macro draws it; a blank one is drawn once."""
    return _blank(what, macro, speaks()) if what.blank else macro(what)


@lru_cache(maxsize=4096)
def _blank(what: Drawn, macro: Callable[[Drawn], Markup], _language: str) -> Markup:
    """A page of thirty questions is mostly this; what people wrote is never kept here."""
    return macro(what)


def speaks() -> str:
    """The code of the language now active."""
    return translation.get_language() or "vi"
