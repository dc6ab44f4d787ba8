"""The answer on standard output, in the form that was asked for."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import click

from ._query import compile_query
from .narrow import is_list, is_object
from .plain import View, mask_undocumented, plain

_C1: Final = re.compile("[\x7f-\x9f]")


class Output:
    """Writes answers.

    Args:
        values: The options: `output`, `fields`, `query`, `utc`, `reveal`.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.is_terminal = sys.stdout.isatty()
        self.form: str = values.get("output") or ("table" if self.is_terminal else "json")
        self.asked: str = values.get("output") or ""
        self._fields = [each.strip() for each in values.get("fields", "").split(",") if each.strip()]
        self._query = compile_query(values["query"]) if values.get("query") else None
        self._utc = bool(values.get("utc"))
        self._view = View(bool(values.get("reveal")), self.form == "table")
        self._header: list[str] | None = None

    def emit(self, value: Any, text: Callable[[], str] | None = None, *, documented: bool = True) -> None:
        """Writes an answer.

        Args:
            value: What the client gave.
            text: How people want to read it where a table is no good form for it.
            documented: Whether the types of the value tell what is secret; otherwise names and links do.
        """
        if value is None:
            return
        if self.form in ("geojson", "gpx"):
            self._emit_geometry(value)
            return
        if text is not None and self.form == "table" and self._query is None and not self._fields:
            self._write(f"{_printable(text())}\n")
            return
        shown = plain(value, self._view) if documented else mask_undocumented("", value, self._view)
        data = self._chosen(shown)
        if self.form == "table":
            from ._tables import table

            self._write(table(data, self._shown, self.is_terminal, whole=bool(self._fields)))
        elif self.form == "jsonl":
            self._write("".join(f"{self._json(each)}\n" for each in (data if is_list(data) else [data])))
        elif self.form == "csv":
            self._write(self._csv(data))
        elif self.form == "yaml":
            self._write(self._yaml(data))
        else:
            self._write(f"{self._json(data, indent=2)}\n")

    def stream(self, items: Iterable[Any], text: Callable[[Any], str]) -> None:
        """Writes items as they come: JSON with a line for each, or for people a line of text.

        Args:
            items: The items.
            text: An item as a line.
        """
        if self.form in ("geojson", "gpx"):
            raise click.UsageError(f"a stream cannot be written as {self.form}")
        for item in items:
            if self.form == "table":
                self._write(f"{self._shown(datetime.now(UTC))}  {_printable(text(item))}\n")
                continue
            data = self._chosen(plain(item, self._view))
            if self.form == "csv":
                self._write(self._csv(data))
            elif self.form == "yaml":
                self._write(f"---\n{self._yaml(data)}")
            else:
                self._write(f"{self._json(data)}\n")

    def write_document(self, text: str) -> None:
        """Writes text as it is, such as a script or a manual page."""
        self._write(text)

    def _chosen(self, data: Any) -> Any:
        if self._query is not None:
            data = self._query(_unzoned(data, self._stamp))
        if self._fields:
            rows = data if is_list(data) else [data]
            picked = [{name: _member(row, name.split(".")) for name in self._fields} for row in rows]
            data = picked if is_list(data) else picked[0]
        return data

    def _stamp(self, moment: datetime) -> str:
        """A time for programs: with its offset."""
        return moment.astimezone(UTC if self._utc else None).isoformat()

    def _shown(self, moment: datetime) -> str:
        """A time for people."""
        local = moment.astimezone(UTC if self._utc else None)
        return f"{local:%Y-%m-%d %H:%M:%S}{'Z' if self._utc else ''}"

    def _json(self, data: Any, indent: int | None = None) -> str:
        text = json.dumps(data, indent=indent, ensure_ascii=not _speaks_utf8(), default=self._odd)
        return _C1.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

    def _odd(self, value: object) -> str:
        return self._stamp(value) if isinstance(value, datetime) else str(value)

    def _csv(self, data: Any) -> str:
        import csv
        from io import StringIO

        rows = [_flat(each) for each in (data if is_list(data) else [data])]
        buffer = StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        if self._header is None:
            self._header = list(dict.fromkeys(name for row in rows for name in row))
            writer.writerow(self._header)
        for row in rows:
            writer.writerow([self._cell(row.get(name)) for name in self._header])
        return buffer.getvalue()

    def _cell(self, value: Any) -> Any:
        if isinstance(value, (list, dict)):
            return self._json(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        return self._stamp(value) if isinstance(value, datetime) else value

    def _yaml(self, data: Any) -> str:
        from ._yaml import dump

        return dump(_unzoned(data, self._stamp), allow_unicode=_speaks_utf8())

    def _emit_geometry(self, value: Any) -> None:
        track = value if hasattr(value, "to_gpx") else getattr(value, "track", None)
        if track is not None and hasattr(track, "to_gpx"):
            self._write(track.to_gpx() if self.form == "gpx" else f"{self._json(track.to_geojson(), indent=2)}\n")
            return
        data = plain(value, self._view)
        places = list(_places(data)) if self.form == "geojson" else []
        if not places:
            raise click.UsageError(f"this answer cannot be written as {self.form}: it has no positions for it")
        self._write(f"{self._json({'type': 'FeatureCollection', 'features': places}, indent=2)}\n")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _speaks_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")


def _printable(text: str) -> str:
    """Text of others without what a terminal would obey."""
    return "".join(each if each.isprintable() or each in "\n" else f"\\x{ord(each):02x}" for each in text)


def _member(data: Any, steps: list[str]) -> Any:
    """A member of members; of a list, that of each of its items."""
    for index, step in enumerate(steps):
        if is_list(data):
            return [_member(each, steps[index:]) for each in data]
        data = data.get(step) if is_object(data) else None
    return data


def _flat(data: Any, prefix: str = "") -> dict[str, Any]:
    """A row: members of members have names with dots."""
    if not is_object(data):
        return {prefix.rstrip(".") or "value": data}
    found: dict[str, Any] = {}
    for name, value in data.items():
        if is_object(value) and value:
            found |= _flat(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value
    return found


def _unzoned(data: Any, stamp: Callable[[datetime], str]) -> Any:
    """Data with its times as text."""
    if isinstance(data, datetime):
        return stamp(data)
    if is_object(data):
        return {name: _unzoned(each, stamp) for name, each in data.items()}
    if is_list(data):
        return [_unzoned(each, stamp) for each in data]
    return data


def _places(data: Any) -> Iterable[dict[str, Any]]:
    """The things in an answer that have a position, as features."""
    if is_list(data):
        for each in data:
            yield from _places(each)
    if not is_object(data):
        return
    row = data
    latitude, longitude = row.get("latitude"), row.get("longitude")
    if isinstance(latitude, (int, float)) and isinstance(longitude, (int, float)):
        properties = {name: each for name, each in row.items() if not isinstance(each, (dict, list))}
        yield {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
            "properties": properties,
        }
        return
    for each in row.values():
        if isinstance(each, (dict, list)):
            yield from _places(each)
