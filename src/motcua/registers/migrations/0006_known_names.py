import django.db.models.deletion
from django.db import migrations, models

from motcua.registers.search import KNOWN


def _key() -> models.BigAutoField:
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


def _commune() -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="places.commune")


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial"), ("registers", "0005_from_paper")]

    operations = [
        migrations.AddIndex(
            "entryname",
            models.Index(fields=["commune", "name_folded", "birth"], name="registers_by_name"),
        ),
        migrations.AddIndex(
            "entryname",
            models.Index(fields=["commune", "kind", "who", "birth"], name="registers_by_birth"),
        ),
        migrations.CreateModel(
            name="KnownName",
            fields=[
                ("id", _key()),
                ("name_folded", models.CharField(max_length=120)),
                ("length", models.CharField(max_length=2)),
                ("commune", _commune()),
            ],
            options={"db_table": "registers_known_name"},
        ),
        migrations.AddConstraint(
            "knownname",
            models.UniqueConstraint(
                fields=["commune", "name_folded"], name="registers_one_known_name"
            ),
        ),
        migrations.CreateModel(
            name="Syllable",
            fields=[
                ("id", _key()),
                ("text", models.CharField(max_length=30)),
                ("sound", models.CharField(max_length=30)),
                ("commune", _commune()),
            ],
            options={"db_table": "registers_syllable"},
        ),
        migrations.AddConstraint(
            "syllable",
            models.UniqueConstraint(fields=["commune", "text"], name="registers_one_syllable"),
        ),
        migrations.AddIndex(
            "syllable", models.Index(fields=["commune", "sound"], name="registers_by_sound")
        ),
        KNOWN.installation(),
        KNOWN.keeping(),
    ]
