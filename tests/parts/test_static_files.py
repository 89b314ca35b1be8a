"""Collected files carry their content in their names; before that they are served as they lie."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client, override_settings
from whitenoise.storage import CompressedManifestStaticFilesStorage

from motcua.parts.static_files import HashedFiles


def test_before_the_files_are_collected_their_plain_names_are_given(tmp_path: Path) -> None:
    assert (
        HashedFiles(location=tmp_path, base_url="/static/").url("parts/x.css")
        == "/static/parts/x.css"
    )


def test_collected_files_have_hashed_names_and_are_compressed(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=tmp_path):
        call_command("collectstatic", "--noinput", verbosity=0)
        named = HashedFiles(location=tmp_path, base_url="/static/")
        for name in ("parts/tokens.css", "parts/page.js", "django_htmx/htmx-2.min.js"):
            address = named.url(name)
            assert address != f"/static/{name}"
            assert (tmp_path / f"{address.removeprefix('/static/')}.br").exists()
        with pytest.raises(ValueError, match="Missing staticfiles"):
            named.url("parts/nothing.css")
    kept = json.loads((tmp_path / "staticfiles.json").read_text(encoding="utf-8"))
    assert "parts/desk.css" in kept["paths"]
    assert issubclass(HashedFiles, CompressedManifestStaticFilesStorage)


@pytest.mark.django_db
def test_a_file_is_served_by_the_product_itself(client: Client) -> None:
    answer = client.get("/static/parts/parts.css")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/css")
