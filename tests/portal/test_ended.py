"""A paper that is no longer valid: its owner is told on every page and by message."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.consequences import loop
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.notifications.models import Message
from motcua.procedures.pack import Procedure
from motcua.results.actions import outdate
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db
WRONG = "Ghi sai ngày sinh"


def tracked(client: Client, dossier: Dossier) -> str:
    """The public page of a dossier, by its code and the last digits of the telephone."""
    answer = client.post("/track", {"code": dossier.code, "fact": "0001"})
    return " ".join(answer.content.decode().split())


def page(client: Client, address: str) -> str:
    """A page as text, blanks made single."""
    return " ".join(client.get(address).content.decode().split())


def told() -> str:
    """The last message, once the worker has been round."""
    loop.follow_events(cast.AT + timedelta(minutes=30))
    message = Message.objects.order_by("id").last()
    assert message is not None
    return message.text


def test_a_revoked_paper_is_told_with_its_reason_to_its_owner_and_without_to_others(
    thu: Client, guest: Client, law: Procedure
) -> None:
    dossier, result = story.issued(law)
    by = cast.acting(cast.chair())
    actions.revoke(story.press(dossier, by, 20), result=result.pk, reason=WRONG)
    said = "Giấy số 01/TLKS-BS đã bị thu hồi ngày 03/03/2026"
    for address in (f"/mine/{dossier.pk}", f"/receipt/{dossier.pk}"):
        shown = page(thu, address)
        assert said in shown
        assert WRONG in shown
    assert "Tải giấy số 01/TLKS-BS, không còn giá trị (PDF)" in page(thu, f"/mine/{dossier.pk}")
    assert said in tracked(guest, dossier)
    assert WRONG not in tracked(guest, dossier)
    assert told() == (
        f"Xã Cốc San: giấy số 01/TLKS-BS của hồ sơ {spoken(dossier)} bị thu hồi ngày 03/03/2026, "
        "không còn giá trị. Lý do: Ghi sai ngày sinh"
    )


def test_a_replaced_paper_names_the_new_number(thu: Client, guest: Client, law: Procedure) -> None:
    dossier, result = story.issued(law)
    _, newer = story.issued(law)
    press = story.press(dossier, cast.acting(cast.chair()), 20)
    actions.replace(press, result=result.pk, newer=newer.pk, reason=WRONG)
    said = "Giấy số 01/TLKS-BS đã được thay thế ngày 03/03/2026 bằng giấy số 02/TLKS-BS"
    assert said in page(thu, f"/mine/{dossier.pk}")
    assert said in tracked(guest, dossier)
    assert told() == (
        f"Xã Cốc San: giấy số 01/TLKS-BS của hồ sơ {spoken(dossier)} được thay thế ngày "
        "03/03/2026 bằng giấy số 02/TLKS-BS. Hãy dùng giấy mới."
    )


def test_a_paper_from_before_a_correction_asks_for_a_new_copy(
    thu: Client, guest: Client, law: Procedure
) -> None:
    dossier, result = story.issued(law)
    by, at = cast.acting(cast.chair()), cast.AT + timedelta(minutes=20)
    outdate(results=[result.pk], reason=WRONG, by=by, at=at)
    said = "Nội dung của giấy số 01/TLKS-BS đã được sửa trong sổ ngày 03/03/2026"
    for address in (f"/mine/{dossier.pk}", f"/receipt/{dossier.pk}"):
        shown = page(thu, address)
        assert said in shown
        assert WRONG in shown
        assert "Xin yêu cầu cấp bản sao mới" in shown
    assert "Tải giấy số 01/TLKS-BS, nội dung trước khi sửa (PDF)" in page(
        thu, f"/mine/{dossier.pk}"
    )
    assert said in tracked(guest, dossier)
    assert WRONG not in tracked(guest, dossier)


def test_a_copy_printed_again_is_no_news_to_send(law: Procedure) -> None:
    dossier, result = story.issued(law)
    loop.follow_events(cast.AT + timedelta(minutes=15))
    before = Message.objects.count()
    press = story.press(dossier, cast.acting(cast.receptionist()), 20)
    actions.reprint(press, result=result.pk, reason="Máy in kẹt giấy")
    loop.follow_events(cast.AT + timedelta(minutes=30))
    assert Message.objects.count() == before


def spoken(dossier: Dossier) -> str:
    """The code in its groups, as messages write it."""
    return f"{dossier.code[:3]} {dossier.code[3:6]} {dossier.code[6:]}"
