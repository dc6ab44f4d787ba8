"""Commands, as far as that does no I/O: what became of one."""
