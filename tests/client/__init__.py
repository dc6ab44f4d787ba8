"""Promises of the client: what it sends, what it makes of answers, how it fails.

The server is the simulator, or `answering_server` for what the simulator cannot say.
"""
