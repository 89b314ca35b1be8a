from django.apps import AppConfig


class HallConfig(AppConfig):
    name = "motcua.hall"
    label = "hall"
