"""What is on its way: whose, for which draft, how large, and what the whole must be."""

import uuid

from django.db import models


class Arrival(models.Model):
    """One file of a draft that comes in pieces. How much is here stands on the disk (`pieces`).

    `sha256` (hex) is what the phone said of the whole before the first piece, `name` only good for
    being named back. `taken_at` is set when the file is with the dossier: its bytes are gone, and
    naming it again brings nothing twice.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="arrivals")
    owner = models.CharField(max_length=80)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="dossiers_arrival_over")]
