"""The journal: who did or read what, when and why. It copies names and points at nothing."""

import json
from typing import Any

from django.db import models

from motcua.audit.chain import canonical


class CanonicalJSON(models.TextField):  # type: ignore[type-arg]
    """JSON kept letter for letter: a database's own type would rewrite what the seal covers."""

    def from_db_value(self, value: str | None, *_: object) -> Any:
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        return value

    def get_prep_value(self, value: Any) -> str:
        return canonical(value)


class JournalLine(models.Model):
    """One line of a commune's chain; written once, never changed: the database refuses."""

    chain = models.CharField(max_length=20)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    roles = models.CharField(max_length=120)
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    why = models.TextField(blank=True)
    facts = CanonicalJSON(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "audit_line"
        constraints = [
            models.UniqueConstraint(fields=["chain", "number"], name="audit_one_line_per_number")
        ]
        # One for each question of the auditor's page, all in the order in which it is read.
        indexes = [
            models.Index(fields=["about"], name="audit_about"),
            models.Index(fields=["chain", "at", "number"], name="audit_time"),
            models.Index(fields=["chain", "actor", "at", "number"], name="audit_actor"),
            models.Index(fields=["chain", "verb", "at", "number"], name="audit_verb"),
        ]


class ChainHead(models.Model):
    """The last line of a chain; its row is the lock under which the next line is added."""

    chain = models.CharField(max_length=20, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        db_table = "audit_head"
