"""What a change of the documentation means for those who use the client, as one Markdown page.

    python -m generator.report --base REF [--check] [--root CHECKOUT]       a git ref against the working tree
    python -m generator.report --before BUNDLE --after BUNDLE               two bundles, without the Python names

Three parts, the client's language first: what its methods, types and errors do (`client`), what travels (`wire`), and
which Python names exist (`python`, read by griffe without importing anything). Every line has a kind:

breaking        A program that was right can fail: a name that is gone, a member that must now be sent, a narrower
                limit, an answer that lost a member, an error of another class.
addition        More than before, nothing less. New enum values in answers are additions, because enums are open, but
                each carries a warning: a program that lists all values does not list that one.
fix             Something behaves otherwise, and no program that was right fails: another path, a retry that is safe
                now, an inferred limit, which only warns.
documentation   Words, sources and confidence.

The version that follows, from the worst kind of all lines:

                    from 1.0.0 on       below 1.0.0
    breaking        major               minor
    addition        minor               patch
    fix, documentation  patch           patch

It counts from the last version that was released. The version of the base is released unless its heading in
CHANGELOG.md says `(unreleased)`; then the next heading below counts. Before anything was released, every version is
right. `--check` fails when the version of the working tree is lower than what follows, when CHANGELOG.md has no section
for it, or when that section does not name a breaking line: an entry of it must hold all words in which the line names
its subject, such as `flight_tasks.create` and `rth_altitude`.

| Room | What is decided there |
|---|---|
| `sides.py` | where the two sides come from: git, files, the working tree |
| `api.py` | a bundle in the client's terms: operations, models, enums, and which way they travel |
| `renames.py` | which schema is another one under a new name |
| `compare.py`, `members.py`, `tables.py` | the differences of two bundles and their kinds |
| `type_relations.py` | whether one type takes more or less than another |
| `python_names.py` | the differences of two Python surfaces |
| `versions.py` | the version that follows, and whether version and changelog fit |
| `page.py` | the Markdown |
"""
