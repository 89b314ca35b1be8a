import django.db.models.deletion
from django.db import migrations, models

import motcua.foundation.files
from motcua.foundation.unchangeable import still_unchangeable, unchangeable


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial"), ("registers", "0004_whole_books")]

    operations = [
        migrations.RemoveConstraint(model_name="book", name="registers_one_book"),
        migrations.RemoveConstraint(model_name="entry", name="registers_one_number"),
        migrations.AddField("book", "copied", models.PositiveIntegerField(default=0)),
        migrations.AddField(
            "book", "kept_by", models.CharField(blank=True, default="", max_length=120)
        ),
        migrations.AddField("entry", "copied", models.BooleanField(default=False)),
        migrations.AddField(
            "entry", "kept_by", models.CharField(blank=True, default="", max_length=120)
        ),
        migrations.AddConstraint(
            model_name="book",
            constraint=models.UniqueConstraint(
                fields=("commune", "kind", "year", "kept_by", "volume"), name="registers_one_book"
            ),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.UniqueConstraint(
                fields=("commune", "kind", "year", "kept_by", "number"),
                name="registers_one_number",
            ),
        ),
        migrations.CreateModel(
            name="Provenance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("way", models.CharField(max_length=10)),
                ("book", models.CharField(max_length=300)),
                ("lacking", models.JSONField(default=dict)),
                (
                    "scan",
                    motcua.foundation.files.FileDigest(
                        blank=True, db_index=True, default="", max_length=64
                    ),
                ),
                ("read_by", models.CharField(max_length=80)),
                ("read_by_name", models.CharField(max_length=200)),
                ("read_at", models.DateTimeField()),
                ("second_by", models.CharField(blank=True, default="", max_length=80)),
                ("second_by_name", models.CharField(blank=True, default="", max_length=200)),
                ("second_at", models.DateTimeField(null=True)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provenance",
                        to="registers.entry",
                    ),
                ),
            ],
            options={"db_table": "registers_provenance"},
        ),
        still_unchangeable("registers_entry"),
        unchangeable("registers_provenance"),
    ]
