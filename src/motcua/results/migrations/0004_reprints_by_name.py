from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0001_initial"),
        ("results", "0003_one_number_per_title"),
    ]

    operations = [
        migrations.AddField(
            model_name="reprint",
            name="by_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddIndex(
            model_name="result",
            index=models.Index(fields=["commune", "number"], name="results_by_number"),
        ),
    ]
