import django.db.models.deletion
from django.db import migrations, models

from motcua.foundation.unchangeable import still_unchangeable, unchangeable

# Those who opened a page of books until now counted their entries; from here on a volume knows.
COUNT = """
UPDATE registers_book SET entries =
    (SELECT count(*) FROM registers_entry WHERE registers_entry.book_id = registers_book.id)
"""


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial"), ("registers", "0003_words_kept")]

    operations = [
        migrations.AlterField("book", "kind", models.CharField(max_length=10)),
        migrations.AlterField("entry", "kind", models.CharField(max_length=10)),
        migrations.AlterField("entryname", "kind", models.CharField(max_length=10)),
        migrations.AddField("book", "entries", models.PositiveIntegerField(default=0)),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Closing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                ("first_number", models.PositiveIntegerField()),
                ("last_number", models.PositiveIntegerField()),
                ("entries", models.PositiveIntegerField()),
                ("volumes", models.PositiveSmallIntegerField()),
                ("pages", models.PositiveIntegerField()),
                ("closed_by", models.CharField(max_length=80)),
                ("closed_by_name", models.CharField(max_length=200)),
                ("closed_at", models.DateTimeField()),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="places.commune"
                    ),
                ),
            ],
            options={"db_table": "registers_closing"},
        ),
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.UniqueConstraint(
                fields=("commune", "kind", "year"), name="registers_closed_once"
            ),
        ),
        migrations.AddField("entrynote", "kind", models.CharField(default="", max_length=20)),
        migrations.AddField("entrynote", "before", models.JSONField(default=dict)),
        migrations.AddField("entrynote", "reason", models.TextField(default="")),
        migrations.AddField("entrynote", "evidence", models.TextField(default="")),
        unchangeable("registers_closing"),
        still_unchangeable("registers_note"),
    ]
