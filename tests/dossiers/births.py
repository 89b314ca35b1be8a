"""A father who has his daughter's birth registered at the counter."""

from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.models import Dossier
from tests import cast
from tests.dossiers import story

BIRTH = "1.001193"
ANSWERS = {
    "filer_name": "Lù Văn Phúc",
    "declarant": "father",
    "filer_phone": "+84990000174",
    "filer_address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "child_name": "Lù Thị Đào",
    "child_birth": "2026-02-20",
    "child_sex": "female",
    "child_ethnic": "25",
    "child_nationality": "VN",
    "birth_place": "Trạm Y tế xã Cốc San, tỉnh Lào Cai",
    "home_place": "Xã Cốc San, tỉnh Lào Cai",
    "birth_notice": "notice",
    "parents": "both",
    "mother_name": "Sần Thị Mẩy",
    "mother_birth": "1996",
    "father_birth": "1994",
    "extra_copies": "0",
    "delivery": "counter",
    "truth": "yes",
}


def birth(**answers: str) -> Dossier:
    """Handed in, with nothing in his hands yet."""
    law = story.law(BIRTH)
    said = {**ANSWERS, **answers}
    return story.walked_in(law, answers=said, plain=True, unknown=["paper:witness_statement"])


def came(dossier: Dossier, name: str, source: str) -> None:
    """Mark a paper as shown, or as known from data."""
    facts = {"source": source, "note": "", "by": cast.acting(cast.receptionist()), "at": cast.AT}
    mark_paper(dossier_id=dossier.pk, name=name, **facts)


def in_hand() -> Dossier:
    """Taken in with the birth notice, and taken up by the officer."""
    dossier = birth()
    came(dossier, "birth_notice", "shown")
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    return actions.begin(story.press(dossier, cast.acting(cast.officer())))
