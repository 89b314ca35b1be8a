from django.db import migrations

from motcua.foundation.name_index import NameIndex
from motcua.foundation.unchangeable import unchangeable


class Migration(migrations.Migration):
    dependencies = [("registers", "0001_initial")]

    operations = [
        unchangeable("registers_entry", "registers_entry_name", "registers_note"),
        NameIndex(
            "registers_entry_name", exact=("commune_id", "kind"), begins="birth"
        ).installation(),
    ]
