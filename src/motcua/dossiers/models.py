"""The rows of a dossier: itself, the people around it, what was done, the papers handed in."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.dossiers.arriving.models import Arrival as Arrival
from motcua.dossiers.calling.models import Call as Call
from motcua.dossiers.calling.models import CallTry as CallTry
from motcua.dossiers.helped_models import Helped as Helped
from motcua.dossiers.helped_models import HelpedCount as HelpedCount
from motcua.dossiers.states import OPEN, Channel, Delivery, Part, State, Step, Verb
from motcua.foundation.files import FileDigest


class Dossier(models.Model):
    """One request of one person, from the first kept field to the paper in the hand.

    `answers` maps the form's field names to what was typed; `authors` says for each who entered
    it and by what right; `unknown` names the fields to be finished at the counter. `asked` is the
    list that is still open after `ask_for_more`; `finding` is what the officer found in the
    register and the paper will print. `due_at` is when the office owes its next answer: first the
    acknowledgement, then the result.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    procedure = models.ForeignKey("procedures.ProcedureVersion", models.PROTECT, related_name="+")
    code = models.CharField(max_length=9, unique=True)
    number = models.CharField(max_length=50, unique=True, null=True)
    state = models.PositiveSmallIntegerField(choices=[(s.value, s.name) for s in State], default=0)
    step = models.CharField(max_length=8, blank=True, default=Step.NONE)
    revision = models.PositiveIntegerField(default=0)
    channel = models.PositiveSmallIntegerField(choices=[(c.value, c.name) for c in Channel])
    delivery = models.CharField(max_length=10, default=Delivery.COUNTER)
    language = models.CharField(max_length=5, default="vi")
    owner = models.CharField(max_length=80, db_index=True)
    # The number that its phone gave it, where that number stands for another: `sent_before`.
    sent_as = models.UUIDField(null=True)
    # Which page had it kept last, and its how-manieth keeping that was: `in_turn`.
    kept_copy = models.CharField(max_length=36, default="")
    kept_turn = models.PositiveIntegerField(default=0)

    answers = models.JSONField(default=dict)
    authors = models.JSONField(default=dict)
    unknown = models.JSONField(default=list)
    asked = models.JSONField(default=list)
    finding = models.JSONField(default=dict)

    subject_name = models.CharField(max_length=200, blank=True)
    filer_name = models.CharField(max_length=200, blank=True)
    filer_phone = models.CharField(max_length=20, blank=True)

    kept_at = models.DateTimeField()
    # When the person was told that the draft is let go soon.
    warned_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    apologised_at = models.DateTimeField(null=True)
    extended_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    times_asked = models.PositiveSmallIntegerField(default=0)
    answer_by = models.DateTimeField(null=True)
    refused = models.BooleanField(default=False)
    # Somebody typed for the person, with their consent.
    helped = models.BooleanField(default=False, db_default=False)

    grounds = models.JSONField(default=list)
    fee_due = models.PositiveIntegerField(default=0)
    fee_paid = models.PositiveIntegerField(default=0)

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    held_until = models.DateTimeField(null=True)
    entry = models.ForeignKey("registers.Entry", models.PROTECT, null=True, related_name="+")
    result = models.ForeignKey("results.Result", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["commune", "due_at", "id"],
                name="dossiers_open_by_due",
                condition=Q(state__in=sorted(OPEN)),
            ),
            models.Index(fields=["commune", "state", "due_at", "id"], name="dossiers_by_state"),
            models.Index(
                fields=["sent_as"],
                name="dossiers_sent_as",
                condition=Q(sent_as__isnull=False),
            ),
            models.Index(fields=["commune", "submitted_at", "id"], name="dossiers_by_day"),
            models.Index(
                fields=["kept_at"], name="dossiers_drafts", condition=Q(state=State.DRAFT)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | Q(number__isnull=False),
                name="dossiers_number_after_draft",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.code

    @property
    def where(self) -> State:
        """The state as a word."""
        return State(self.state)

    @property
    def at_step(self) -> Step:
        """The step as a word."""
        return Step(self.step)


class Party(models.Model):
    """A person in one of the five parts; what is known of them at the time."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="parties")
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    part = models.CharField(max_length=16, choices=[(p.value, p.value) for p in Part])
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=200)
    birth = models.CharField(max_length=10, blank=True)
    identity_number = models.CharField(max_length=20, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    actor = models.CharField(max_length=80, blank=True)
    right = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "part"], name="dossiers_one_party_per_part")
        ]
        indexes = [models.Index(fields=["commune", "phone", "id"], name="dossiers_by_phone")]


class DossierEvent(models.Model):
    """One act. It is the history that people read and the work that the loop follows up.

    `act` is the key that the client chose for one press of a button: the same press is one event.
    `followed_at` is empty until everything that follows has been done.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="events")
    act = models.UUIDField(unique=True)
    verb = models.CharField(max_length=20, choices=[(v.value, v.value) for v in Verb])
    before = models.PositiveSmallIntegerField()
    after = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=8, blank=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=80)
    actor_name = models.CharField(max_length=200)
    who = models.CharField(max_length=16)
    reason = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    due_at = models.DateTimeField(null=True)
    followed_at = models.DateTimeField(null=True)
    # The drawn signature of whoever received the result; empty for every other act.
    signature = FileDigest(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["signature"],
                name="dossiers_signature",
                condition=~Q(signature=""),
            ),
            models.Index(
                fields=["id"], name="dossiers_to_follow", condition=Q(followed_at__isnull=True)
            ),
        ]


class Inquiry(models.Model):
    """What another office was asked about its books, and what it answered.

    `due_at` is when its answer is owed; `outcome` is empty until then, and an `Outcome` afterwards.
    """

    class Outcome(models.TextChoices):
        """What the other office's books hold."""

        CONFIRMED = "confirmed"  # as the request says
        OTHERWISE = "otherwise"  # an entry that reads otherwise
        ABSENT = "absent"  # none
        SILENT = "silent"  # no answer came

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="inquiries")
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    office = models.CharField(max_length=200)
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    due_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    reply = models.TextField(blank=True)
    noted_at = models.DateTimeField(null=True)
    noted_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["commune", "due_at", "id"],
                name="dossiers_open_inquiries",
                condition=Q(outcome=""),
            ),
        ]


class Paper(models.Model):
    """One paper that the procedure asks for, as handed in with this dossier."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="papers")
    name = models.CharField(max_length=60)
    source = models.CharField(
        max_length=12,
        choices=[("file", "file"), ("data", "data"), ("shown", "shown")],
        help_text="a file; replaced by data that the state holds; or shown at the counter",
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "name"], name="dossiers_one_paper_per_name")
        ]


class PaperFile(models.Model):
    """One photograph or PDF of a paper, cleaned and kept by its content. Its name is ours."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="files")
    digest = FileDigest(max_length=64)
    media = models.CharField(max_length=30)
    size = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=80)
    # Taken by the office from the paper itself: such a picture may be certified.
    by_office = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "digest"], name="dossiers_one_file_per_content"
            )
        ]
        indexes = [models.Index(fields=["digest"], name="dossiers_file")]


class StateCount(models.Model):
    """How many dossiers of a commune stand where: kept by each act, never counted on a page."""

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    state = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=8, blank=True)
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "state", "step"], name="dossiers_one_count_per_place"
            )
        ]


class CodeTry(models.Model):
    """What was tried or done under a key (a code, a person, an address) in one window of time."""

    key = models.CharField(max_length=80, primary_key=True)
    window = models.DateTimeField()
    tries = models.PositiveIntegerField(default=0)
