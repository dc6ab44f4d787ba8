"""How values travel: read leniently, written back unchanged, checked before they are sent. One module for each idea."""

from __future__ import annotations

from .base import MISSING, Codec, ListResidue, Read, WireResidue
from .enums import EnumOf
from .json_texts import OrJsonText
from .json_values import FreeObject, Json, JsonText
from .limits import Limits
from .lists import ListOf, ManyOf, MapOf, TupleOf
from .numbers import Boolean, Integer, Number
from .objects import ObjectOf
from .secrets import SecretString
from .text import Constant, String, StringOrInteger
from .times import LAST_SECOND, DateTime, TimeZone
from .unions import Selected

__all__ = [
    "LAST_SECOND",
    "MISSING",
    "Boolean",
    "Codec",
    "Constant",
    "DateTime",
    "EnumOf",
    "FreeObject",
    "Integer",
    "Json",
    "JsonText",
    "Limits",
    "ListOf",
    "ListResidue",
    "ManyOf",
    "MapOf",
    "Number",
    "ObjectOf",
    "OrJsonText",
    "Read",
    "SecretString",
    "Selected",
    "String",
    "StringOrInteger",
    "TimeZone",
    "TupleOf",
    "WireResidue",
]
