"""What the loop remembers between its rounds."""

from django.db import models


class Stuck(models.Model):
    """An event whose consequences failed: kept, seen, tried again; it blocks no other event."""

    event = models.OneToOneField("dossiers.DossierEvent", models.CASCADE, related_name="stuck")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    fault = models.TextField()


class LostFile(models.Model):
    """A kept file that a row names and the disk no longer holds; gone when it is there again."""

    digest = models.CharField(max_length=64, primary_key=True)
    found_at = models.DateTimeField()


class Heartbeat(models.Model):
    """When each loop last came round, for the health page."""

    name = models.CharField(max_length=20, primary_key=True)
    # Since when the process that beats has been running.
    since = models.DateTimeField(null=True)
    at = models.DateTimeField()
