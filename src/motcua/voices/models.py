"""What people have spoken, question by question."""

from django.conf import settings
from django.db import models

from motcua.foundation.files import FileDigest


class Recording(models.Model):
    """One question of a form in one tongue, spoken by a person. The newest that stands is heard.

    `words` is the mark of the sentence that was read (`sentences.words_mark`): when the question
    says something else, the recording is not heard until somebody confirms it. `speaker_name` is
    "" where the speaker does not want to be named. Older recordings stay as they are.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    question = models.CharField(max_length=80)
    tongue = models.CharField(max_length=8)
    words = models.CharField(max_length=16)
    sound = FileDigest(max_length=64, db_index=True)
    seconds = models.PositiveSmallIntegerField()
    speaker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    speaker_name = models.CharField(max_length=120, blank=True)
    spoken_at = models.DateTimeField()
    taken_off_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["commune", "code", "tongue", "question", "-id"], name="voices_newest"
            )
        ]
