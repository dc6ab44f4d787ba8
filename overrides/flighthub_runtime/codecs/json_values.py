"""JSON that is not described further: any value, any object, an object that travels as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..problems import InvalidArgument
from ..wire import is_mapping, is_object
from .base import Codec, Read, WireResidue, wrong_type
from .limits import Limits


class Json(Codec):
    """Any JSON value, taken and given as it is."""

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        try:
            json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise InvalidArgument(member, f"must be a JSON value ({error})") from None
        return value


class FreeObject(Json):
    """An object whose members are not described."""

    def read(self, raw: Any) -> Read:
        return (raw, None) if is_object(raw) else (None, WireResidue(raw, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if not is_mapping(value):
            raise wrong_type(member, "an object", value)
        return super().convert(dict(value), member, siblings)


class JsonText(Codec):
    """A JSON object that travels as text. An object is taken as well and turned into text.

    Attributes:
        pictures: How many pictures the settings can be for; None where that is no question.
    """

    as_is = frozenset({str})

    def __init__(self, pictures: Limits | None = None) -> None:
        super().__init__()
        self.pictures = pictures

    def read(self, raw: Any) -> Read:
        return (raw, None) if type(raw) is str else (None, WireResidue(raw, None))

    def convert(self, value: Any, member: str, siblings: Mapping[str, Any]) -> Any:
        if isinstance(value, str):
            try:
                parsed = json.loads(value)
            except ValueError as error:
                raise InvalidArgument(member, f"must be a JSON object as text ({error})") from None
            if not isinstance(parsed, dict):
                raise InvalidArgument(member, "must be a JSON object as text")
            return value
        return json.dumps(FreeObject().convert(value, member, siblings), separators=(",", ":"))
