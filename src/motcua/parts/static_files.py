"""Static files under names that carry their content, so that a browser may keep them for ever."""

from collections.abc import Iterable, Iterator

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed names once the files were collected; before that, their plain names."""

    # One module names another by the name that carries its content, too.
    support_js_module_import_aggregation = True

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file; a name that was collected under no hash is an error."""
        if not self.hashed_files:
            return str(super(CompressedManifestStaticFilesStorage, self).base_url or "") + str(name)
        return str(super().url(name, force))


class WantedFiles(AppDirectoriesFinder):
    """Every room's files, and of what django-htmx carries the one script that the desk uses.

    Hashing and compressing the rest took most of the set-up's time.
    """

    UNWANTED = ("htmax-*", "htmx-4*", "htmx-2.js", "django-htmx.js", "ext")

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """The files to collect and to serve, with where each lies."""
        return iter(super().list([*(ignore_patterns or ()), *self.UNWANTED]))
