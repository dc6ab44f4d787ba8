"""Exports of what the API returns, in the forms of other programs: one module for each form. Nothing is sent.

Generated classes name this package (`generator/config.yaml`) and import a form when it is first asked for.
"""
