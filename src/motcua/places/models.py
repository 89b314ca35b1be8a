"""Province → commune → village, each with the dates between which it exists.

`code` is the unit's key. For a unit in force it is the official code; a past unit whose code was
given to another one later (Yên Bái's 15 is Lào Cai's since 2025) carries its last year behind the
code, and `Naming` says which code it bore on which day.
"""

from django.db import models


class Level(models.TextChoices):
    """The three levels of which this product keeps units."""

    PROVINCE = "province"
    COMMUNE = "commune"
    VILLAGE = "village"


class Change(models.TextChoices):
    """How a unit became another one, or itself under another name."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"


class Province(models.Model):
    """A province or city of the first level."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=120)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "places_province"


class Commune(models.Model):
    """A commune, ward or special zone: the level that runs the one door."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=120)
    province = models.ForeignKey(Province, models.PROTECT, related_name="communes")
    # Begins every dossier code; configuration, since it is not published everywhere.
    agency_code = models.CharField(max_length=35, blank=True)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "places_commune"


class Village(models.Model):
    """A village or hamlet (thôn, bản, tổ); its code is the commune's own."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=120)
    commune = models.ForeignKey(Commune, models.PROTECT, related_name="villages")
    # True when the name is not known and only stands in for it.
    placeholder = models.BooleanField(default=False)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "places_village"


class Naming(models.Model):
    """The official code and name of a unit between two days; `valid_to` is the first day after."""

    level = models.CharField(max_length=10, choices=Level.choices)
    unit = models.CharField(max_length=20)
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "places_naming"
        constraints = [
            models.UniqueConstraint(
                fields=["level", "unit", "valid_from"],
                name="places_one_naming_a_day",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["level", "code"], name="places_naming_code")]


class Succession(models.Model):
    """From this day `unit` is part of, or called as, `successor`; `basis` is the deciding text."""

    level = models.CharField(max_length=10, choices=Level.choices)
    unit = models.CharField(max_length=20)
    successor = models.CharField(max_length=20)
    change = models.CharField(max_length=10, choices=Change.choices)
    on = models.DateField()
    basis = models.CharField(max_length=300)

    class Meta:
        db_table = "places_succession"
        constraints = [
            models.UniqueConstraint(
                fields=["level", "unit", "successor", "on"], name="places_one_succession"
            )
        ]
        indexes = [models.Index(fields=["level", "successor"], name="places_successor")]
