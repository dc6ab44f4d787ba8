"""Flights: what they have to fit into, and what becomes of them. No I/O."""
