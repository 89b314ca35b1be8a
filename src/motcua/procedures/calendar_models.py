"""A commune's own calendar: its hours by season, and the days that differ."""

from django.db import models


class OfficeHours(models.Model):
    """One span of one weekday (0 is Monday) in the season that begins on `since`.

    The rows with one `since` are the whole week of that season; a weekday without a row is shut.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    since = models.DateField()
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        db_table = "procedures_office_hours"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "since", "weekday", "opens"], name="procedures_one_opening"
            ),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="procedures_closes_later"
            ),
            models.CheckConstraint(
                condition=models.Q(weekday__lte=6), name="procedures_seven_weekdays"
            ),
        ]


class SpecialDay(models.Model):
    """A day that differs: a holiday, or a swap day that has the hours of the weekday `hours_of`.

    `words` is ``{"vi": …}`` with other languages where they are known; `mark` says how sure the
    day is (verified, memory, unsure) or that the commune entered it itself (commune).
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    day = models.DateField()
    hours_of = models.PositiveSmallIntegerField(null=True)
    words = models.JSONField()
    mark = models.CharField(max_length=10)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "procedures_special_day"
        constraints = [
            models.UniqueConstraint(fields=["commune", "day"], name="procedures_one_special_day"),
            models.CheckConstraint(
                condition=models.Q(hours_of__isnull=True) | models.Q(hours_of__lte=6),
                name="procedures_hours_of_a_weekday",
            ),
        ]

    @property
    def works(self) -> bool:
        """Whether the day is worked, in the place of another."""
        return self.hours_of is not None
