"""The doors of the auditor and the administrator."""

from django.urls import path

from motcua.office import journal

app_name = "office"
urlpatterns = [
    path("desk/journal", journal.journal, name="journal"),
    path("desk/journal/check", journal.check, name="check"),
    path("desk/journal/export", journal.export, name="export"),
]
