import django.db.models.deletion
from django.db import migrations, models

import motcua.foundation.files
from motcua.foundation.unchangeable import still_unchangeable, unchangeable


class Migration(migrations.Migration):
    dependencies = [
        ("registers", "0011_by_year"),
    ]

    operations = [
        migrations.AddField(
            model_name="entrynote",
            name="copied",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="entrynote",
            name="noted_on",
            field=models.CharField(blank=True, default="", max_length=10),
        ),
        migrations.CreateModel(
            name="NoteProvenance",
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
                    "note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="provenance",
                        to="registers.entrynote",
                    ),
                ),
            ],
            options={
                "db_table": "registers_note_provenance",
            },
        ),
        migrations.CreateModel(
            name="UntoldNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="registers.entrynote",
                    ),
                ),
            ],
            options={
                "db_table": "registers_untold_note",
            },
        ),
        still_unchangeable("registers_note"),
        unchangeable("registers_note_provenance"),
    ]
