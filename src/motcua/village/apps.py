from django.apps import AppConfig


class VillageConfig(AppConfig):
    name = "motcua.village"
    label = "village"
