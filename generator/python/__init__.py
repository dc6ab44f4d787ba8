"""What the templates print, in Python's terms: types and codecs, members, classes, calls, one module for each.

The engine's parse gives names and structure, the bundle gives meaning: units, limits, secrets, selections, examples.
Each module builds on the one before it; `calls.Describer` describes all of a document.
"""
