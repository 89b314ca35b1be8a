"""On PostgreSQL the product's role adds to the journal and cannot alter it."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from motcua.project.rights import may_alter_the_journal
from tests.project.installed import motcua
from tests.project.test_archive import settle


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """The owner's and the product's address of one database, set up by `motcua migrate`."""
    server = os.environ.get("MOTCUA_TEST_POSTGRES", "")
    if not server:
        pytest.skip("this run has no PostgreSQL")
    name = f"rights_{uuid.uuid4().hex}"
    data = tmp_path_factory.mktemp("rights")
    owner = server.replace("/postgres?", f"/{name}?")
    product = owner.replace("//postgres:@", f"//{name}:secret@")
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
        settle(data, DATABASE_URL=product, DATABASE_OWNER_URL=owner)
        yield owner, product, data
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        admin.execute(f'DROP ROLE "{name}"')


def test_the_product_works_as_its_own_role(urls: tuple[str, str, Path]) -> None:
    _, product, data = urls
    assert motcua(data, "verify-log", DATABASE_URL=product).stdout == "the journal is whole\n"
    with psycopg.connect(product) as database:
        row = database.execute("SELECT count(*) FROM audit_line WHERE verb = 'check'").fetchone()
    assert row == (5,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_line SET why = 'x'",
        "DELETE FROM audit_line",
        "TRUNCATE audit_line",
        "DROP TABLE audit_line",
        "DROP TRIGGER audit_line_fixed ON audit_line",
        "ALTER TABLE audit_line DISABLE TRIGGER ALL",
        "DELETE FROM audit_head",
        "UPDATE registers_entry SET number = 1",
        "SET session_replication_role = replica",
        "DELETE FROM django_migrations",
        "CREATE TABLE mine (x int)",
    ],
)
def test_the_products_role_is_refused(urls: tuple[str, str, Path], statement: str) -> None:
    _, product, _ = urls
    with (
        psycopg.connect(product) as database,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        database.execute(statement)


def test_a_second_migration_finds_nothing_to_do(urls: tuple[str, str, Path]) -> None:
    owner, product, data = urls
    done = motcua(data, "migrate", DATABASE_URL=product, DATABASE_OWNER_URL=owner)
    assert (done.returncode, done.stdout) == (0, "database: up to date\n")


@pytest.mark.django_db
def test_an_owner_is_known_as_one_who_could_alter_the_journal() -> None:
    assert may_alter_the_journal() is (connection.vendor == "postgresql")
