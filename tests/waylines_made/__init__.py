"""Routes that a program makes: what is in their files, who reads them how, and what becomes of edited files."""
