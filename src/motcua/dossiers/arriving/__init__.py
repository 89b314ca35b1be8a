"""Files on their way here in pieces, over a line that breaks (docs/decisions/0032-in-pieces.md).

`models` says what is on its way, `pieces` keeps the bytes on the disk, `actions` begins, receives,
ends and takes, `queries` finds what is somebody's.
"""
