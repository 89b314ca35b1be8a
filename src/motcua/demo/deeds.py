"""What each name in `trails` does: by whom, and with which words."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from motcua.counter.signing import signing_role
from motcua.demo.cases import Asker
from motcua.dossiers import actions
from motcua.dossiers.errors import RecordsContradict
from motcua.dossiers.holding import account_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.foundation.actor import Role
from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong
from motcua.people.queries import colleagues
from motcua.procedures.calendar import at_minute
from motcua.procedures.queries import calendar_of
from motcua.results.models import Document
from motcua.results.press import produce

Deed = Callable[[Press, Dossier, Asker], Dossier]
Word = TypeVar("Word")

_BLURRED = Asked("paper:identity_card", "Ảnh bị mờ, không đọc được số giấy tờ; đề nghị chụp lại.")
_EXPIRED = Asked("paper:identity_card", "Giấy tờ đã hết hạn; đề nghị mang giấy tờ còn hạn.")
_VILLAGE = Asked("field:filer_address", "Địa chỉ chưa ghi tên thôn.")
_ASKED = ((_BLURRED, _VILLAGE), (_BLURRED,), (_VILLAGE,), (_EXPIRED, _VILLAGE))
_NOT_TAKEN_IN = (
    "Việc này thuộc thẩm quyền của nơi đã đăng ký; đề nghị nộp tại Ủy ban nhân dân đó.",
    "Hồ sơ nộp trùng với hồ sơ đã nộp hôm trước; hồ sơ trước vẫn đang được giải quyết.",
    "Người nộp chưa có văn bản ủy quyền của người có yêu cầu.",
    "Tờ khai ghi thông tin của người khác với giấy tờ kèm theo; đề nghị khai lại.",
)
_REFUSED = (
    "Đối chiếu sổ hộ tịch: thông tin trong sổ khác với thông tin yêu cầu xác nhận.",
    "Xã nơi cư trú trước đây trả lời: người có yêu cầu đang có đăng ký kết hôn.",
    "Không có giấy tờ chứng minh nội dung đề nghị cải chính.",
)
_HALTED = (
    "Chờ văn bản xác minh của nơi đăng ký trước đây.",
    "Người có yêu cầu đề nghị tạm dừng để bổ sung giấy tờ ở xa.",
)
_SENT_BACK = (
    "Đề nghị ghi rõ số bản trích lục trước khi trình ký.",
    "Đề nghị kiểm tra lại ngày sinh theo sổ gốc.",
)
_SORRY = (
    "Đang chờ kết quả xác minh của xã nơi cư trú cũ.",
    "Sổ hộ tịch gốc đang được số hóa, cần thêm thời gian đối chiếu.",
)
_WEIGHED = "Danh sách cư trú ghi trước theo báo của thôn; giấy tờ gốc kèm hồ sơ thấy đúng."
_TAKEN_BACK = ("Tôi không còn cần giấy này nữa.", "Tôi khai nhầm, sẽ nộp lại hồ sơ mới.", "")


def _one_of(words: Sequence[Word], dossier: Dossier) -> Word:
    """One of several wordings, the same for a dossier at every loading."""
    return words[UUID(str(dossier.pk)).int % len(words)]


def _take_fee(press: Press, dossier: Dossier, _who: Asker) -> Dossier:
    owing = dossier.fee_due - dossier.fee_paid
    return actions.take_fee(press, amount=Dong(owing)) if owing else dossier


def _check(press: Press, _dossier: Dossier, who: Asker) -> Dossier:
    """The invented residents know what is yet to happen; then the officer says what was seen."""
    entry = who.entry.pk if who.entry else None
    try:
        return actions.check(press, entry=entry)
    except RecordsContradict:
        return actions.check(press, entry=entry, reason=_WEIGHED)


def _sign(press: Press, _dossier: Dossier, _who: Asker) -> Dossier:
    return actions.sign(press, role=signing_role(by=press.by, at=press.at))


def _issue(press: Press, dossier: Dossier, _who: Asker) -> Dossier:
    """What the worker does for everyone: make the papers, then issue."""
    papers = Document.objects.filter(about=f"dossier:{dossier.pk}", kind=Document.Kind.RESULT)
    for key in papers.order_by("asked_at", "key").values_list("pk", flat=True):
        produce(key, press.at)
    return actions.issue(press)


def _apologise(press: Press, dossier: Dossier, _who: Asker) -> Dossier:
    calendar = calendar_of(dossier.commune_id)
    day = calendar.working_day_after(day_of(press.at), 2)
    late = max(press.at, dossier.due_at or press.at) + timedelta(days=1)
    until = max(calendar.closing(day), at_minute(calendar.working_day_from(day_of(late)), 16 * 60))
    return actions.apologise(press, reason=_one_of(_SORRY, dossier), until=until)


def _pass_on(press: Press, _dossier: Dossier, _who: Asker) -> Dossier:
    officers = colleagues(by=press.by, role=Role.OFFICER, at=press.at)
    other = next(pk for pk, _name in officers if pk != account_of(press.by))
    return actions.pass_on(press, colleague=other)


def _supplement(press: Press, dossier: Dossier, _who: Asker) -> Dossier:
    address = f"{dossier.answers['filer_address']} (đã ghi tên thôn)"
    return actions.supplement(press, answers={"filer_address": address}, unknown=())


def _hand_over(press: Press, _dossier: Dossier, who: Asker) -> Dossier:
    return actions.hand_over(press, receiver=who.person.name, proof="code")


# Who does it, and the deed.
DEEDS: Mapping[str, tuple[str, Deed]] = {
    "accept": ("desk", lambda press, *_: actions.accept(press)),
    "begin": ("officer", lambda press, *_: actions.begin(press)),
    "take_fee": ("desk", _take_fee),
    "ask_for_fee": ("officer", lambda press, *_: actions.ask_for_fee(press)),
    "check": ("officer", _check),
    "send_back": (
        "chair",
        lambda press, dossier, _: actions.send_back(press, reason=_one_of(_SENT_BACK, dossier)),
    ),
    "sign": ("chair", _sign),
    "issue": ("system", _issue),
    "ask_for_more": (
        "officer",
        lambda press, dossier, _: actions.ask_for_more(press, asked=_one_of(_ASKED, dossier)),
    ),
    "supplement": ("desk", _supplement),
    "apologise": ("officer", _apologise),
    "pass_on": ("officer", _pass_on),
    "halt": (
        "officer",
        lambda press, dossier, _: actions.halt(press, reason=_one_of(_HALTED, dossier)),
    ),
    "resume": ("officer", lambda press, *_: actions.resume(press)),
    "refuse": (
        "officer",
        lambda press, dossier, _: actions.refuse(press, reason=_one_of(_REFUSED, dossier)),
    ),
    "conclude": ("officer", lambda press, *_: actions.conclude(press)),
    "hand_over": ("desk", _hand_over),
    "refuse_intake": (
        "desk",
        lambda press, dossier, _: actions.refuse_intake(
            press, reason=_one_of(_NOT_TAKEN_IN, dossier)
        ),
    ),
    "withdraw": (
        "filer",
        lambda press, dossier, _: actions.withdraw(press, reason=_one_of(_TAKEN_BACK, dossier)),
    ),
}
