"""The motcua command: help for everything, and exit codes that a script can rely on."""

import base64
import zipfile
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from motcua.audit.actions import record
from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM, Role
from motcua.foundation.clock import now
from motcua.people.models import Account
from motcua.people.queries import actor_for
from motcua.places.models import Naming, Succession
from motcua.project.command import COMMANDS, main
from motcua.results import verification
from tests import cast
from tests.cast import COC_SAN, coc_san
from tests.project.installed import motcua


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    return done.exit_code, done.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    code, said = run(name, "--help")
    assert code == 0
    assert said.startswith("Usage: main " + name)


def test_an_unknown_command_is_a_wrong_call() -> None:
    assert run("nonsense")[0] == 2


def test_a_database_url_that_is_none_is_said(tmp_path: Path) -> None:
    done = motcua(tmp_path, "migrate", DATABASE_URL="mysql://there/it")
    assert done.returncode == 3
    assert "neither sqlite:// nor postgresql://" in done.stderr


def test_a_database_that_cannot_be_reached_is_said(tmp_path: Path) -> None:
    done = motcua(tmp_path, "migrate", DATABASE_URL="postgresql://x@/x?host=/nonexistent")
    assert done.returncode == 3
    assert "does not answer" in done.stderr


def test_migrate_says_what_it_did(tmp_path: Path) -> None:
    first, second = motcua(tmp_path, "migrate"), motcua(tmp_path, "migrate")
    assert (first.returncode, second.returncode) == (0, 0)
    assert "migrations" in first.stdout
    assert second.stdout == "database: up to date\n"


def test_packs_are_checked() -> None:
    assert run("packs", "check") == (0, "packs: in order\n")


def test_a_pack_with_problems_is_found(tmp_path: Path) -> None:
    broken = tmp_path / "vn" / "procedures" / "9.999999"
    broken.mkdir(parents=True)
    (broken / "procedure.toml").write_text("[", encoding="utf-8")
    code, said = run("packs", "check", str(tmp_path))
    assert code == 1
    assert "9.999999" in said


def test_a_new_pack_says_what_is_left_to_write(tmp_path: Path) -> None:
    where = ("--folder", str(tmp_path))
    code, said = run("packs", "new", "2.009901", "--title", "Thử", "--route", "sign", *where)
    assert code == 0
    assert "Left to write: " in said
    assert "vn/procedures/2.009901/vi.toml: procedure.short: the sentence is missing." in said
    code, said = run("packs", "new", "2.009901", *where)
    assert (code, "There is a pack 2.009901 already." in said) == (1, True)
    assert run("packs", "new", "2.009902", "--route", "dance", *where)[0] == 2


@pytest.mark.django_db
def test_a_procedure_is_exported_as_a_pack_that_is_sound(tmp_path: Path) -> None:
    run("packs", "load")
    file = tmp_path / "one.zip"
    assert run("packs", "export", "2.000635", str(file)) == (0, f"{file}\n")
    zipfile.ZipFile(file).extractall(tmp_path / "there")
    assert run("packs", "check", str(tmp_path / "there")) == (0, "packs: in order\n")
    code, said = run("packs", "export", "2.000635", str(file), "--on", "2020-01-01")
    assert (code, "is not offered on 01/01/2020" in said) == (1, True)


@pytest.mark.django_db
def test_loading_packs_twice_makes_nothing_new() -> None:
    assert "v1" in run("packs", "load")[1]
    assert run("packs", "load") == (0, "packs: nothing new\n")


@pytest.mark.django_db
def test_an_account_is_made_with_its_roles() -> None:
    coc_san()
    code, said = run(
        "createuser", "ky", "--name", "Phạm  Văn Ký", "--commune", COC_SAN,
        "--role", "chair", "--role", "officer", "--password", "một mật khẩu",
    )  # fmt: skip
    assert (code, said) == (0, f"ky: chair, officer of {COC_SAN}\n")
    account = Account.objects.get(login="ky")
    assert account.name == "Phạm Văn Ký"
    assert account.check_password("một mật khẩu")
    assert actor_for(account, at=now()).has(Role.CHAIR)
    assert JournalLine.objects.get(verb="open_account").about == f"account:{account.pk}"


@pytest.mark.django_db
def test_a_password_is_made_up_when_none_is_given() -> None:
    coc_san()
    said = run("createuser", "x", "--name", "X", "--commune", COC_SAN, "--role", "auditor")[1]
    password = said.split("password: ")[1].strip()
    assert Account.objects.get(login="x").check_password(password)


@pytest.mark.django_db
def test_whoever_runs_the_machine_lets_a_locked_out_administrator_in_again() -> None:
    coc_san()
    run("createuser", "may", "--name", "X", "--commune", COC_SAN, "--role", "administrator")
    Account.objects.update(password_given=False)
    code, said = run("give-password", "may")
    assert code == 0
    account = Account.objects.get(login="may")
    assert account.check_password(said.removeprefix("password: ").strip())
    assert account.password_given is True
    assert JournalLine.objects.get(verb="give_password").about == f"account:{account.pk}"
    assert run("give-password", "ai")[0] == 1


@pytest.mark.django_db
@pytest.mark.parametrize("commune", ["00000", COC_SAN])
def test_an_account_that_cannot_be_made_is_found(commune: str) -> None:
    coc_san()
    Account.objects.create_user("x", "y", name="X")
    code, said = run("createuser", "x", "--name", "X", "--commune", commune, "--role", "auditor")
    assert code == 1
    assert "there is no commune" in said or "taken" in said.lower() or "already" in said
    assert Account.objects.count() == 1


def tell(count: int) -> None:
    for n in range(count):
        record(chain="", by=SYSTEM, at=now(), verb="check", about=f"dossier:{n}")


@pytest.mark.django_db
def test_the_journal_is_verified_exported_and_verified_again(tmp_path: Path) -> None:
    tell(3)
    assert run("verify-log") == (0, "the journal is whole\n")
    file = tmp_path / "journal.jsonl"
    code, said = run("export-log", str(file))
    assert (code, said.splitlines()[0]) == (0, "3 lines in 1 chains")
    key = said.splitlines()[1].split()[1]
    assert run("verify-log", "--bundle", str(file), "--key", key) == (0, "the bundle is whole\n")
    tell(1)
    assert run("verify-log", "--attested", str(file))[0] == 0


@pytest.mark.django_db
def test_a_changed_bundle_is_found(tmp_path: Path) -> None:
    tell(3)
    file = tmp_path / "journal.jsonl"
    run("export-log", str(file))
    file.write_text(file.read_text().replace("dossier:1", "dossier:7"))
    code, said = run("verify-log", "--bundle", str(file))
    assert code == 1
    assert "line 2: its content is not what was sealed" in said


@pytest.mark.django_db
def test_an_export_does_not_write_over_a_file(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    file.write_text("mine")
    code, said = run("export-log", str(file))
    assert (code, file.read_text()) == (3, "mine")
    assert "exists" in said


def test_a_database_without_tables_is_said(tmp_path: Path) -> None:
    done = motcua(tmp_path, "verify-log")
    assert done.returncode == 3
    assert "no such table" in done.stderr


KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = base64.b64encode(KEY.public_key().public_bytes_raw()).decode()


def token() -> str:
    face = verification.Face(
        commune=COC_SAN,
        result=UUID(int=7),
        issued_on=date(2026, 3, 3),
        number="12/2026/TLKS-BS",
        template="extract_birth",
        holder="Lù Thị Đào",
    )
    return verification.encode(verification.claim_of(face), KEY)


def test_a_qr_is_verified_without_a_database() -> None:
    code, said = run("verify-qr", f"https://xa.example.vn/v/{token()}", "--key", PUBLIC)
    assert code == 0
    assert "number: 12/2026/TLKS-BS" in said
    assert "holder: L.T.D" in said
    assert "not whether it was revoked since" in said


@pytest.mark.parametrize("bad", [token().replace("TLKS", "TLKT"), "nonsense"])
def test_a_forged_or_foreign_qr_is_found(bad: str) -> None:
    assert run("verify-qr", bad, "--key", PUBLIC)[0] == 1


@pytest.mark.django_db
def test_a_qr_that_no_one_here_issued_is_unknown() -> None:
    code, said = run("verify-qr", token())
    assert code == 1
    assert "unknown" in said


def test_a_key_that_is_none_is_a_wrong_call() -> None:
    assert run("verify-qr", token(), "--key", "short")[0] == 2
    assert run("verify-log", "--bundle", __file__, "--key", "é")[0] == 2


@pytest.mark.django_db
def test_a_village_is_renamed_and_merged_from_a_day_on() -> None:
    coc_san()
    village = cast.thu().village
    day, basis = "2026-07-01", "Nghị quyết 12/NQ-HĐND"
    known = ("--on", day, "--basis", basis)
    code, said = run("places", "rename", "village", village.pk, "Ún Tà Mới", *known)
    assert (code, said) == (0, f"village {village.pk}: Ún Tà Mới from {day}\n")
    assert Naming.objects.get(unit=village.pk, valid_to=None).valid_from == date(2026, 7, 1)
    itself = ("places", "merge", "village", village.pk, "--into", village.pk)
    assert run(*itself, *known)[0] == 2
    nowhere = ("places", "merge", "village", village.pk, "--into", "nowhere")
    assert run(*nowhere, *known)[0] == 1
    village.refresh_from_db()
    assert (village.name, village.valid_to) == ("Ún Tà Mới", None)
    assert list(Succession.objects.values_list("change", flat=True)) == ["rename"]
    assert JournalLine.objects.get(verb="rename_place").facts["basis"] == basis
