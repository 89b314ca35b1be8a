"""The demo commune's office: its law, its calendar from the pack, and the queues of its room."""

from datetime import datetime

from django.conf import settings

from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import day_of
from motcua.procedures.actions import load
from motcua.procedures.calendar_actions import seed_calendar
from motcua.procedures.queries import catalogue
from motcua.turns.arrangement import offer_service

SIGNS = {"A": "people", "B": "stamp", "C": "receive"}
QUEUES = {
    "A": {"vi": "Hộ tịch", "en": "Civil status", "hi": "नागरिक स्थिति"},
    "B": {"vi": "Chứng thực", "en": "Certification", "hi": "प्रमाणन"},
    "C": {"vi": "Nhận kết quả", "en": "Collecting a result", "hi": "परिणाम लेना"},
}


def make_office(commune: str, *, at: datetime) -> None:
    """Give the commune its law when none is loaded yet, opening hours, holidays and queues."""
    if not catalogue(day_of(at)):
        load(settings.PACKS, by=SYSTEM, at=at)
    seed_calendar(commune=commune, by=SYSTEM, at=at)
    for prefix, words in QUEUES.items():
        sign = SIGNS[prefix]
        offer_service(commune=commune, prefix=prefix, words=words, sign=sign, by=SYSTEM, at=at)
