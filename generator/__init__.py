"""From the transcription to the package: bundle, lint, lower, generate, lock.

Each step is a module that runs alone (`python -m generator.bundle`), reads what the step before it made, and is told
in `docs/architecture.md`. Nothing here is installed with the client.
"""
