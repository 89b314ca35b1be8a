"""Papers made of an entry that was corrected since say so; until now they said that they are valid."""

from typing import Any

from django.db import migrations
from django.db.models import Q

KINDS = ("change", "correction", "ethnicity", "parentage", "supplement")
PAPERS = {
    "birth": ("birth_certificate", "extract_birth"),
    "death": ("death_extract", "extract_death"),
    "marriage": ("marriage_certificate", "extract_marriage"),
}


def outdate(apps: Any, schema_editor: Any) -> None:
    """The first note that came after a paper counts, as it would have on its day."""
    notes = apps.get_model("registers", "EntryNote").objects
    rows = notes.filter(Q(kind__in=KINDS) | ~Q(changes={})).exclude(kind="cancellation")
    for note in rows.select_related("entry").order_by("written_at", "pk").iterator():
        of_entry = apps.get_model("dossiers", "Dossier").objects.filter(entry_id=note.entry_id)
        apps.get_model("results", "Result").objects.filter(
            commune_id=note.entry.commune_id,
            status="valid",
            issued_at__lt=note.written_at,
            document__about__in=[f"dossier:{key}" for key in of_entry.values_list("pk", flat=True)],
            document__template__in=PAPERS.get(note.entry.kind, ()),
        ).update(status="corrected", status_at=note.written_at, reason=note.text or note.reason)


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0017_in_turn"),
        ("registers", "0011_by_year"),
        ("results", "0008_corrected"),
    ]

    operations = [migrations.RunPython(outdate, migrations.RunPython.noop)]
