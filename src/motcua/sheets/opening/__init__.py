"""What opens a spreadsheet that somebody brought, in a program of its own (docs/decisions/0013).

Nothing here knows the product: no settings and no database are in the memory that a hostile file
may come to rule. ``python -m motcua.sheets.opening PATH`` writes to standard output what the file
is, and then one line of JSON for each row of its first sheet that has any: a list of text, number,
true or false, null, ``["date", "2018-03-01"]`` or ``["error", "#REF!"]``.
"""
