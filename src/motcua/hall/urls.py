"""The doors of the waiting room. Open to all: nothing here names a person."""

from django.urls import path

from motcua.hall import kiosk, screen, ticket

app_name = "hall"
urlpatterns = [
    path("turn/<slug:commune>", kiosk.kiosk, name="kiosk"),
    path("turn/<slug:commune>/<uuid:key>", ticket.ticket, name="ticket"),
    path("turn/<slug:commune>/<uuid:key>/now", ticket.now, name="ticket-now"),
    path("screen/<slug:commune>", screen.screen, name="screen"),
    path("screen/<slug:commune>/now", screen.now, name="screen-now"),
]
