"""How far a job is, reported while it is under way to any function that takes a `ProgressUpdate`. Here is a bar for
terminals.

    from flighthub.progress import ProgressBar

    with ProgressBar() as bar:
        fh.open_models.reconstruct("photos/", types={"3d"}, progress=bar)

`ProgressBar` needs the extra: `pip install 'flighthub[progress]'`.
"""

from __future__ import annotations

import threading
from inspect import iscoroutinefunction
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.public_names import exported

from .errors import ConfigurationError, InvalidArgument

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID
else:
    Console = lazy_type("rich.console", "Console")
    TaskID = lazy_type("rich.progress", "TaskID")

__all__ = ["Progress", "ProgressBar", "ProgressUpdate"]


@exported
class ProgressUpdate(NamedTuple):
    """How far a job is.

    Attributes:
        job: What is done, such as `upload` or `3d`. A facade may go through several jobs, also side by side.
        items_done: Files, or whatever the job counts, that are through.
        items_total: How many there are; None while that is not known.
        bytes_done: Bytes that are through; less than before when a file had to be sent anew.
        bytes_total: How many there are; None where bytes are not counted.
        item: What moved last, such as the name of a file.
        state: The job's state in a word, where it has one.
    """

    job: str
    items_done: int = 0
    items_total: int | None = None
    bytes_done: int = 0
    bytes_total: int | None = None
    item: str = ""
    state: str = ""

    @property
    def fraction(self) -> float | None:
        """How much of it is through, 0 to 1: by bytes where they are counted, else by items; None when unknown."""
        done, total = (self.bytes_done, self.bytes_total) if self.bytes_total else (self.items_done, self.items_total)
        return None if not total else min(1.0, done / total)


@exported
class Progress(Protocol):
    """Called with how far a job is.

    It may be called from any thread, but never from two at once for one job. What it raises ends the job.
    """

    def __call__(self, step: ProgressUpdate, /) -> None:
        """Takes a step."""
        ...


def check_progress(progress: Progress | None) -> None:
    """Refuses what cannot be called with a step.

    Raises:
        InvalidArgument: It is not a function, or one that would have to be awaited: it is called from threads.
    """
    if progress is None:
        return
    if not callable(progress):
        raise InvalidArgument("progress", f"must be a function, not {type(progress).__name__}")
    if iscoroutinefunction(progress) or iscoroutinefunction(type(progress).__call__):
        raise InvalidArgument(
            "progress",
            "is an async function, and it is called from threads: give a plain one, which may put them "
            "into a queue (loop.call_soon_threadsafe(queue.put_nowait, step))",
        )


class ProgressCounter:
    """Counts the items and bytes of a job and reports them to a `Progress`, from any thread.

    Args:
        progress: Called with each step; None for nothing.
        job: What is done.
        items_total: How many items there are; None while that is not known.
        bytes_total: How many bytes there are; None where they are not counted.
    """

    def __init__(
        self, progress: Progress | None, job: str, items_total: int | None = None, bytes_total: int | None = None
    ) -> None:
        check_progress(progress)
        self._progress = progress
        self._lock = threading.Lock()
        self._step = ProgressUpdate(job, items_total=items_total, bytes_total=bytes_total)
        if progress is not None:
            progress(self._step)

    def add_bytes(self, size: int, item: str = "") -> None:
        """Counts bytes; fewer than none for a file that begins anew."""
        self._tell(0, size, item)

    def done(self, item: str = "", size: int = 0) -> None:
        """Counts an item, and bytes that were not counted yet."""
        self._tell(1, size, item)

    def set(self, items_done: int, state: str = "") -> None:
        """Says how far the job is, where somebody else counts."""
        with self._lock:
            self._step = self._step._replace(items_done=items_done, state=state)
            self._report()

    def _tell(self, items: int, size: int, item: str) -> None:
        if self._progress is None:
            return
        with self._lock:
            step = self._step
            self._step = step._replace(
                items_done=step.items_done + items, bytes_done=step.bytes_done + size, item=item or step.item
            )
            self._report()

    def _report(self) -> None:
        if self._progress is not None:
            self._progress(self._step)


@exported
class ProgressBar:
    """Bars in the terminal, one for each job.

    Args:
        console: Where they are drawn: a `rich.console.Console`; standard error when not given.

    Raises:
        ConfigurationError: The package rich is missing.

    Example:
        >>> from flighthub.progress import ProgressUpdate
        >>> with ProgressBar() as bar:
        ...     bar(ProgressUpdate("upload", items_done=3, items_total=10))
    """

    def __init__(self, console: Console | None = None) -> None:
        try:
            from rich.console import Console
            from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
        except ImportError:
            raise ConfigurationError("bars need the package rich: pip install 'flighthub[progress]'") from None
        self._bars = Progress(
            SpinnerColumn(),
            # What is shown are names of files and words of the server, not markup.
            TextColumn("{task.description:<10}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[counts]}", markup=False),
            TimeRemainingColumn(),
            console=Console(stderr=True) if console is None else console,
        )
        self._lock = threading.Lock()
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, step: ProgressUpdate, /) -> None:
        """Draws a step."""
        with self._lock:
            task = self._tasks.get(step.job)
            if task is None:
                task = self._tasks[step.job] = self._bars.add_task(step.job, total=None, counts="")
        fraction = step.fraction
        done = 0.0 if fraction is None else fraction
        self._bars.update(task, completed=done, total=None if fraction is None else 1.0, counts=_counts(step))

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._bars.stop()


def _counts(step: ProgressUpdate) -> str:
    parts = [step.state] if step.state else []
    if step.items_total is not None and not step.state:
        parts.append(f"{step.items_done}/{step.items_total}")
    if step.bytes_total:
        parts.append(f"{step.bytes_done / 1e6:,.1f} of {step.bytes_total / 1e6:,.1f} MB")
    return "  ".join(parts)
