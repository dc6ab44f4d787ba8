"""What the doctor finds, and whether a host can be reached."""
