import django.db.models.deletion
from django.db import migrations, models

from motcua.foundation.unchangeable import unchangeable


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_words_kept"),
        ("places", "0001_initial"),
    ]

    operations = [
        # Not by AddField: on SQLite that makes the table anew, and the index of names loses its triggers.
        migrations.RunSQL(
            "ALTER TABLE people_resident ADD COLUMN head bool NOT NULL DEFAULT false",
            "ALTER TABLE people_resident DROP COLUMN head",
            state_operations=[
                migrations.AddField(
                    "resident", "head", models.BooleanField(db_default=False, default=False)
                ),
            ],
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("entered", "Entered"),
                            ("born", "Born"),
                            ("parentage", "Parentage"),
                            ("settled", "Settled"),
                            ("headed", "Headed"),
                            ("married", "Married"),
                            ("parted", "Parted"),
                            ("changed", "Changed"),
                            ("left", "Left"),
                            ("died", "Died"),
                            ("annulled", "Annulled"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.CharField(max_length=10)),
                ("begins", models.DateField()),
                ("changes", models.JSONField(default=dict)),
                ("source", models.CharField(max_length=120)),
                ("reason", models.TextField(blank=True)),
                ("known_by", models.CharField(max_length=80)),
                ("known_by_name", models.CharField(max_length=200)),
                ("known_at", models.DateTimeField()),
                (
                    "commune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.commune",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="people.household",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.move",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="people.resident",
                    ),
                ),
            ],
            options={
                "db_table": "people_move",
                "indexes": [models.Index(fields=["source"], name="people_move_source")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaces", None)),
                        fields=("resident", "source", "kind"),
                        name="people_one_move_per_source",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("replaces__isnull", False)),
                        fields=("replaces",),
                        name="people_replaced_once",
                    ),
                ],
            },
        ),
        unchangeable("people_move"),
    ]
