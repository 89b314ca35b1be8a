from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consequences", "0004_followed")]

    operations = [
        migrations.RemoveIndex(model_name="followed", name="consequences_unclear"),
        migrations.AddIndex(
            model_name="followed",
            index=models.Index(
                fields=["commune", "id"],
                name="consequences_open",
                condition=models.Q(word__in=("unclear", "by_hand")),
            ),
        ),
    ]
