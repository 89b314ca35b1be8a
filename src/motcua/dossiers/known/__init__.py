"""What the commune knows already of the people of a request, each fact with where it stands.

Nobody is asked twice (Decree 224/2026, Art. 18): the door offers these as answers, says the source
at each, and the person corrects or refuses them.
"""

from motcua.dossiers.known.facts import Fact, Source
from motcua.dossiers.known.gathering import Around, known
from motcua.dossiers.known.words import source_said

__all__ = ["Around", "Fact", "Source", "known", "source_said"]
