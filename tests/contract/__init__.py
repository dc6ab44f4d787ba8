"""Whether the client and the simulator, which stem from one transcription, agree on every operation."""
