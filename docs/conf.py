"""Settings of Sphinx. `docs/build.py` calls it."""

from __future__ import annotations

from importlib.metadata import version as version_of

project = "flighthub"
author = "the authors of flighthub"
release = version_of("flighthub")

extensions = ["myst_parser"]
exclude_patterns = ["static", "reference/assistants-safety.md"]  # the latter is included in a page
myst_enable_extensions = ["colon_fence", "deflist", "attrs_block", "attrs_inline"]
myst_heading_anchors = 3

smartquotes = False  # texts quote code

html_theme = "furo"
html_title = "flighthub"
html_static_path = ["static"]
html_css_files = ["flighthub.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_use_index = False
