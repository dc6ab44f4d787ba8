"""Alerts of devices as rows, worst first, their texts filled in. No I/O."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from flighthub_runtime.annotations import lazy_type
from flighthub_runtime.operations import Call
from flighthub_runtime.public_names import exported
from flighthub_runtime.records import Records

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from flighthub_api.enums import HmsLevel, HmsModule
    from flighthub_api.models import DeviceHms, HmsAlert
else:
    HmsLevel = lazy_type("flighthub_api.enums", "HmsLevel")
    HmsModule = lazy_type("flighthub_api.enums", "HmsModule")
    DeviceHms = lazy_type("flighthub_api.models", "DeviceHms")
    HmsAlert = lazy_type("flighthub_api.models", "HmsAlert")


@exported
class Alert(NamedTuple):
    """An alert of a device that stands at present.

    Attributes:
        sn: Serial number of the device.
        callsign: Name that people gave the device; None where there is none.
        level: How serious it is.
        module: Part of the system that raised it.
        code: Code of the alert, usually a hexadecimal number with 0x.
        message: The alert as a sentence, with the values of its placeholders.
        in_flight: Whether the device was flying; None where the server does not say.
        imminent: Whether it goes away by itself once its cause is gone; None where the server does not say.
        raw: The alert as the server sent it.
    """

    sn: str
    callsign: str | None
    level: HmsLevel | None
    module: HmsModule | None
    code: str | None
    message: str
    in_flight: bool | None
    imminent: bool | None
    raw: HmsAlert

    def __str__(self) -> str:
        return f"{self.level or 'unknown level'}: {self.callsign or self.sn}: {self.message} ({self.code})"


class Alerts(Records[Alert]):
    """Alerts as a list, which notebooks show as a table."""

    def _row_class(self) -> type[Alert]:
        return Alert

    def _repr_html_(self) -> str:
        from .._exports.html import show_alerts

        return show_alerts(self)


def rows_of(
    answers: Iterable[DeviceHms],
    callsigns: Mapping[str, str | None],
    at_least: HmsLevel | str | None,
    language: str,
) -> Records[Alert]:
    """The alerts of all devices that are serious enough, the worst first.

    Args:
        answers: The alerts, by device.
        callsigns: The callsigns, by serial number.
        at_least: The least serious level that is wanted; None for all.
        language: Language of the texts, `en` or `zh`.
    """
    least = 0 if at_least is None else _check_placeholders(at_least)
    rows = [
        _row(answer.device_sn, callsigns.get(answer.device_sn), alert, language)
        for answer in answers
        if answer.device_hms is not None
        for alert in answer.device_hms.list
        if _seriousness(alert.level) >= least
    ]
    return Alerts(sorted(rows, key=lambda row: (-_seriousness(row.level), row.callsign or row.sn, row.code or "")))


def most_items(call: Call[Any], member: str) -> int | None:
    """How many items a list in the query of a call may have, be that documented or inferred; None for any number."""
    kind = call.query.codec_of(member)
    limits = [each.max_items for each in (kind.limits, kind.inferred) if each is not None and each.max_items]
    return min(limits, default=None)


def fill_placeholders(message: str, values: Mapping[str, Any], code: str | None, language: str) -> str:
    """A text with its placeholders filled; those without a value stay as they are.

    Inferred, as all of it is known from the Cloud API: placeholders are names after a percent sign; indexes count from
    0 and are shown from 1; the sensor index also distinguishes the left battery, 0, from the right one.
    """
    return _PLACEHOLDER.sub(lambda found: _value(found[1], values, code, language) or found[0], message)


def check_level(level: HmsLevel | str | None) -> None:
    """Refuses a level that is none."""
    if level is not None:
        _check_placeholders(level)


_PLACEHOLDER: Final = re.compile(r"%(alarmid|component_index|sensor_index|battery_index|index)\b", re.ASCII)

_SIDES: Final = {"en": ("left", "right"), "zh": ("左", "右")}


def _value(name: str, values: Mapping[str, Any], code: str | None, language: str) -> str | None:
    if name == "alarmid":
        return code
    source = "component_index" if name == "component_index" else "sensor_index"
    if name == "battery_index" and name in values:
        source = name
    number = values.get(source)
    if type(number) is not int:
        return None
    return _SIDES[language][number != 0] if name == "battery_index" else str(number + 1)


def _row(sn: str, callsign: str | None, alert: HmsAlert, language: str) -> Alert:
    from flighthub_api.enums import HmsInTheKey

    values = {} if alert.args is None else alert.args.to_dict()
    return Alert(
        sn,
        callsign,
        alert.level,
        alert.module,
        alert.code,
        fill_placeholders(alert.message or "", values, alert.code, language),
        {HmsInTheKey.IN_THE_SKY: True, HmsInTheKey.ON_THE_GROUND: False}.get(alert.in_the_key),  # type: ignore[arg-type]
        alert.imminent,
        alert,
    )


def _check_placeholders(level: HmsLevel | str) -> int:
    from flighthub_api.enums import HmsLevel

    known = list(HmsLevel)
    found = next((index for index, each in enumerate(known) if each == level), None)
    if found is None:
        raise InvalidArgument("level", f"must be one of {', '.join(map(str, known))}, not {level!r}")
    return found


def _seriousness(level: HmsLevel | None) -> int:
    """The documentation lists the levels from the least serious on. One that nobody knows may be worse than all."""
    from flighthub_api.enums import HmsLevel

    known = list(HmsLevel)
    return len(known) if level is None or level not in known else known.index(level)
