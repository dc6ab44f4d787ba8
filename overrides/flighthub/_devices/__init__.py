"""Docks, aircraft and cameras as people see them: fleet, alerts, changes, places. No I/O."""
