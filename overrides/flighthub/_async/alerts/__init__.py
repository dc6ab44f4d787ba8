"""Alerts of flights: watching for those that are new."""
