"""Route files as people make them, and what has to become of each.

`made` writes route files from a handful of parameters; `cases` is the table of variants: which a server accepts,
which it cannot read, and which its validity check refuses. The client and the simulator are tested against the same
table, and neither of them is imported here.
"""
