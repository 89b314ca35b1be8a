"""The journal: who did or read what, when and why. It copies names and points at nothing."""

from django.db import models


class JournalLine(models.Model):
    """One line of a commune's chain; written once, never changed."""

    chain = models.CharField(max_length=20)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    roles = models.CharField(max_length=120)
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    why = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "audit_line"
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="audit_one_line_per_number")
        ]
        indexes = [models.Index(fields=["about", "id"], name="audit_about")]


class ChainHead(models.Model):
    """The last line of a chain; its row is the lock under which the next line is added."""

    chain = models.CharField(max_length=20, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        db_table = "audit_head"
