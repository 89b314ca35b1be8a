"""How each kind of paper is photographed: drawn, said in three languages, small."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.utils import translation

from motcua.parts.drawings import HOW, how_photographed
from motcua.procedures.vocabulary import LANGUAGES, LOOKS
from tests.procedures.packs import contents

SPRITE = "parts/papers.svg"


def sprite() -> str:
    return Path(str(finders.find(SPRITE))).read_text(encoding="utf-8")


def test_each_kind_of_paper_has_a_drawing_and_a_sentence_in_each_language() -> None:
    assert HOW.keys() == LOOKS == set(re.findall(r'<view id="(\w+)"', sprite()))
    for looks in LOOKS:
        said = set()
        for language in LANGUAGES:
            with translation.override(language):
                said.add(how_photographed(looks))
        assert len(said) == len(LANGUAGES), looks


def test_each_drawing_has_less_than_a_thousand_bytes_and_a_place_of_its_own() -> None:
    drawings = re.findall(r"<g.*?</g>", sprite())
    assert len(drawings) == len(LOOKS)
    assert all(len(one.encode()) < 1000 for one in drawings)
    boxes = re.findall(r'<view id="\w+" viewBox="0 (\d+) 96 72"', sprite())
    moved = [re.match(r'<g transform="translate\(0 (\d+)\)"', one) for one in drawings]
    assert boxes == [one[1] if one else "0" for one in moved]


def test_what_looks_like_nothing_known_has_no_sentence() -> None:
    with pytest.raises(KeyError):
        how_photographed("scroll")


def test_each_paper_of_the_packs_says_what_it_looks_like() -> None:
    said = {
        (one["code"], paper["name"]): paper["looks"]
        for one in contents()
        for paper in one["papers"]
    }
    assert set(said.values()) == LOOKS
    assert said["1.001193", "identity_card"] == "card"
    assert said["2.000528", "foreign_passport"] == "booklet"
    assert said["2.000635", "authority"] == "sealed"
    assert said["2.000815", "original"] == "pages"
    assert said["1.004859", "evidence"] == "sheet"
