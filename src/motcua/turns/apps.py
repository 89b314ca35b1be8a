from django.apps import AppConfig


class TurnsConfig(AppConfig):
    name = "motcua.turns"
    label = "turns"
    default_auto_field = "django.db.models.BigAutoField"
