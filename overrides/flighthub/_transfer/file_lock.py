"""A lock on an open file that other processes see, and that ends with the process, however it ends."""

from __future__ import annotations


def lock(descriptor: int) -> bool:
    """Locks a file for this process alone; false when somebody else has it.

    Args:
        descriptor: An open file.
    """
    try:
        import fcntl
    except ImportError:
        return _lock_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def unlock(descriptor: int) -> None:
    """Ends the lock of a file, also where a process that was forked has the file open, too.

    Args:
        descriptor: The open file that was locked.
    """
    try:
        import fcntl
    except ImportError:
        _unlock_on_windows(descriptor)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


def _lock_on_windows(descriptor: int) -> bool:
    import msvcrt

    try:
        # One byte far behind the end, as a locked byte cannot be read by others.
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined] # pyright: ignore
    except OSError:
        return False
    return True


def _unlock_on_windows(descriptor: int) -> None:
    import msvcrt

    msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined] # pyright: ignore
