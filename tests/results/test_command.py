"""motcua verify-qr and qr-key: a paper judged with a key and nothing else."""

import pytest
from click.testing import CliRunner, Result

from motcua.project.command import main
from motcua.results.actions import revoke
from motcua.results.sealing import token_of
from tests import cast
from tests.results.paperwork import result

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_the_key_of_a_commune_judges_its_paper_with_no_database() -> None:
    token = token_of(result(), at=cast.AT)
    key = run("qr-key", cast.COC_SAN).output.strip()
    address = f"http://localhost:8000/v/{token}"
    good = run("verify-qr", address, "--key", key, "--name", "Lù Thị Đào")
    assert good.exit_code == 0
    assert "number: 01/TLKS-BS\nissued on: 2026-03-03\nholder: L.T.D" in good.output
    assert run("verify-qr", token, "--key", key, "--name", "Vàng Thị Thử").exit_code == 1
    assert run("verify-qr", token.replace("01.TLKS", "02.TLKS"), "--key", key).exit_code == 1


def test_without_a_key_the_installation_says_what_became_of_the_paper() -> None:
    made = result()
    token = token_of(made, at=cast.AT)
    assert "number: 01/TLKS-BS" in run("verify-qr", token).output
    revoke(result_id=made.pk, reason="Cấp sai", by=cast.acting(cast.chair()), at=cast.AT)
    told = run("verify-qr", token)
    assert (told.exit_code, "revoked" in told.output, "Cấp sai" in told.output) == (1, True, True)


def test_a_commune_without_papers_has_no_key_to_print() -> None:
    assert run("qr-key", "99999").exit_code == 1
