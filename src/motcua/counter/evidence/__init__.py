"""What the records say of the people of a request, as the desk shows it beside the decision."""

from motcua.counter.evidence.shown import EvidenceShown, evidence_shown

__all__ = ["EvidenceShown", "evidence_shown"]
