"""Workflows: dispatching, and the task that comes of it."""
