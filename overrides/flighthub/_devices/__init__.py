"""Docks, aircraft and their cameras as people see them: fleet, alerts, changes. No I/O."""
