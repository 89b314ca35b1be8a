"""How people around dossiers are searched; the migration that makes the index says the same."""

from motcua.foundation.name_index import NameIndex

PARTIES = NameIndex("dossiers_party", exact=("commune_id",))
