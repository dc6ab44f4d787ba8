"""Downloads of files by links."""
