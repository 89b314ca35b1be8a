"""Papers: what was asked to be typeset, what was decided and signed, and each time it is printed.

A Document is one file to be made; a Result is the decision that a signed file carries.
"""

import uuid

from django.db import models

from motcua.foundation.files import FileDigest


class Document(models.Model):
    """One paper, asked for in an act and made afterwards by the press."""

    class Kind(models.TextChoices):
        SLIP = "slip"
        DRAFT = "draft"
        RESULT = "result"
        BOOK = "book"

    class State(models.TextChoices):
        ASKED = "asked"
        READY = "ready"
        FAILED = "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, related_name="+")
    # The act names its paper, so asking twice is asking once.
    key = models.CharField(max_length=160, unique=True)
    about = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    template = models.CharField(max_length=60)
    data = models.JSONField()
    # Pictures that are laid before what is printed, by their SHA-256; they are kept where they came
    # from (a paper that was handed in), and needed until this is made.
    encloses = models.JSONField(default=list, db_default=[])
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    # Why it could not be made; `asked` with a fault is tried again, `failed` waits for a person.
    fault = models.TextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    produced_at = models.DateTimeField(null=True)
    sha256 = FileDigest(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    # "" unsigned, else the level reached: B-B without a time-stamp, B-LT with one.
    level = models.CharField(max_length=8, blank=True)

    class Meta:
        db_table = "results_document"
        indexes = [
            models.Index(fields=["about", "asked_at"], name="results_about"),
            models.Index(
                fields=["asked_at"],
                name="results_to_make",
                condition=models.Q(state="asked"),
            ),
            models.Index(fields=["sha256"], name="results_file"),
            models.Index(
                fields=["commune", "-asked_at"],
                name="results_given_up",
                condition=models.Q(state="failed"),
            ),
        ]


class Result(models.Model):
    """One decision on paper: numbered, signed, and for ever verifiable."""

    class Status(models.TextChoices):
        VALID = "valid"
        # What it was made of was corrected since: it is to be replaced, and says so until it is.
        CORRECTED = "corrected"
        REPLACED = "replaced"
        REVOKED = "revoked"

    # What was neither replaced nor revoked.
    STANDING = (Status.VALID, Status.CORRECTED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, related_name="+")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="result")
    # One result for one decision; the decision names itself ("dossier:<uuid>").
    decision = models.CharField(max_length=120, unique=True)
    # ``12/TLKS-BS``; numbers begin anew each year (Decree 30/2020, Article 15).
    number = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    holder = models.CharField(max_length=200)
    issued_at = models.DateTimeField()
    # The last day on which it is good; none where the law sets no term.
    valid_until = models.DateField(null=True)
    signer_name = models.CharField(max_length=200)
    signer_role = models.CharField(max_length=120)
    originals = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=10, choices=Status, default=Status.VALID)
    status_at = models.DateTimeField()
    reason = models.TextField(blank=True)
    replaced_by = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="replaces"
    )

    class Meta:
        db_table = "results_result"
        indexes = [models.Index(fields=["commune", "number"], name="results_by_number")]
        constraints = [
            models.UniqueConstraint(
                # A birth and a death may both be 12/2026: each in its own book.
                fields=["commune", "title", "year", "number"],
                name="results_one_paper_per_number",
            ),
            models.CheckConstraint(
                condition=models.Q(status="valid") | ~models.Q(reason=""),
                name="results_reason_when_not_valid",
            ),
            models.CheckConstraint(
                condition=models.Q(status="replaced") ^ models.Q(replaced_by__isnull=True),
                name="results_replaced_names_the_next",
            ),
        ]


class Reprint(models.Model):
    """The same signed file given out again: which copy, to whom it was said why."""

    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, related_name="+")
    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="reprints")
    # The first printing is copy 1 and is no reprint, so this starts at 2.
    copy = models.PositiveIntegerField()
    reason = models.TextField()
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "results_reprint"
        constraints = [
            models.UniqueConstraint(fields=["result", "copy"], name="results_one_row_per_copy"),
        ]


class VerificationKey(models.Model):
    """A public key of a commune, with which anyone checks the QR of its papers."""

    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, related_name="+")
    # 32 bytes of Ed25519 in base64url; the private half is a file beside the data.
    public = models.CharField(max_length=44, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "results_verification_key"


class ScanCount(models.Model):
    """How often papers were verified, by day and outcome: nothing about who asked."""

    # "" when the token names no commune that we know.
    commune_code = models.CharField(max_length=20)
    day = models.DateField()
    outcome = models.CharField(max_length=10)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "results_scan_count"
        constraints = [
            models.UniqueConstraint(
                fields=["commune_code", "day", "outcome"], name="results_one_count_per_day"
            ),
        ]
