"""Devices: state, alerts, watch, control, and finding them by name."""
