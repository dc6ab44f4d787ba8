"""Flight tasks: launch, task handle, media."""
