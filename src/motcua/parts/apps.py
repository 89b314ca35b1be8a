from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class PartsConfig(AppConfig):
    name = "motcua.parts"
    label = "parts"

    def ready(self) -> None:
        """Static files are looked for in a folder that may not have been filled yet."""
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
