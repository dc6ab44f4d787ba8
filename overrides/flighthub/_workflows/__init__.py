"""Workflows, as far as that does no I/O: what a dispatch is made of, and how its task is told from others."""
