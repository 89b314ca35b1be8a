"""The doors of the auditor and the administrator, and of whoever takes lists in or out."""

from django.urls import path

from motcua.office import (
    accounts,
    amend,
    calendar,
    changes,
    health,
    journal,
    laws,
    lists,
    ministry,
    password,
    versions,
)

app_name = "office"
urlpatterns = [
    path("desk/journal", journal.journal, name="journal"),
    path("desk/journal/check", journal.check, name="check"),
    path("desk/journal/export", journal.export, name="export"),
    path("desk/calendar", calendar.calendar, name="calendar"),
    path("desk/calendar/hours", calendar.hours, name="hours"),
    path("desk/calendar/seed", calendar.seed, name="seed"),
    path("desk/calendar/day/<str:day>", calendar.day, name="day"),
    path("desk/health", health.health, name="health"),
    path("desk/health/<slug:verb>/<str:key>", health.again, name="again"),
    path("desk/law", versions.law, name="law"),
    path("desk/law/all", laws.laws, name="laws"),
    path("desk/law/<str:code>/seen", laws.seen, name="seen"),
    path("desk/law/<str:code>/pack", laws.pack, name="pack"),
    path("desk/law/<str:code>/change/<slug:part>", amend.amend, name="amend"),
    path("desk/changes", changes.changes, name="changes"),
    path("desk/changes/<int:amendment_id>", changes.change, name="change"),
    path("desk/changes/<int:amendment_id>/<slug:verb>", changes.decide, name="decide"),
    path("desk/law/<str:code>", versions.compare, name="compare"),
    path("desk/lists", lists.lists, name="lists"),
    path("desk/lists/ministry158", ministry.ministry, name="ministry"),
    path("desk/lists/ministry158/check", ministry.check, name="ministry-check"),
    path("desk/lists/ministry158/<uuid:key>", ministry.file, name="ministry-file"),
    path("desk/password", password.password, name="password"),
    path("desk/accounts", accounts.accounts, name="accounts"),
    path("desk/accounts/new", accounts.engage, name="engage"),
    path("desk/accounts/<int:account_id>", accounts.account, name="account"),
    path("desk/accounts/<int:account_id>/<slug:verb>", accounts.act, name="act"),
]
