from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_contact"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="resident", name="people_name"),
        migrations.AddIndex(
            model_name="resident",
            index=models.Index(fields=["commune", "name_folded", "birth"], name="people_by_name"),
        ),
    ]
