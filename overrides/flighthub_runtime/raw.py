"""The methods of a group as they give the whole response. Nothing is written twice: they are the group's own functions.

A raw group has them under their names, typed with the parameters that they have; what differs is the client they call.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from types import MethodType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

from .groups import AsyncGroup, AsyncPager, AsyncRawCaller, Group, Pager, RawCaller, RequestOptions
from .operations import Call, RawResponse
from .records import Records

P = ParamSpec("P")
T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)


class RawMethod(Generic[P, R_co]):
    """A method that returns what `R_co` says, with the parameters of the method that it stands for."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    @overload
    def __get__(self, instance: None, owner: type) -> RawMethod[P, R_co]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> Callable[P, R_co]: ...
    def __get__(self, instance: object, owner: type) -> RawMethod[P, R_co] | Callable[P, R_co]:
        # Bound as it is: a function around it would have the arguments, secrets among them, in its frame.
        return self if instance is None else cast(Callable[P, R_co], MethodType(self._function, instance))


def call(method: Callable[Concatenate[Any, P], T]) -> RawMethod[P, RawResponse[T]]:
    """A method that waits for its response."""
    return RawMethod(method)


def page(method: Callable[Concatenate[Any, P], Pager[T]]) -> RawMethod[P, RawResponse[Records[T]]]:
    """A method that walks a paged list; raw, it gives one page."""
    return RawMethod(method)


def async_call(
    method: Callable[Concatenate[Any, P], Coroutine[Any, Any, T]],
) -> RawMethod[P, Awaitable[RawResponse[T]]]:
    """A method that is awaited for its response."""
    return RawMethod(method)


def async_page(
    method: Callable[Concatenate[Any, P], AsyncPager[T]],
) -> RawMethod[P, Awaitable[RawResponse[Records[T]]]]:
    """A method that walks a paged list; raw, it is awaited for one page."""
    return RawMethod(method)


class _RawSender:
    """Takes the client's place in a raw group: what a group returns unseen is the whole response."""

    def __init__(self, caller: RawCaller) -> None:
        self._caller = caller

    def call(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Sends a call; the response goes through the group's method untouched."""
        return cast(T, self._caller.call_raw(call, arguments, options))

    def call_raw(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> RawResponse[T]:
        """Sends a call and returns its response."""
        return self._caller.call_raw(call, arguments, options)


class _AsyncRawSender:
    """As `_RawSender`, awaited."""

    def __init__(self, caller: AsyncRawCaller) -> None:
        self._caller = caller

    async def call(self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None) -> T:
        """Sends a call; the response goes through the group's method untouched."""
        return cast(T, await self._caller.call_raw(call, arguments, options))

    async def call_raw(
        self, call: Call[T], arguments: Mapping[str, Any], options: RequestOptions | None
    ) -> RawResponse[T]:
        """Sends a call and returns its response."""
        return await self._caller.call_raw(call, arguments, options)


class RawGroup(Group):
    """A group of operations of a client that give the whole response."""

    def __init__(self, caller: RawCaller) -> None:
        super().__init__(_RawSender(caller))

    def _walk(self, call: Call[Records[T]], arguments: Mapping[str, Any], options: RequestOptions | None) -> Any:
        return self._caller.call(call, arguments, options)


class AsyncRawGroup(AsyncGroup):
    """A group of operations of an async client that give the whole response."""

    def __init__(self, caller: AsyncRawCaller) -> None:
        super().__init__(_AsyncRawSender(caller))

    def _walk(self, call: Call[Records[T]], arguments: Mapping[str, Any], options: RequestOptions | None) -> Any:
        return self._caller.call(call, arguments, options)
