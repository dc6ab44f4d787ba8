"""Moving files: links that are read and signed requests that are sent, by the standard library, in threads.

Both clients share it, and it blocks: `_async/` calls it in threads. What is here knows no operation of the API and no
HTTP library; obstore, which signs uploads, is imported in `object_store.py` alone.
"""
