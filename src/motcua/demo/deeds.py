"""What each name in `walks` does: by whom, and with which words."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from motcua.demo.cases import Asker
from motcua.demo.walks import EXTRACT
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong
from motcua.people.models import Account
from motcua.procedures.calendar import at_minute
from motcua.procedures.queries import calendar_of

Deed = Callable[[Press, Dossier, Asker], object]

_ASKED = (
    Asked("paper:identity_card", "Ảnh bị mờ, không đọc được số giấy tờ; đề nghị chụp lại."),
    Asked("field:filer_address", "Địa chỉ chưa ghi tên thôn."),
)
_NOT_TAKEN_IN = "Việc này thuộc thẩm quyền của nơi đã đăng ký; đề nghị nộp tại Ủy ban nhân dân đó."
_REFUSED = "Đối chiếu sổ hộ tịch: thông tin trong sổ khác với thông tin yêu cầu xác nhận."
_HALTED = "Chờ văn bản xác minh của nơi đăng ký trước đây."
_SENT_BACK = "Đề nghị ghi rõ số bản trích lục trước khi trình ký."


def _take_fee(press: Press, dossier: Dossier, _who: Asker) -> None:
    owing = dossier.fee_due - dossier.fee_paid
    if owing:
        actions.take_fee(press, amount=Dong(owing))


def _check(press: Press, dossier: Dossier, who: Asker) -> None:
    entry = who.entry.pk if dossier.procedure.code == EXTRACT else None
    actions.check(press, entry=entry)


def _apologise(press: Press, dossier: Dossier, _who: Asker) -> None:
    calendar = calendar_of(dossier.commune_id)
    day = calendar.working_day_after(day_of(press.at), 2)
    late = max(press.at, dossier.due_at or press.at) + timedelta(days=1)
    until = max(calendar.closing(day), at_minute(calendar.working_day_from(day_of(late)), 16 * 60))
    actions.apologise(press, reason="Đang chờ kết quả xác minh của xã nơi cư trú cũ.", until=until)


def _pass_on(press: Press, _dossier: Dossier, _who: Asker) -> None:
    actions.pass_on(press, colleague=Account.objects.get(login="hotich2").pk)


def _supplement(press: Press, dossier: Dossier, _who: Asker) -> None:
    address = f"{dossier.answers['filer_address']} (đã ghi tên thôn)"
    actions.supplement(press, answers={"filer_address": address}, unknown=())


def _hand_over(press: Press, _dossier: Dossier, who: Asker) -> None:
    actions.hand_over(press, receiver=who.resident.full_name, proof="code")


# The login of who does it ("" is the filer), and the deed.
DEEDS: Mapping[str, tuple[str, Deed]] = {
    "accept": ("tiepnhan", lambda press, *_: actions.accept(press)),
    "begin": ("hotich1", lambda press, *_: actions.begin(press)),
    "take_fee": ("tiepnhan", _take_fee),
    "ask_for_fee": ("hotich1", lambda press, *_: actions.ask_for_fee(press)),
    "check": ("hotich1", _check),
    "send_back": ("chutich", lambda press, *_: actions.send_back(press, reason=_SENT_BACK)),
    "sign": ("chutich", lambda press, *_: actions.sign(press)),
    "ask_for_more": ("hotich1", lambda press, *_: actions.ask_for_more(press, asked=_ASKED)),
    "supplement": ("tiepnhan", _supplement),
    "apologise": ("hotich1", _apologise),
    "pass_on": ("hotich1", _pass_on),
    "halt": ("hotich1", lambda press, *_: actions.halt(press, reason=_HALTED)),
    "refuse": ("hotich1", lambda press, *_: actions.refuse(press, reason=_REFUSED)),
    "conclude": ("hotich1", lambda press, *_: actions.conclude(press)),
    "hand_over": ("tiepnhan", _hand_over),
    "refuse_intake": (
        "tiepnhan",
        lambda press, *_: actions.refuse_intake(press, reason=_NOT_TAKEN_IN),
    ),
    "withdraw": ("", lambda press, *_: actions.withdraw(press)),
}
