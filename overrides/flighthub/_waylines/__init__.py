"""Reading route files: the archive, its XML, what WPML means, what it forbids, and what follows from the waypoints.

Nothing here sends anything. What people import is in `flighthub.waylines`.
"""
