"""Who signs in, what they are to which commune, and telephones being checked."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from motcua.foundation.actor import Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts with a hashed password."""

    def create_user(self, login: str, password: str | None = None, **facts: Any) -> "Account":
        """A new account; without a password nobody can sign in to it by password."""
        account = self.model(login=login, **facts)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One person who signs in. What they may do is in Membership, never here."""

    login = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    # E.164, such as +84912345678; empty when none is known.
    phone = models.CharField(max_length=16, blank=True, db_index=True)
    language = models.CharField(max_length=5, default="vi")
    resident = models.ForeignKey("people.Resident", models.SET_NULL, null=True, related_name="+")
    is_active = models.BooleanField(default=True)
    # Somebody else knows the password, since they gave it: the next sign-in leads to another one.
    password_given = models.BooleanField(default=False)

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = AccountManager()

    class Meta:
        db_table = "people_account"


class Membership(models.Model):
    """A role that an account holds in a commune, from a day to the day before `until`."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="memberships")
    commune = models.ForeignKey("places.Commune", models.PROTECT)
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    # How the person signs: "Chủ tịch", "Phó Chủ tịch", "Công chức tư pháp - hộ tịch".
    title = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        db_table = "people_membership"
        constraints = [
            models.UniqueConstraint(
                fields=["account", "commune", "role", "since"], name="people_one_membership"
            )
        ]


class Area(models.Model):
    """A village in which a volunteer helps: one of those of a membership."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="areas")
    village = models.ForeignKey("places.Village", models.PROTECT, related_name="+")

    class Meta:
        db_table = "people_area"
        constraints = [
            models.UniqueConstraint(fields=["membership", "village"], name="people_one_area")
        ]


class PhoneCheck(models.Model):
    """Six digits sent to a telephone to see who holds it. The digits are kept only as a digest."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    phone = models.CharField(max_length=16)
    digest = models.CharField(max_length=64)
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_phone_check"
        indexes = [models.Index(fields=["phone", "begun_at"], name="people_phone_begun")]
