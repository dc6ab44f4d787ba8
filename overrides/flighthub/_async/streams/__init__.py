"""Livestreams and stream forwarders."""
