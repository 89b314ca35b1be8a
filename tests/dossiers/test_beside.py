"""An interpreter and two witnesses, noted at the counter, are named in history and journal."""

import pytest

from motcua.audit.models import JournalLine
from motcua.counter.told import events_of
from motcua.dossiers import actions
from motcua.dossiers.errors import AnswersMissing
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
SIGNATURE = "2.000884"
ANSWERS = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": cast.PHONE,
    "document_kind": "background",
    "document_name": "Sơ yếu lý lịch",
    "deed_pages": "1",
    "originals": "1",
    "content_checked": "yes",
    "way": "fingerprint",
    "can_sign": "no",
    "witness_one": "Hoàng Văn Sơn",
    "witness_two": "Lò Thị Hoa",
    "speaks_vietnamese": "no",
    "interpreter": "Vàng Văn Lù",
    "away": "no",
}
PAPER = ["paper:document"]
NAMED = {"interpreter": "Vàng Văn Lù", "witnesses": ["Hoàng Văn Sơn", "Lò Thị Hoa"]}


@pytest.fixture
def law() -> Procedure:
    return story.law(SIGNATURE)


def named(dossier: Dossier, verb: str) -> list[dict[str, object]]:
    """What the history and the journal say of who stood beside, for one act."""
    event = DossierEvent.objects.get(dossier=dossier, verb=verb)
    line = JournalLine.objects.get(about=f"dossier:{dossier.pk}", verb=verb)
    return [
        {name: facts[name] for name in NAMED if name in facts}
        for facts in (event.facts, line.facts)
    ]


def test_whom_the_receptionist_notes_is_named_with_the_act(law: Procedure) -> None:
    dossier = story.walked_in(law, answers=ANSWERS, plain=True, unknown=PAPER)
    assert named(dossier, "submit") == [NAMED, NAMED]
    (event,) = events_of(dossier, law, "vi")
    assert event.points == [
        "Người phiên dịch: Vàng Văn Lù",
        "Người làm chứng: Hoàng Văn Sơn",
        "Người làm chứng: Lò Thị Hoa",
    ]


def test_whom_the_form_does_not_ask_for_is_named_nowhere(law: Procedure) -> None:
    able = {**ANSWERS, "can_sign": "yes", "speaks_vietnamese": "yes"}
    dossier = story.walked_in(law, answers=able, plain=True, unknown=PAPER)
    assert named(dossier, "submit") == [{}, {}]


def test_what_is_finished_at_the_counter_names_them_then(law: Procedure) -> None:
    open_ = {
        name: one for name, one in ANSWERS.items() if name not in ("witness_two", "interpreter")
    }
    unknown = ["witness_two", "interpreter"]
    dossier = story.walked_in(law, answers=open_, plain=True, unknown=[*unknown, *PAPER])
    assert named(dossier, "submit") == [{"witnesses": ["Hoàng Văn Sơn"]}] * 2
    by = cast.acting(cast.receptionist())
    actions.mark_paper(
        dossier_id=dossier.pk, name="document", source="shown", note="", by=by, at=cast.AT
    )
    dossier.refresh_from_db()
    press = story.press(dossier, by)
    dossier = actions.complete(press, answers=ANSWERS, unknown=[])
    assert named(dossier, "complete") == [NAMED, NAMED]


@pytest.mark.parametrize("missing", ["witness_one", "witness_two", "interpreter"])
def test_who_is_not_named_keeps_the_request_from_coming_in(law: Procedure, missing: str) -> None:
    cast.receptionist()
    left = {name: one for name, one in ANSWERS.items() if name != missing}
    with refused(AnswersMissing):
        story.walked_in(law, answers=left, plain=True, unknown=PAPER)


@pytest.mark.parametrize(
    "changed",
    [
        {"witness_two": "Hoàng Văn Sơn"},
        {"witness_one": "Vàng Thị Thử"},
        {"interpreter": "Vàng Thị Thử"},
    ],
)
def test_nobody_stands_beside_themselves(law: Procedure, changed: dict[str, str]) -> None:
    cast.receptionist()
    with refused(AnswersMissing):
        story.walked_in(law, answers={**ANSWERS, **changed}, plain=True, unknown=PAPER)
