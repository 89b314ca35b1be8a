"""How residents are searched; the migration that makes the index says the same."""

from motcua.foundation.name_index import NameIndex

NAMES = NameIndex("people_resident", exact=("commune_id",), begins="birth")
