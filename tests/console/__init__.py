"""The console: what it is fed by, what it serves, how it draws, and what a browser shows of it."""
