"""The doors of the officers' side."""

from django.urls import path

from motcua.counter import (
    book,
    chair,
    desk,
    digitise,
    digitise_dossier,
    digitise_figures,
    digitise_reading,
    digitise_scans,
    dossier,
    files,
    inquiries,
    intake,
    password,
    people,
    reception,
    result,
    shelves,
)
from motcua.counter.bulk import views as bulk
from motcua.counter.by_hand import views as by_hand

app_name = "counter"
urlpatterns = [
    path("desk/", desk.home, name="home"),
    path("desk", desk.work_list, name="desk"),
    path("desk/search", desk.search, name="search"),
    path("desk/d/<uuid:dossier_id>", dossier.dossier, name="dossier"),
    path("desk/d/<uuid:dossier_id>/finish", dossier.finish, name="finish"),
    path("desk/d/<uuid:dossier_id>/again", dossier.again, name="begin-again"),
    path("desk/d/<uuid:dossier_id>/do/<slug:verb>", dossier.act, name="act"),
    path("desk/d/<uuid:dossier_id>/file/<int:file_id>", files.file, name="file"),
    path("desk/d/<uuid:dossier_id>/paper/<slug:name>", files.paper, name="paper"),
    path("desk/d/<uuid:dossier_id>/documents", files.documents, name="documents"),
    path(
        "desk/d/<uuid:dossier_id>/result/<uuid:result_id>/reprint", result.reprint, name="reprint"
    ),
    path("desk/d/<uuid:dossier_id>/result/<uuid:result_id>/revoke", result.revoke, name="revoke"),
    path(
        "desk/d/<uuid:dossier_id>/result/<uuid:result_id>/replace", result.replace, name="replace"
    ),
    path("desk/bulk/<slug:name>", bulk.bulk, name="bulk"),
    path("desk/bulk/<slug:name>/<uuid:key>", bulk.done, name="bulk-done"),
    path("desk/bulk/<slug:name>/<uuid:key>/back", bulk.back, name="bulk-back"),
    path("desk/bulk/<slug:name>/<uuid:key>/file", bulk.file, name="bulk-file"),
    path("desk/sign", chair.to_sign, name="to_sign"),
    path("desk/sign/batch", chair.sign_batch, name="sign_batch"),
    path("desk/sign/batch/<uuid:key>", chair.batch, name="batch"),
    path("desk/draft/<uuid:dossier_id>", intake.draft, name="draft"),
    path("desk/intake", intake.services, name="services"),
    path("desk/intake/<str:code>", intake.intake, name="intake"),
    path("desk/intake/<str:code>/person", intake.person, name="person"),
    path("desk/reception", reception.reception, name="reception"),
    path("desk/reception/line", reception.line, name="line"),
    path("desk/reception/seat", reception.seat, name="seat"),
    path("desk/reception/<slug:verb>", reception.turn, name="turn"),
    path("desk/resident-password", password.give_password, name="give-password"),
    path("desk/books", shelves.shelf, name="books"),
    path("desk/books/search", shelves.search, name="book-search"),
    path("desk/books/entry/<int:entry_id>", shelves.entry, name="entry"),
    path("desk/books/entry/<int:entry_id>/scans", digitise_scans.entry_scans, name="entry-scans"),
    path("desk/books/digitise", digitise.digitise, name="digitise"),
    path("desk/books/digitise/figures", digitise_figures.figures, name="digitise-figures"),
    path(
        "desk/books/digitise/for/<uuid:dossier_id>",
        digitise_dossier.for_dossier,
        name="digitise-for",
    ),
    path("desk/books/digitise/volume/<int:volume_id>", digitise.volume, name="digitise-volume"),
    path(
        "desk/books/digitise/volume/<int:volume_id>/next/<slug:turn>",
        digitise.next_page,
        name="digitise-next",
    ),
    path(
        "desk/books/digitise/reading/<int:reading_id>",
        digitise_reading.reading,
        name="digitise-reading",
    ),
    path("desk/books/digitise/scan/<int:scan_id>", digitise_scans.scan, name="digitise-scan"),
    path("desk/books/<slug:kind>/<int:year>", shelves.book, name="book"),
    path("desk/books/<slug:kind>/<int:year>/volume", shelves.volume, name="volume"),
    path("desk/books/<slug:kind>/<int:year>/close", shelves.close, name="close-book"),
    path("desk/residents", people.residents, name="residents"),
    path("desk/residents/<int:resident_id>", people.resident, name="resident"),
    path("desk/residents/asked/<int:question_id>", people.question, name="question"),
    path("desk/residents/<int:resident_id>/hand/<slug:what>", by_hand.by_hand, name="by-hand"),
    path("desk/residents/<int:resident_id>/withdraw", by_hand.withdraw, name="withdraw-move"),
    path("desk/household/<int:household_id>", people.household, name="household"),
    path("desk/household/<int:household_id>/head", by_hand.head, name="household-head"),
    path("desk/inquiries", inquiries.inquiries, name="inquiries"),
    path("desk/register", book.register, name="register"),
    path("desk/register/made", book.made, name="registers"),
    path("desk/document/<uuid:document_id>", files.document, name="document"),
]
