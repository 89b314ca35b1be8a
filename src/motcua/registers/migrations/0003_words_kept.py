from django.db import migrations

from motcua.registers.search import NAMES


class Migration(migrations.Migration):
    dependencies = [("registers", "0002_written_once")]

    operations = [NAMES.keeping()]
