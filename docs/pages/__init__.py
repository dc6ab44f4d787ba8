"""The pages that are made of the bundle at build time: groups, devices, enums, codes, coverage.

Nothing here knows a fact about the API. What is missing on a page is missing in `spec/`, or in a docstring.
"""
