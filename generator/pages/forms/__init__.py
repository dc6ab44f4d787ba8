"""The forms in which a page reaches a maintainer, one module each; all of them end in `generator.pages.model`."""
