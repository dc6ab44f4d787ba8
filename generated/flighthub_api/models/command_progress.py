"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer
from flighthub_runtime.models import Member, Members, Model, Preserved


@define(weakref_slot=False)
class CommandProgress(Model):
    """How far the execution of a command is."""

    percent: int | None = None
    """Share that is done, 0 to 100; 100 says that it has ended, device_code how.

    (in percent)
    """

    current_step: int | None = None
    """Number of the step it is at."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("percent", Integer()),
        Member("current_step", Integer()),
    )
