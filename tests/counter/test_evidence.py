"""What the records say, beside the decision: proposed, confirmed by a key, or contradicted."""

from collections.abc import Callable

import pytest

from motcua.dossiers import actions
from motcua.dossiers.errors import RecordsContradict
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Step
from tests import cast
from tests.counter.test_cost_and_trace import LATER, asked
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.births import came, in_hand
from tests.dossiers.evidence.records import died, married
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
MARITAL = "1.004873"
THU = {"name": "Vàng Thị Thử", "birth": "1991-05-12", "identity": "000191000001"}
TU = {"name": "Lù Văn Tư", "birth": "1990-03-02"}
ANSWERS = {
    "filer_name": "Vàng Thị Thử",
    "relation": "self",
    "filer_phone": cast.PHONE,
    "filer_identity": "000191000001",
    "filer_address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "subject_birth": "1991-05-12",
    "subject_sex": "female",
    "subject_ethnic": "25",
    "subject_nationality": "VN",
    "subject_address": "Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai",
    "status": "never",
    "other_period": "no",
    "purpose": "land",
    "delivery": "counter",
    "truth": "yes",
}


def of_thu(**answers: str) -> Dossier:
    """Her request, taken up by the officer, all papers there."""
    law = story.law(MARITAL)
    said = {**ANSWERS, **answers}
    unknown = ["paper:death_paper", "paper:identity_card"]
    dossier = story.walked_in(law, answers=said, plain=True, unknown=unknown)
    came(dossier, "identity_card", "shown")
    if said["status"] == "widowed":
        came(dossier, "death_paper", "data")
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    return actions.begin(story.press(dossier, cast.acting(cast.officer())))


def page_of(dossier: Dossier) -> str:
    return words(At(cast.officer(), LATER).get("dossier", dossier.pk))


def test_whoever_is_in_no_book_is_confirmed_with_one_key() -> None:
    dossier = of_thu()
    page = page_of(dossier)
    assert "“Hiện tại chưa đăng ký kết hôn với ai”" in page
    assert 'data-key="c"' in page
    assert At(cast.officer(), LATER).press(dossier, "check").status_code == 302
    dossier.refresh_from_db()
    assert dossier.at_step == Step.SIGN


def test_the_number_of_a_death_is_filled_in_from_the_book_with_its_source() -> None:
    married(husband=TU, wife=THU)
    death = died({**TU}, "2026-02-01")
    dossier = of_thu(status="widowed", spouse_name="Lù Văn Tư")
    page = page_of(dossier)
    paper = f"Trích lục khai tử số {death.reference}, đăng ký ngày 03/03/2026"
    assert f'value="{paper}"' in page
    assert 'data-key="c"' in page
    assert "Theo dữ liệu: Sổ đăng ký kết hôn, số 1/2026; Sổ đăng ký khai tử, số 1/2026" in page
    form = {"stated-death_extract": paper, "check-reason": "Theo Sổ đăng ký khai tử"}
    assert At(cast.officer(), LATER).press(dossier, "check", **form).status_code == 302
    dossier.refresh_from_db()
    assert paper in dossier.finding["content"]["status"]
    assert dossier.finding["corrections"][0]["about"] == "death_extract"


def test_a_contradiction_takes_a_word_and_is_not_confirmed_by_the_key() -> None:
    married(husband=TU, wife=THU)
    dossier = of_thu()
    page = page_of(dossier)
    assert "1 điểm trái nhau" in page
    assert "Trái nhau:" in page
    assert 'data-key="c"' not in page
    answer = At(cast.officer(), LATER).press(dossier, "check")
    assert answer.status_code == 422
    page = words(answer)
    assert 'id="check-reason-error"' in page
    assert '<a href="#check-reason">Kết luận và lý do</a>' in page
    assert "Đã điền sẵn theo dữ liệu ở chỗ trái nhau" in page
    dossier.refresh_from_db()
    assert dossier.at_step == Step.CHECK
    form = {"check-reason": "Trùng tên; đã đối chiếu căn cước của người trong sổ"}
    assert At(cast.officer(), LATER).press(dossier, "check", **form).status_code == 302


def test_the_act_itself_refuses_what_nobody_explained() -> None:
    married(husband=TU, wife=THU)
    dossier = of_thu()
    press = story.press(dossier, cast.acting(cast.officer()))
    with refused(RecordsContradict) as caught:
        actions.check(press)
    assert (caught.value.field, caught.value.facts["number"]) == ("check-reason", 1)
    checked = actions.check(press, reason="Đã đối chiếu căn cước")
    assert checked.at_step == Step.SIGN


def test_what_the_records_say_can_be_taken_over_as_it_stands() -> None:
    married(husband=TU, wife=THU)
    dossier = of_thu()
    page = page_of(dossier)
    assert "Hiện tại đang có vợ/chồng là bà/ông Lù Văn Tư" in page
    stated = {"stated-status": "married", "stated-spouse_name": "Lù Văn Tư"}
    stated["check-reason"] = "Sổ đăng ký kết hôn số 1/2026"
    assert At(cast.officer(), LATER).press(dossier, "check", **stated).status_code == 302
    dossier.refresh_from_db()
    status = dossier.finding["content"]["status"]
    assert status == "Hiện tại đang có vợ/chồng là bà/ông Lù Văn Tư"
    assert dossier.answers["status"] == "never"


def test_the_parents_of_a_child_stand_beside_the_request() -> None:
    cast.thu()
    dossier = in_hand()
    page = page_of(dossier)
    assert "Không có trong danh sách cư trú của xã." in page
    assert 'data-key="c"' in page


@pytest.mark.parametrize(("make", "most"), [(of_thu, 45), (in_hand, 55)])
def test_the_evidence_asks_the_database_as_often_for_many_entries_as_for_few(
    make: Callable[[], Dossier], most: int
) -> None:
    cast.thu()
    dossier, desk = make(), At(cast.officer(), LATER)
    namesake = {"name": "Vàng Thị Thử", "birth": "1991"}
    married(husband=TU, wife=namesake)
    few = asked(desk, "dossier", dossier.pk)
    for number in range(5):
        married(husband={**TU, "name": f"Lù Văn {number}"}, wife=namesake)
    assert asked(desk, "dossier", dossier.pk) == few <= most
