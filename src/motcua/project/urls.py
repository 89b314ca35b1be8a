"""Every door of the house hangs here."""

from django.urls import URLPattern, URLResolver, include, path

from motcua.project.health import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", health, name="health"),
    path("", include("motcua.parts.urls")),
    path("", include("motcua.counter.urls")),
    path("", include("motcua.office.urls")),
    path("", include("motcua.hall.urls")),
    path("", include("motcua.village.urls")),
    path("", include("motcua.portal.urls")),
]

handler400 = "motcua.parts.failures.not_understood"
handler403 = "motcua.parts.failures.denied"
handler404 = "motcua.parts.failures.not_found"
handler500 = "motcua.parts.failures.broken"
