"""What opens a stranger's file, in a program of its own with bounds set by the kernel.

Nothing here knows the product: no settings, no database, no secret is in the memory that a hostile
file may come to rule. `dossiers.attachments` starts `picture` or `pdf`, gives the bytes on standard
input and takes ``<pages>\\n<bytes>`` from standard output, or one of `bounds.Said` as exit code.
"""
