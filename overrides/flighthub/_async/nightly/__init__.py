"""The job that fetches everything new."""
