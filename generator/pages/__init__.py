"""The documentation held against the spec: `make compare PAGES=… | INDEX=… | OBSERVED=…` (WRITE=1 drafts).

    python -m generator.pages --pages a.md b.txt page.html export.json [--index llms.txt] [--write]
    python -m generator.pages --observed one.json two.json [--write]

`forms/` turns each form of a page into the one model of `model.py`; `transcription.py` turns the spec into the same
model, with the file and line of each part. `compare.py` holds the two against each other, `index.py` the lists of
pages, `observed.py` the files of `flighthub.conformance`. `draft.py` writes what is new into `spec/`.

A page is data that anybody may have written: it is read within bounds, and nothing in it is executed or resolved.
"""
