from django.db import migrations

from motcua.foundation.unchangeable import unchangeable


class Migration(migrations.Migration):
    dependencies = [("procedures", "0001_initial")]

    operations = [unchangeable("procedures_version")]
