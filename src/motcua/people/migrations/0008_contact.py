"""A telephone and what somebody is to the head of the household, as lists of residents give them."""

from django.db import migrations, models


def added(name: str, length: int) -> migrations.RunSQL:
    # Not by AddField: on SQLite that makes the table anew, and the index of names loses its triggers.
    return migrations.RunSQL(
        f"ALTER TABLE people_resident ADD COLUMN {name} varchar({length}) NOT NULL DEFAULT ''",
        f"ALTER TABLE people_resident DROP COLUMN {name}",
        state_operations=[
            migrations.AddField(
                "resident", name, models.CharField(blank=True, db_default="", max_length=length)
            ),
        ],
    )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0007_begin_history"),
    ]

    operations = [added("phone", 16), added("relation", 40)]
