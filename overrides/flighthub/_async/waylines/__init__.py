"""Waylines: upload and download of route files."""
