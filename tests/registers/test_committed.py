"""What is committed: on both databases a book outlives every attempt to empty it."""

import pytest
from django.db import DatabaseError, connection

from motcua.registers.models import Entry
from tests.registers.test_entries import write


@pytest.mark.django_db(transaction=True)
def test_a_committed_entry_cannot_be_deleted_or_truncated() -> None:
    write("dossier:1")
    statements = ["DELETE FROM registers_entry", "UPDATE registers_entry SET content = '{}'"]
    if connection.vendor == "postgresql":
        statements.append("TRUNCATE registers_entry CASCADE")
    for statement in statements:
        with pytest.raises(DatabaseError, match="written once"), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Entry.objects.get().content["child.name"] == "Vàng Thị Bé"


@pytest.mark.django_db(transaction=True)
def test_each_test_begins_with_empty_books() -> None:
    assert not Entry.objects.exists()
    assert write("dossier:2").number == 1
