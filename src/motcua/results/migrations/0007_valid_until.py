from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from motcua.foundation.clock import day_of, months_after

# What every certificate of marital status issued so far says of itself (Decree 123/2015, art. 23).
_TEMPLATE, _MONTHS = "marital_status", 6


def state_the_term(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Papers that were issued before the term was kept get the one that is printed on them."""
    results = apps.get_model("results", "Result").objects
    for result in results.filter(document__template=_TEMPLATE, valid_until=None).iterator():
        result.valid_until = months_after(day_of(result.issued_at), _MONTHS)
        result.save(update_fields=["valid_until"])


class Migration(migrations.Migration):
    dependencies = [
        ("results", "0006_kept_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="result",
            name="valid_until",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(state_the_term, migrations.RunPython.noop),
    ]
