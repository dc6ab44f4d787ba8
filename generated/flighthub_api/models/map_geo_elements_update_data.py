"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

import builtins
from typing import Any, ClassVar

from attrs import define, field

from flighthub_runtime.codecs import Integer, Json, ListOf, SecretString, String
from flighthub_runtime.models import Member, Members, Model, Preserved, empty_list
from flighthub_runtime.secrets import Secret, as_secret, repr_keys


@define(weakref_slot=False)
class MapGeoElementsUpdateData(Model):
    """What the event map_geo_elements_update holds."""

    sync_id: str | None = None
    """Id of the export."""

    sync_type: Any | None = field(default=None, repr=repr_keys)
    """What kind of export it is; its values are not known."""

    count: int | None = None
    """How many annotations there are."""

    format: str | None = None
    """Format of the file."""

    geometry_types: builtins.list[Any] = field(factory=empty_list)
    """Kinds of geometry in the file."""

    download_url: Secret | None = field(default=None, converter=as_secret)
    """Signed link to the file."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("sync_id", String(id=True)),
        Member("sync_type", Json(), nullable=True),
        Member("count", Integer()),
        Member("format", String()),
        Member("geometry_types", ListOf(Json())),
        Member("download_url", SecretString()),
    )
