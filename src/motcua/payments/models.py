"""Cash taken at the counter, and the receipt for it."""

from django.db import models

from motcua.foundation.money import Dong


class CashReceipt(models.Model):
    """A numbered receipt; once written it can be voided with a reason, never changed or removed.

    `lines` holds ``[{"what": text, "amount": đồng}, …]`` and adds up to `amount`. `about` names
    what was paid for (``dossier:<uuid>``). `key` is the caller's: the same key twice is one
    receipt.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    key = models.CharField(max_length=120)
    amount = models.PositiveBigIntegerField()
    lines = models.JSONField()
    payer = models.CharField(max_length=200)
    about = models.CharField(max_length=120)
    at = models.DateTimeField()
    taken_by = models.CharField(max_length=80)
    taken_by_name = models.CharField(max_length=200)
    voided_at = models.DateTimeField(null=True)
    voided_by = models.CharField(max_length=80, blank=True)
    voided_by_name = models.CharField(max_length=200, blank=True)
    void_reason = models.TextField(blank=True)

    class Meta:
        db_table = "payments_cash_receipt"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "year", "serial"], name="payments_one_receipt_per_number"
            ),
            models.UniqueConstraint(fields=["commune", "key"], name="payments_one_per_key"),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="payments_something_was_paid"
            ),
            models.CheckConstraint(
                condition=models.Q(voided_at__isnull=True) | ~models.Q(void_reason=""),
                name="payments_void_has_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["about"], name="payments_about"),
            models.Index(fields=["commune", "at", "id"], name="payments_by_day"),
        ]

    @property
    def number(self) -> str:
        """``2026-000012``: per commune and year, without gaps."""
        return f"{self.year}-{self.serial:06}"

    @property
    def sum(self) -> Dong:
        """The amount as money."""
        return Dong(self.amount)
