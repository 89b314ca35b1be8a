"""How the books are searched; the migration that makes the index says the same."""

from motcua.foundation.name_index import NameIndex

NAMES = NameIndex("registers_entry_name", exact=("commune_id", "kind"), begins="birth")
