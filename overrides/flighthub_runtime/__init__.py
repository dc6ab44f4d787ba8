"""What generated classes stand on: reading responses without loss, checking requests, building calls.

Plain Python without I/O. Generated packages only declare, and import this one: what they share are the same classes. It
knows neither of them nor the client above them.
"""

__is_library__ = True
