"""What does not go to hộ tịch 158: cancelled entries, and second writings of another one."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from motcua.registers import actions
from motcua.registers.models import Double
from motcua.sheets.ministry158.choosing import write_file
from tests import cast
from tests.registers.test_cancelling import approved
from tests.registers.twice import DIFFERENT, SAME, decide
from tests.sheets.test_ministry import birth, chosen, exported

pytestmark = pytest.mark.django_db


def test_what_is_cancelled_or_a_second_writing_does_not_go_and_is_counted(tmp_path: Path) -> None:
    void, first, second = birth(), birth("dossier:2"), birth("dossier:3")
    made = exported()
    approved(void)
    actions.compare_waiting(at=cast.AT)
    row = Double.objects.get()
    decide(row, SAME, first.pk)
    found = chosen()
    assert (list(found.fresh), list(found.sent)) == ([], [first])
    assert (found.cancelled, found.twice) == (1, 1)
    assert exported(again=True).entries == 1
    # Nor does it go in a file of before that is taken once more.
    write_file(tmp_path / "a.xlsx", made=made, by=cast.acting(cast.officer()), at=cast.AT)
    lines = list(load_workbook(tmp_path / "a.xlsx")["DL Import"].iter_rows(min_row=2))
    assert [line[1].value for line in lines] == ["02/2026"]
    decide(Double.objects.get(), DIFFERENT, reason="Hai người")
    assert [entry.pk for entry in chosen().sent] == [first.pk, second.pk]
