from django.db import migrations

from motcua.people.search import NAMES


class Migration(migrations.Migration):
    dependencies = [("people", "0004_given_passwords")]

    operations = [NAMES.keeping()]
