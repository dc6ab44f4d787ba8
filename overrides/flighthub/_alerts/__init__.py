"""Alerts of flights, as far as that does no I/O: which of them are new."""
