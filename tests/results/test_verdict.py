"""What the verification page may say of a paper, and what it counts."""

from datetime import date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from motcua.foundation.clock import HANOI
from motcua.results.actions import look_up, outdate, replace, revoke
from motcua.results.models import Result, ScanCount
from motcua.results.queries import public_keys, verify
from motcua.results.sealing import token_of
from motcua.results.verification import decode, encode, verify_offline
from tests import cast
from tests.results.paperwork import result

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(days=30)


def test_a_valid_paper_is_told_with_the_least_data() -> None:
    verdict = verify(token_of(result(), at=cast.AT), at=LATER)
    assert (verdict.outcome, verdict.commune_name) == ("valid", "Xã Cốc San")
    assert (verdict.title, verdict.number) == ("Trích lục khai sinh (bản sao)", "01/TLKS-BS")
    assert verdict.holder == "L.T.D"
    assert str(verdict.issued_on) == "2026-03-03"
    assert "Đào" not in repr(verdict)


def test_a_paper_with_a_term_is_good_until_the_end_of_its_last_day() -> None:
    made = result("marital_status", valid_until=date(2026, 9, 3))
    token = token_of(made, at=cast.AT)
    last = datetime(2026, 9, 3, 23, 59, tzinfo=HANOI)
    assert verify(token, at=last).outcome == "valid"
    verdict = verify(token, at=last + timedelta(minutes=1))
    assert (verdict.outcome, str(verdict.valid_until)) == ("expired", "2026-09-03")


def test_what_was_revoked_is_not_called_expired() -> None:
    made = result("marital_status", valid_until=date(2026, 3, 4))
    revoke(result_id=made.pk, reason="Cấp sai", by=cast.acting(cast.chair()), at=cast.AT)
    assert verify(token_of(made, at=cast.AT), at=LATER).outcome == "revoked"


def test_a_revoked_paper_gives_its_day_and_reason() -> None:
    made = result()
    token = token_of(made, at=cast.AT)
    chair = cast.acting(cast.chair())
    revoke(result_id=made.pk, reason="Cấp sai thẩm quyền", by=chair, at=LATER)
    assert verify(token, at=cast.AT).outcome == "valid"
    verdict = verify(token, at=LATER)
    assert (verdict.outcome, verdict.reason) == ("revoked", "Cấp sai thẩm quyền")
    assert str(verdict.ended_on) == "2026-04-02"


def test_a_replaced_paper_names_the_number_of_the_next() -> None:
    old, new = result(decision="dossier:1"), result(decision="dossier:2")
    chair = cast.acting(cast.chair())
    replace(result_id=old.pk, replaced_by=new.pk, reason="Cải chính", by=chair, at=LATER)
    verdict = verify(token_of(old, at=cast.AT), at=LATER)
    assert (verdict.outcome, verdict.next_number) == ("replaced", "02/TLKS-BS")


def test_a_paper_whose_entry_was_corrected_says_so_until_it_is_replaced_or_revoked() -> None:
    old, other = result(decision="dossier:1"), result(decision="dossier:2")
    token, chair = token_of(old, at=cast.AT), cast.acting(cast.chair())
    outdate(results=[old.pk, other.pk], reason="Cải chính hộ tịch", by=chair, at=LATER)
    assert verify(token, at=cast.AT).outcome == "valid"
    verdict = verify(token, at=LATER)
    assert (verdict.outcome, str(verdict.ended_on)) == ("corrected", "2026-04-02")
    assert verdict.next_number == ""
    # Corrected once more, it keeps the day of the first time.
    next_day, day_after = LATER + timedelta(days=1), LATER + timedelta(days=2)
    outdate(results=[old.pk], reason="Lần nữa", by=chair, at=next_day)
    assert str(verify(token, at=day_after).ended_on) == "2026-04-02"
    new = result(decision="dossier:3")
    Result.objects.filter(pk=new.pk).update(issued_at=next_day)
    replace(result_id=old.pk, replaced_by=new.pk, reason="Bản mới", by=chair, at=day_after)
    verdict = verify(token, at=day_after)
    assert (verdict.outcome, verdict.next_number) == ("replaced", "03/TLKS-BS")
    revoke(result_id=other.pk, reason="Cấp sai", by=chair, at=day_after)
    assert verify(token_of(other, at=cast.AT), at=day_after).outcome == "revoked"


def test_what_is_no_token_or_of_no_commune_is_unknown() -> None:
    token = token_of(result(), at=cast.AT)
    assert verify("https://example.vn", at=LATER).outcome == "unknown"
    assert verify(token.replace("02746", "02747"), at=LATER).outcome == "unknown"


def test_a_forged_paper_is_told_so_and_nothing_else() -> None:
    token = token_of(result(), at=cast.AT)
    own = Ed25519PrivateKey.from_private_bytes(bytes(32))
    for forged in (encode(decode(token), own), token.replace("01.TLKS", "02.TLKS")):
        verdict = verify(forged, at=LATER)
        assert (verdict.outcome, verdict.number, verdict.holder) == ("forged", "", "")


def test_a_sealed_paper_that_the_books_do_not_hold_is_unknown() -> None:
    made = result()
    token = token_of(made, at=cast.AT)
    Result.objects.all().delete()
    assert verify(token, at=LATER).outcome == "unknown"


def test_a_sealed_paper_that_differs_from_the_books_is_forged() -> None:
    made = result()
    token = token_of(made, at=cast.AT)
    Result.objects.filter(pk=made.pk).update(number="77/TLKS-BS")
    assert verify(token, at=LATER).outcome == "forged"


def test_the_public_key_alone_checks_a_paper_with_no_network() -> None:
    token = token_of(result(), at=cast.AT)
    (key,) = public_keys(cast.COC_SAN)
    assert verify_offline(token, key).number == "01.TLKS-BS"


def test_scans_are_counted_by_day_and_outcome_and_nothing_else() -> None:
    token = token_of(result(), at=cast.AT)
    for _ in range(3):
        look_up(token=token, at=LATER)
    look_up(token="nonsense", at=LATER)
    counted = ScanCount.objects.values_list("commune_code", "outcome", "count")
    assert set(counted) == {(cast.COC_SAN, "valid", 3), ("", "unknown", 1)}
    fields = {field.name for field in ScanCount._meta.get_fields()}
    assert fields == {"id", "commune_code", "day", "outcome", "count"}
