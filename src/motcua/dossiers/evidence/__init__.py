"""What the records of the commune say of the people of a request, before it is decided.

The register of residents and the books are asked for whomever the decision will write into its
book. What they say is shown beside the request; what contradicts it, or another record, may be
passed by only with a word why. Nothing here decides anything.
"""

from motcua.dossiers.evidence.found import Compared, Evidence, Person, Proposal, Said, Weight
from motcua.dossiers.evidence.gathering import evidence_of, proposed, refuse_contradicted

__all__ = [
    "Compared",
    "Evidence",
    "Person",
    "Proposal",
    "Said",
    "Weight",
    "evidence_of",
    "proposed",
    "refuse_contradicted",
]
