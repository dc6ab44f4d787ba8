"""What a group of operations needs from its client: somebody who sends a call, now or awaited."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from typing import Any, Generic, Protocol, TypedDict, TypeVar, overload
from uuid import UUID

from .operations import Call, RawResponse
from .public_names import NoPublicConstructor, create, exported
from .records import Records, Tabular

T = TypeVar("T")


class RetryPolicy(Protocol):
    """How often, and after how long, a call is repeated where that is safe."""

    attempts: int

    def pause(self, attempt: int) -> float:
        """Seconds to wait after an attempt, the first being 1."""
        ...


class RequestOptions(TypedDict, total=False):
    """What can be set for one call alone.

    Attributes:
        project: Id or name of the project to act on instead of the client's.
        timeout: Seconds to wait for each piece of the response; or four numbers: connect, read, write, pool.
        deadline: Seconds that the call may take in all, repetitions and pauses included.
        retry: Whether, or how often and after how long, it may be repeated where that is safe.
        extra_headers: Headers to add.
        extra_query: Query members to add, as text.
        extra_body: Members to add to the body, unchecked.
        cache: Seconds for which the response to an equal read may be used instead of asking again; for calls that read.
    """

    project: str | UUID
    timeout: float | tuple[float, float, float, float]
    deadline: float
    retry: bool | RetryPolicy
    extra_headers: Mapping[str, str]
    extra_query: Mapping[str, str]
    extra_body: Mapping[str, Any]
    cache: float


class RawCaller(Protocol):
    """A client that sends a call and returns the whole response."""

    def call_raw(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> RawResponse[T]:
        """Sends a call and returns its response: HTTP status, headers, body and answer."""
        ...


class AsyncRawCaller(Protocol):
    """A client that sends a call and is awaited for the whole response."""

    async def call_raw(
        self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> RawResponse[T]:
        """Sends a call and returns its response: HTTP status, headers, body and answer."""
        ...


class Caller(RawCaller, Protocol):
    """A client that sends a call and waits for its answer."""

    def call(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Sends a call and gives its result."""
        ...


class AsyncCaller(AsyncRawCaller, Protocol):
    """A client that sends a call and is awaited for its answer."""

    async def call(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Sends a call and gives its result."""
        ...


class Group:
    """A group of operations of a client."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _walk(self, call: Call[Records[T]], arguments: Mapping[str, Any], options: RequestOptions | None) -> Pager[T]:
        """The rows of a paged list."""
        return create(Pager[T], self._caller, call, arguments, options)


class AsyncGroup:
    """A group of operations of an async client."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def _walk(
        self, call: Call[Records[T]], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> AsyncPager[T]:
        """The rows of a paged list."""
        return create(AsyncPager[T], self._caller, call, arguments, options)


class _Walk(Generic[T]):
    """How far a paged list has been walked.

    The last page is the one with fewer rows than asked for; or an empty one, where the answer tells that there are more
    rows than have come, as servers cap the size of a page.
    """

    def __init__(self, call: Call[Records[T]], arguments: Mapping[str, Any]) -> None:
        paging = call.paging
        if paging is None:
            raise TypeError(f"{call.operation.name} has no pages")
        self._names = paging.page, paging.size
        self._arguments = dict(arguments)
        self._single = any(str(arguments.get(name)) == value for name, value in paging.unpaged.items())
        number, size = arguments.get(paging.page), arguments.get(paging.size)
        self._number = 1 if number is None else number
        self._size = paging.default_size if size is None else size
        self._is_whole = self._number == 1
        self.total = paging.total
        self.over = False
        self.rows: Records[T] = Records()
        call.request(self.next_arguments())  # so that wrong arguments are refused here, not at the first page

    def next_arguments(self) -> dict[str, Any]:
        """The arguments of the next page."""
        if self._single:
            return self._arguments
        page, size = self._names
        return {**self._arguments, page: self._number, size: self._size}

    def take(self, rows: Records[T], total: int | None = None) -> Records[T]:
        """Adds a page.

        Args:
            rows: Its rows.
            total: How many rows there are on all pages, where the answer tells.
        """
        repeated = bool(rows) and self.rows[-len(rows) :] == rows
        # A walk that did not begin with the first page has not seen the rows before.
        missing = total is not None and self._is_whole and len(self.rows) + len(rows) < total
        self.over = self._single or repeated or not rows or (len(rows) < self._size and not missing)
        self._number += 1
        if repeated:
            return rows[:0]
        if not self.rows:
            self.rows = rows[:0]
        self.rows += rows
        return rows


@exported
class Pager(Tabular[T], metaclass=NoPublicConstructor):
    """All rows of a paged list, fetched page by page as they are asked for, each page once.

    Iterate it, index it, take its length, or make a table of it; each fetches as many pages as it needs. It is no
    `Sequence`, as what collects errors walks those, and must not send calls.
    """

    def __init__(
        self, caller: Caller, call: Call[Records[T]], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> None:
        self._caller, self._call, self._options = caller, call, options
        self._walk: _Walk[T] = _Walk(call, arguments)

    def _table_rows(self) -> Records[T]:
        len(self)
        return self._walk.rows

    def _row_class(self) -> type[T] | None:
        return self._table_rows()._row_class()  # pyright: ignore[reportPrivateUsage]

    def _fetch(self) -> Records[T]:
        walk = self._walk
        if walk.total is None:
            return walk.take(self._caller.call(self._call, walk.next_arguments(), self._options))
        came = self._caller.call_raw(self._call, walk.next_arguments(), self._options)
        return walk.take(came.result, came.answer.count_at(walk.total))

    def __iter__(self) -> Iterator[T]:
        index = 0
        while True:
            while index < len(self._walk.rows):
                yield self._walk.rows[index]
                index += 1
            if self._walk.over:
                return
            self._fetch()

    def pages(self, max_pages: int | None = None) -> Iterator[Records[T]]:
        """The pages that have not been fetched yet, each as a list of records.

        Args:
            max_pages: How many pages to fetch at most.
        """
        fetched = 0
        while not self._walk.over and (max_pages is None or fetched < max_pages):
            rows = self._fetch()
            fetched += 1
            if rows:
                yield rows

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Records[T]: ...
    def __getitem__(self, index: int | slice) -> T | Records[T]:
        needed = index if isinstance(index, int) and index >= 0 else None
        while not self._walk.over and (needed is None or len(self._walk.rows) <= needed):
            self._fetch()
        return self._walk.rows[index]

    def __len__(self) -> int:
        for _ in self.pages():
            pass
        return len(self._walk.rows)

    def __repr__(self) -> str:
        # One whose arguments were refused is shown in tracebacks, too.
        rows = len(self._walk.rows) if hasattr(self, "_walk") else 0
        return f"<{type(self).__name__} of {self._call.operation.name}: {rows} rows fetched>"


@exported
class AsyncPager(Generic[T], metaclass=NoPublicConstructor):
    """All rows of a paged list: `async for` fetches page by page, `await` gives them all as a list."""

    def __init__(
        self, caller: AsyncCaller, call: Call[Records[T]], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> None:
        self._caller, self._call, self._options = caller, call, options
        self._walk: _Walk[T] = _Walk(call, arguments)

    async def _fetch(self) -> Records[T]:
        walk = self._walk
        if walk.total is None:
            return walk.take(await self._caller.call(self._call, walk.next_arguments(), self._options))
        came = await self._caller.call_raw(self._call, walk.next_arguments(), self._options)
        return walk.take(came.result, came.answer.count_at(walk.total))

    async def __aiter__(self) -> AsyncIterator[T]:
        index = 0
        while True:
            while index < len(self._walk.rows):
                yield self._walk.rows[index]
                index += 1
            if self._walk.over:
                return
            await self._fetch()

    async def pages(self, max_pages: int | None = None) -> AsyncIterator[Records[T]]:
        """The pages that have not been fetched yet, each as a list of records.

        Args:
            max_pages: How many pages to fetch at most.
        """
        fetched = 0
        while not self._walk.over and (max_pages is None or fetched < max_pages):
            rows = await self._fetch()
            fetched += 1
            if rows:
                yield rows

    async def _all(self) -> Records[T]:
        async for _ in self.pages():
            pass
        return self._walk.rows

    def __await__(self) -> Generator[Any, None, Records[T]]:
        return self._all().__await__()

    def __repr__(self) -> str:
        # One whose arguments were refused is shown in tracebacks, too.
        rows = len(self._walk.rows) if hasattr(self, "_walk") else 0
        return f"<{type(self).__name__} of {self._call.operation.name}: {rows} rows fetched>"


exported(RequestOptions)
