"""Annotations on the map of a project."""
