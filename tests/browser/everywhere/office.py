"""The offices of the administrator and the auditor, and the lists that come in and go out."""

from tests.browser.everywhere.looks import look, post, unfold, write

ADMINISTRATOR = [
    look("desk/calendar", "", "a year", unfold),
    look("desk/calendar/hours", "/desk/calendar", "refused", post("#hours")),
    look("desk/calendar/day/<str:day>", "/desk/calendar/day/2027-02-05", "a holiday"),
    look(
        "desk/calendar/day/<str:day>", "/desk/calendar/day/2027-02-05", "refused", post("#change")
    ),
    look("desk/health", "", "a paper was given up", unfold),
    look("desk/law"),
    look("desk/law/all"),
    look("desk/law/all", "/desk/law/all?q=zzzz", "nothing found"),
    look("desk/law/<str:code>", "/desk/law/2.000635", "compared", unfold),
    look("desk/law/<str:code>/seen", "/desk/law/2.000635/seen", "as residents see it", unfold),
    look(
        "desk/law/<str:code>/change/<slug:part>", "/desk/law/2.000635/change/fees", "fees", unfold
    ),
    look(
        "desk/law/<str:code>/change/<slug:part>",
        "/desk/law/2.000635/change/papers",
        "papers",
        unfold,
    ),
    look(
        "desk/law/<str:code>/change/<slug:part>",
        "/desk/law/2.000635/change/fees",
        "refused",
        post(),
    ),
    look("desk/changes", "/desk/changes", "of who asked"),
    look("desk/changes/<int:amendment_id>", "/desk/changes/{change}", "of who asked"),
    look("desk/phones"),
    look("desk/accounts"),
    look("desk/accounts/new"),
    look("desk/accounts/new", "", "refused", post()),
    look("desk/accounts/<int:account_id>", "/desk/accounts/{account}", "an officer", unfold),
    look("desk/accounts/<int:account_id>", "/desk/accounts/{volunteer}", "a volunteer", unfold),
    look(
        "desk/accounts/<int:account_id>/<slug:verb>",
        "/desk/accounts/{account}",
        "refused",
        unfold,
        post("form[action$='/appoint']"),
    ),
    look(
        "desk/accounts/<int:account_id>/<slug:verb>",
        "/desk/accounts/{account}",
        "a new password",
        unfold,
        post("form[action$='/give_password']"),
    ),
    look("desk/password"),
    look("desk/password", "", "refused", post()),
]
AUDITOR = [
    look("desk/journal", "", "the newest", unfold),
    look("desk/journal", "/desk/journal?verb=nothing", "nothing found"),
    look("desk/journal/check", "/desk/journal", "checked", post("form[action$='/check']")),
    look("desk/journal/export", "/desk/journal", "refused", unfold, post("#export")),
]
LISTS = [
    look("desk/lists"),
    look("desk/lists/bring"),
    look("desk/lists/bring", "", "refused", post()),
    look("desk/lists/take"),
    look("desk/lists/take", "", "refused", post()),
    look("desk/lists/<uuid:key>", "/desk/lists/{mapping}", "which column is what", unfold),
    look("desk/lists/<uuid:key>", "/desk/lists/{looked}", "every row looked at", unfold),
    look(
        "desk/lists/<uuid:key>/<slug:verb>",
        "/desk/lists/{looked}",
        "refused",
        unfold,
        post("form[action$='/confirm']"),
    ),
    look(
        "desk/lists/<uuid:key>/<slug:verb>",
        "/desk/lists/{looked}",
        "being taken over",
        unfold,
        write("form[action$='/confirm'] [name=reason]", "Rà soát"),
        post("form[action$='/confirm']"),
    ),
    look("desk/lists/ministry158"),
    look(
        "desk/lists/ministry158",
        "/desk/lists/ministry158?kind=birth&since=01/01/2026&until=31/12/2026",
        "a year",
    ),
    look(
        "desk/lists/ministry158",
        "/desk/lists/ministry158?kind=birth&since=01/01/2026&until=31/12/2026&made={ministry}",
        "the file is ready",
    ),
    look("desk/lists/ministry158", "/desk/lists/ministry158?kind=birth&since=x&until=y", "refused"),
    look("desk/lists/ministry158/check"),
    look("desk/lists/ministry158/check", "", "refused", post()),
]
