"""Papers at the desk: added, shown, held by headers when looked at, each look journalled."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Paper, PaperFile
from tests import cast
from tests.counter.visits import At
from tests.dossiers import story

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=5)


def photograph() -> SimpleUploadedFile:
    """A small picture, as a telephone sends it."""
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(kept, "PNG")
    return SimpleUploadedFile("../../evil.html", kept.getvalue(), "text/html")


def test_a_photograph_is_added_and_opened_as_what_it_is_and_nothing_else() -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.receptionist(), LATER)
    answer = desk.post("paper", dossier.pk, "identity_card", source="file", file=photograph())
    assert answer.status_code == 302
    kept = PaperFile.objects.get()
    shown = desk.get("file", dossier.pk, kept.pk)
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert "sandbox" in shown["Content-Security-Policy"]
    assert "evil" not in shown["Content-Disposition"]
    line = JournalLine.objects.get(verb="read.paper")
    assert (line.about, line.why) == (f"dossier:{dossier.pk}", "identity_card")
    stranger = At(cast.stranger_officer(), LATER)
    assert stranger.get("file", dossier.pk, kept.pk).status_code == 404
    assert JournalLine.objects.filter(verb="read.paper").count() == 1


def test_a_paper_is_marked_as_shown_and_one_that_nobody_asks_for_is_refused() -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.receptionist(), LATER)
    assert desk.post("paper", dossier.pk, "identity_card", source="shown").status_code == 302
    assert Paper.objects.get().source == "shown"
    assert desk.post("paper", dossier.pk, "passport", source="shown").status_code == 422
    assert Paper.objects.count() == 1
