"""How a call is sent: transport, connections, polling, concurrency. The HTTP library is imported here alone."""
