"""The law as dated data: forms, papers, fees, deadlines, routes."""

from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "motcua.procedures"
    label = "procedures"
