from django.db import migrations

from motcua.registers.search import NAMES


class Migration(migrations.Migration):
    dependencies = [("registers", "0010_cancelling")]

    operations = [NAMES.by_year()]
