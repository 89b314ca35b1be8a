from django.apps import AppConfig


class ConsequencesConfig(AppConfig):
    name = "motcua.consequences"
    label = "consequences"
    default_auto_field = "django.db.models.BigAutoField"
