"""The headers that keep strangers' code, frames and memories out of our pages."""

import re
from pathlib import Path

import pytest
from django.test import Client

import motcua
from tests import cast

pytestmark = pytest.mark.django_db
ROOMS = Path(motcua.__file__).parent


def test_a_page_runs_nothing_but_our_files_and_stands_in_no_frame(client: Client) -> None:
    policy = client.get("/design")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_of_a_signed_in_person_is_kept_nowhere(client: Client) -> None:
    assert client.get("/design")["Cache-Control"] == "private, no-cache"
    client.force_login(cast.officer())
    assert client.get("/design")["Cache-Control"] == "private, no-store"


def test_no_template_carries_a_script_or_a_style_of_its_own() -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=[\"']")
    for template in ROOMS.glob("*/jinja2/**/*.html"):
        assert not inline.search(template.read_text(encoding="utf-8")), template


def test_pages_are_compressed(client: Client) -> None:
    answer = client.get("/design", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
