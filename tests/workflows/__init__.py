"""Promises of the facades: what takes several calls, through either client, against the simulator."""
