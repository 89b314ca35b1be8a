"""The only table of the foundation: numbers that are taken once and never again."""

from django.db import models


class Series(models.Model):
    """The last number taken in a series, such as an office's dossiers of one day."""

    name = models.CharField(max_length=120, primary_key=True)
    last = models.PositiveIntegerField()

    class Meta:
        db_table = "foundation_series"
