"""Whole jobs: what takes several calls, or waits. One module for each part of the work."""
