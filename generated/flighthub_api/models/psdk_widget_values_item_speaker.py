"""Generated from spec/ by `make generate`; not edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.codecs import EnumOf, Integer, String
from flighthub_runtime.models import Member, Members, Model, Preserved

if TYPE_CHECKING:
    from ..enums import SpeakerPlayMode, SpeakerSystemState, SpeakerWorkMode
else:
    SpeakerPlayMode = lazy_type("..enums", "SpeakerPlayMode", __package__)
    SpeakerSystemState = lazy_type("..enums", "SpeakerSystemState", __package__)
    SpeakerWorkMode = lazy_type("..enums", "SpeakerWorkMode", __package__)


@define(weakref_slot=False)
class PsdkWidgetValuesItemSpeaker(Model):
    """State of a speaker."""

    work_mode: SpeakerWorkMode | None = None
    """What kind of sound the speaker plays."""

    play_mode: SpeakerPlayMode | None = None
    """Whether the sound is repeated."""

    play_volume: int | None = None
    """How loud the speaker is set.

    (normally at least 0, at most 100, in steps of 1)
    """

    system_state: SpeakerSystemState | None = None
    """What the speaker is doing."""

    play_file_name: str | None = None
    """Name of the file played last.

    The limit counts bytes. (normally at most 128 characters)
    """

    play_file_md5: str | None = None
    """MD5 checksum of the file played last."""

    _preserved: Preserved | None = field(default=None, kw_only=True, repr=False, alias="_preserved")

    __wire__: ClassVar[Members] = Members(
        Member("work_mode", EnumOf("SpeakerWorkMode", __package__), nullable=True),
        Member("play_mode", EnumOf("SpeakerPlayMode", __package__), nullable=True),
        Member("play_volume", Integer(), nullable=True),
        Member("system_state", EnumOf("SpeakerSystemState", __package__), nullable=True),
        Member("play_file_name", String(), nullable=True),
        Member("play_file_md5", String(), nullable=True),
    )
