"""The client as it is written: awaited. `_sync/` is derived from it by `make generate`; change this folder only."""
