"""The doors of this room: the language, the mark, and the page of parts."""

from django.urls import path

from motcua.parts import design, design_form, language, mark

urlpatterns = [
    path("favicon.ico", mark.mark),
    path("language/<slug:code>/", language.choose, name="language"),
    path("design", design.design, name="design"),
    path("design/form", design_form.form, name="design-form"),
    path("design/desk", design.desk, name="design-desk"),
]
