"""What livestreams and stream forwarders say about themselves. No I/O."""
