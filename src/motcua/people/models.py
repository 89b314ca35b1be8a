"""Who lives here: households, residents and the grounds on which they pay no fee."""

from django.db import models

from motcua.people.account import Account, AccountManager, Area, Membership, PhoneCheck
from motcua.people.move import Kind, Move

__all__ = [
    "Account",
    "AccountManager",
    "Area",
    "Exemption",
    "Ground",
    "Household",
    "Kind",
    "Membership",
    "Move",
    "PhoneCheck",
    "Resident",
    "Sex",
]


class Sex(models.TextChoices):
    """As the registers know it; the exchange codes are 1, 2, 3."""

    MALE = "male"
    FEMALE = "female"
    UNDETERMINED = "undetermined"


class Ground(models.TextChoices):
    """Why a fee is not asked (Law on Civil Status art. 11; Law on Fees and Charges art. 10).

    The values are those that packs know (`procedures.vocabulary.GROUNDS`).
    """

    MERIT = "merit"
    POOR_HOUSEHOLD = "poor"
    DISABILITY = "disabled"
    CHILD = "child"
    ELDERLY = "elderly"
    ETHNIC_MINORITY_HARDSHIP = "minority_hard_area"


class Household(models.Model):
    """People who live under one roof and one number; `number` counts within the commune."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    village = models.ForeignKey("places.Village", models.PROTECT)
    number = models.PositiveIntegerField()
    address = models.CharField(max_length=200, blank=True)

    class Meta:
        db_table = "people_household"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "number"], name="people_one_household_per_number"
            )
        ]


class Resident(models.Model):
    """One person as they stand today: what their moves say when they are replayed (`history`).

    `birth` and `died` are partial dates: ``1954``, ``1954-03`` or ``1954-03-21``.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    village = models.ForeignKey("places.Village", models.PROTECT)
    household = models.ForeignKey(Household, models.PROTECT, null=True, related_name="members")
    # Whether the household is theirs to speak for (chủ hộ).
    head = models.BooleanField(default=False, db_default=False)
    full_name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120)
    sex = models.CharField(max_length=12, choices=Sex.choices)
    birth = models.CharField(max_length=10)
    birth_place = models.CharField(max_length=200, blank=True)
    home_place = models.CharField(max_length=200, blank=True)
    ethnic = models.CharField(max_length=2)
    nationality = models.CharField(max_length=2, default="VN")
    # Empty when none is known. Never unique: a wrong number must not block the right person.
    identity_number = models.CharField(max_length=12, blank=True)
    mother = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    father = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    spouse = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    # How to reach them (E.164), and what they are to the head of the household, in words.
    phone = models.CharField(max_length=16, blank=True, db_default="")
    relation = models.CharField(max_length=40, blank=True, db_default="")
    # A death ends residence, but never takes the row: children and books still name the person.
    died = models.CharField(max_length=10, blank=True)
    left_on = models.DateField(null=True)

    class Meta:
        db_table = "people_resident"
        indexes = [
            models.Index(fields=["commune", "identity_number"], name="people_identity"),
            # Whom a line of a list means who has no number.
            models.Index(fields=["commune", "name_folded", "birth"], name="people_by_name"),
        ]


class Exemption(models.Model):
    """A ground on which a resident pays no fee, from a day to the day before `valid_to`."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    resident = models.ForeignKey(Resident, models.PROTECT, related_name="exemptions")
    ground = models.CharField(max_length=30, choices=Ground.choices)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    basis = models.CharField(max_length=200)

    class Meta:
        db_table = "people_exemption"
