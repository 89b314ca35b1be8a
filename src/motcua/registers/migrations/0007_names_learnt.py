from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from motcua.foundation.name_index import words_of
from motcua.foundation.spelling import sound

_BATCH = 1000


def learn_what_is_there(apps: Apps, _: BaseDatabaseSchemaEditor) -> None:
    """The names and syllables of entries that were written before."""
    written = apps.get_model("registers", "EntryName")
    known, syllable = (
        apps.get_model("registers", "KnownName"),
        apps.get_model("registers", "Syllable"),
    )
    names = written.objects.values_list("commune_id", "name_folded").order_by().distinct()
    rows, words = [], set()
    for commune, name in names.iterator():
        split = words_of(name)
        rows.append(known(commune_id=commune, name_folded=name, length=str(min(len(split), 9))))
        words |= {(commune, word[:30]) for word in split}
    known.objects.bulk_create(rows, batch_size=_BATCH)
    syllable.objects.bulk_create(
        [
            syllable(commune_id=commune, text=text, sound=sound(text))
            for commune, text in sorted(words)
        ],
        batch_size=_BATCH,
    )


class Migration(migrations.Migration):
    dependencies = [("registers", "0006_known_names")]

    operations = [migrations.RunPython(learn_what_is_there, migrations.RunPython.noop)]
