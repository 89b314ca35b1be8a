from django.db import migrations

from motcua.foundation.name_index import NameIndex


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        NameIndex("people_resident", exact=("commune_id",), begins="birth").installation(),
    ]
