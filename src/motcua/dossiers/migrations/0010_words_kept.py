from django.db import migrations

from motcua.dossiers.search import PARTIES


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0009_longer_term")]

    operations = [PARTIES.keeping()]
