"""At the check the officer fills in what nobody was asked, and corrects what the records deny."""

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.errors import AnswersMissing, CorrectionUnexplained
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import Step, Verb
from motcua.registers.models import Entry
from motcua.results.models import Result
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.births import in_hand
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

IDENTITY = "000326000012"
WHY = "Theo Giấy chứng sinh số 12"


def checked(dossier: Dossier, reason: str = "", **stated: str) -> Dossier:
    told = {name.replace("__", "."): said for name, said in stated.items()}
    press = story.press(dossier, cast.acting(cast.officer()))
    return actions.check(press, stated=told, reason=reason)


def test_the_identity_number_of_a_child_is_filled_in_and_printed() -> None:
    dossier = checked(in_hand(), child__identity=IDENTITY)
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert Entry.objects.get(kind="birth").content["child.identity"] == IDENTITY
    assert Result.objects.get().document.data["child.identity"] == IDENTITY


def test_a_correction_is_written_into_the_book_and_kept_with_who_and_why() -> None:
    dossier = checked(in_hand(), WHY, child_name="Lù Thị Đào Mai")
    assert dossier.answers["child_name"] == "Lù Thị Đào"
    assert dossier.finding["corrections"] == [
        {
            "about": "child_name",
            "before": "Lù Thị Đào",
            "after": "Lù Thị Đào Mai",
            "by": cast.acting(cast.officer()).id,
            "name": "Hoàng Văn Xét",
            "why": WHY,
        }
    ]
    event = DossierEvent.objects.get(verb=Verb.CHECK)
    assert (event.reason, event.facts["stated"]) == (WHY, ["child_name"])
    assert JournalLine.objects.get(verb="check").why == WHY
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert Entry.objects.get(kind="birth").content["child.name"] == "Lù Thị Đào Mai"
    assert Result.objects.get().holder == "Lù Thị Đào Mai"


def test_a_correction_without_a_why_is_refused() -> None:
    dossier = in_hand()
    with refused(CorrectionUnexplained) as caught:
        checked(dossier, "  ", child_name="Lù Thị Đào Mai")
    assert caught.value.field == "check-reason"


@pytest.mark.parametrize(
    ("stated", "wrong"),
    [
        ({"child_birth": "2027-01-01"}, ("child_birth", "answer.in_future")),
        ({"child_name": ""}, ("child_name", "answer.undecided")),
        ({"child__identity": "12"}, ("child.identity", "answer.not_an_identity_number")),
    ],
)
def test_what_cannot_go_into_a_book_is_refused(
    stated: dict[str, str], wrong: tuple[str, str]
) -> None:
    dossier = in_hand()
    with refused(AnswersMissing) as caught:
        checked(dossier, WHY, **stated)
    problems = caught.value.facts["problems"]
    assert [(one.field, one.code) for one in problems] == [wrong]  # type: ignore[attr-defined]


def test_at_the_desk_a_refused_correction_stays_typed_beside_what_is_wrong() -> None:
    dossier, desk = in_hand(), At(cast.officer(), cast.AT)
    page = words(desk.get("dossier", dossier.pk))
    for said in ("Phần công chức ghi", "Số định danh cá nhân", "Sửa trước khi ghi vào sổ"):
        assert said in page
    given = {"stated-child_name": "Lù Thị Mai", "stated-child.identity": IDENTITY}
    answer = desk.press(dossier, "check", **given)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'value="Lù Thị Mai"' in page
    assert "Nội dung đã nhập:" not in page
    assert page.count("Có nội dung ghi khác lời khai. Xin ghi lý do") == 2
    assert Dossier.objects.get().step == Step.CHECK
    assert desk.press(dossier, "check", **given, **{"check-reason": WHY}).status_code == 302
    assert Dossier.objects.get().finding["stated"] == {
        "child.identity": IDENTITY,
        "child_name": "Lù Thị Mai",
    }
