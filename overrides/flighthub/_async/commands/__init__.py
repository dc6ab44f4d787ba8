"""Commands: what became of them."""
