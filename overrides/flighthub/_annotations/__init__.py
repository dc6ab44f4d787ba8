"""Geometries for the map of a project. No I/O."""
