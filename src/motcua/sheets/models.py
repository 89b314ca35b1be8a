"""Lists that came in, and what went out to the ministry's software."""

import uuid

from django.db import models

from motcua.foundation.files import FileDigest


class MinistryExport(models.Model):
    """Entries of one book that were written into a template of the ministry's software."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    since = models.DateField()
    until = models.DateField()
    entries = models.PositiveIntegerField()
    made_by = models.CharField(max_length=80)
    made_by_name = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "sheets_ministry_export"
        indexes = [models.Index(fields=["commune", "made_at"], name="sheets_ministry_made")]


class MinistryLine(models.Model):
    """One entry of an export; `notes` is how many notes stood beside it then."""

    export = models.ForeignKey(MinistryExport, models.PROTECT, related_name="lines")
    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+")
    notes = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "sheets_ministry_line"
        constraints = [
            models.UniqueConstraint(fields=["export", "entry"], name="sheets_one_ministry_line")
        ]


class Stage(models.TextChoices):
    """Where a list is on its way. The worker has it in `CHECKING`, `WRITING` and `TYING`: kin and
    grounds come when all of its people are there."""

    MAPPING = "mapping"
    CHECKING = "checking"
    CHECKED = "checked"
    WRITING = "writing"
    TYING = "tying"
    DONE = "done"
    DROPPED = "dropped"
    FAILED = "failed"


class BroughtList(models.Model):
    """A list that somebody brought: its file, what its columns are, and what came of it.

    `kind` is one of `fields.kinds`, `columns` the field of each column ("" for none), `told` what
    the reader said of the file. `found` counts the rows of the dry run, `written` those that were
    taken, by new, same, changed, bad and warned, and of the ties and grounds by ties and untied;
    `rows_done` is how far the worker is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=20)
    file = FileDigest(max_length=64, blank=True, db_index=True)
    file_name = models.CharField(max_length=200)
    told = models.JSONField(default=dict)
    heading_row = models.PositiveIntegerField(default=1)
    columns = models.JSONField(default=list)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.MAPPING)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    found = models.JSONField(default=dict)
    written = models.JSONField(default=dict)
    fault = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    brought_by = models.CharField(max_length=80)
    brought_by_name = models.CharField(max_length=200)
    brought_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=80, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_roles = models.CharField(max_length=120, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "sheets_brought_list"
        indexes = [
            models.Index(fields=["commune", "brought_at"], name="sheets_brought"),
            models.Index(fields=["stage"], name="sheets_brought_stage"),
        ]


class RowProblem(models.Model):
    """What there is to say of a row of a list: bad, or only told. `field` names the column."""

    brought = models.ForeignKey(BroughtList, models.CASCADE, related_name="problems")
    row = models.PositiveIntegerField()
    field = models.CharField(max_length=40)
    code = models.CharField(max_length=60)
    facts = models.JSONField(default=dict)
    bad = models.BooleanField(default=True)

    class Meta:
        db_table = "sheets_row_problem"
        indexes = [models.Index(fields=["brought", "bad", "id"], name="sheets_problem")]


class ChosenColumns(models.Model):
    """What a commune chose for the headings of a kind of list: kept for the next one."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=20)
    columns = models.JSONField(default=dict)

    class Meta:
        db_table = "sheets_chosen_columns"
        constraints = [
            models.UniqueConstraint(fields=["commune", "kind"], name="sheets_one_choice")
        ]
