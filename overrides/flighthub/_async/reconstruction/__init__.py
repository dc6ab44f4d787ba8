"""Models: from pictures of any origin, and of flights."""
