"""Static files under names that carry their content, so that a browser may keep them for ever."""

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
