"""How the books are searched; the migrations that make the indexes say the same."""

from motcua.foundation.name_index import NameIndex

# Everybody whom an entry names.
NAMES = NameIndex("registers_entry_name", exact=("commune_id", "kind"), begins="birth", yearly=True)
# Each name once, however many bear it: what a name that was mistyped is looked for in.
KNOWN = NameIndex("registers_known_name", exact=("commune_id",), begins="length")
