from django.db import migrations

from motcua.foundation.unchangeable import unchangeable


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [unchangeable("audit_line")]
