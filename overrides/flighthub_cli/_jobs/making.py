"""Route files out of places: to a place, around it, along a line, over an area, along a facade."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .._errors import USAGE, CommandFailed
from .._settings import SETTINGS, Command, JobGroup, Session, pass_session

if TYPE_CHECKING:
    from flighthub.waylines import Route


@click.group(cls=JobGroup, context_settings=SETTINGS)
def make() -> None:
    """Make a route file out of places: visit, orbit, along, survey, facade. Needs the extra routes; nothing is sent."""


def _place(context: click.Context, option: click.Parameter, value: str) -> tuple[float, float]:
    latitude, comma, longitude = value.partition(",")
    try:
        if comma:
            return float(latitude), float(longitude)
    except ValueError:
        pass
    raise click.BadParameter(f"must be LATITUDE,LONGITUDE, not {value!r}", context, option)


def _numbers(context: click.Context, option: click.Parameter, value: str | None) -> list[float] | None:
    try:
        return None if value is None else [float(each) for each in value.split(",")]
    except ValueError:
        raise click.BadParameter(f"must be numbers with commas between them, not {value!r}", context, option) from None


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_COMMON: Sequence[Decorator] = (
    click.option("--aircraft", required=True, help="The product that flies, such as 'Matrice 3TD'."),
    click.option("--payload", help="Its camera; its own when not given."),
    click.option("--speed", type=float, help="m/s, 1 to 15."),
    click.option("--height-mode", help="relativeToStartPoint (when not given) or realTimeFollowSurface."),
    click.option("--take-off-height", type=float, help="Metres to which it climbs first; 20 when not given."),
    click.option("--name", help="Name of the route."),
    click.option("--to", required=True, type=click.Path(path_type=Path), help="The file to write (.kmz)."),
    click.option("--plot", type=click.Path(path_type=Path), help="File for a drawing of it (.svg)."),
    click.option("--split", type=float, metavar="MINUTES", help="Cut it into files, each for so many minutes."),
)

_AT = click.option("--at", required=True, callback=_place, metavar="LATITUDE,LONGITUDE", help="The place.")
_HEIGHT = click.option("--height", type=float, required=True, help="Metres above the take-off point.")
_FILE = click.argument("file", type=click.Path(path_type=Path))


def _with_common(function: Callable[..., Any]) -> Callable[..., Any]:
    for each in reversed(_COMMON):
        function = each(function)
    return function


def _settings(given: dict[str, Any]) -> dict[str, Any]:
    """Takes what all makers have out of what was given, and leaves what is for one."""
    found = {name: given.pop(name) for name in ("aircraft", "payload", "speed", "height_mode", "name")}
    found["take_off_security_height"] = given.pop("take_off_height")
    return {name: value for name, value in found.items() if value is not None}


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandFailed(f"{file} cannot be read: {error.strerror}", USAGE) from None
    except ValueError as error:
        raise CommandFailed(f"{file} is not GeoJSON: {error}", USAGE) from None


def _write(session: Session, build: Callable[[], Route], given: dict[str, Any]) -> None:
    session.refuse_dry_run("route make")
    route = build()
    parts = [route] if given["split"] is None else route.split(given["split"] * 60)
    file: Path = given["to"]
    rows: list[dict[str, Any]] = []
    for number, part in enumerate(parts, 1):
        target = file if len(parts) == 1 else file.with_name(f"{file.stem}-{number}{file.suffix}")
        seen = part.ground_sample_distance
        rows.append(
            {
                "file": str(part.save(target)),
                "aircraft": part.aircraft,
                "waypoints": len(part.waypoints),
                "length": round(part.length, 1),
                "duration": round(part.duration, 1),
                "photos": part.photos,
                "ground_sample_distance": None if seen is None else round(seen, 3),
            }
        )
    if given["plot"] is not None:
        try:
            given["plot"].write_text(route.plot(), encoding="utf-8")
        except OSError as error:
            raise CommandFailed(f"{given['plot']} cannot be written: {error.strerror}", USAGE) from None
    session.output.emit(rows[0] if len(rows) == 1 else rows, documented=False)


@make.command(cls=Command, context_settings=SETTINGS)
@_AT
@_HEIGHT
@click.option("--distance", type=float, default=30.0, show_default=True, help="Metres from which it is seen first.")
@click.option("--direction", type=float, default=180.0, show_default=True, help="Degrees from the place to there.")
@_with_common
@pass_session
def visit(session: Session, /, **given: Any) -> None:
    """Look at a place from aside, then from above, and come back.

    Example: flighthub route make visit --at 46.05,14.50 --height 60 --aircraft "Matrice 3TD" --to visit.kmz
    """
    from flighthub import waylines

    told = _settings(given)
    own = {name: given[name] for name in ("height", "distance", "direction")}
    _write(session, lambda: waylines.visit(given["at"], **own, **told), given)


@make.command(cls=Command, context_settings=SETTINGS)
@_AT
@_HEIGHT
@click.option("--radius", type=float, required=True, help="Metres from the place.")
@click.option("--count", type=int, default=12, show_default=True, help="Number of pictures.")
@click.option("--target-height", type=float, default=0.0, show_default=True, help="Metres of what is looked at.")
@click.option("--video", is_flag=True, help="Record a video instead.")
@_with_common
@pass_session
def orbit(session: Session, /, **given: Any) -> None:
    """Fly around a place with the camera on it.

    Example: flighthub route make orbit --at 46.05,14.50 --radius 40 --height 60 --aircraft M4TD --to orbit.kmz
    """
    from flighthub import waylines

    told = _settings(given)
    own = {name: given[name] for name in ("height", "count", "target_height", "video")}
    _write(session, lambda: waylines.orbit(given["at"], given["radius"], **own, **told), given)


@make.command(cls=Command, context_settings=SETTINGS)
@_FILE
@_HEIGHT
@click.option("--offset", type=float, default=0.0, show_default=True, help="Metres beside it, to its right.")
@click.option("--every", type=float, help="Metres between pictures; one at each place when not given.")
@click.option("--gimbal-pitch", type=float, help="Degrees, -90 is down; at the line when not given.")
@_with_common
@pass_session
def along(session: Session, /, **given: Any) -> None:
    """Fly along a line, above it or beside it. FILE is GeoJSON with one LineString.

    Example: flighthub route make along pylons.geojson --height 50 --offset 20 --aircraft M3TD --to pylons.kmz
    """
    from flighthub import waylines

    told = _settings(given)
    line = _read(given["file"])
    own = {name: given[name] for name in ("height", "offset", "every", "gimbal_pitch")}
    _write(session, lambda: waylines.along(line, **own, **told), given)


@make.command(cls=Command, context_settings=SETTINGS)
@_FILE
@click.option("--height", type=float, help="Metres above the ground; give it or --gsd.")
@click.option("--gsd", type=float, help="Centimetres that a pixel has to show.")
@click.option("--overlap", default="0.8,0.7", show_default=True, callback=_numbers, help="Along the lines and across.")
@click.option("--camera", help="Its lens, such as wide or ir.")
@click.option("--angle", type=float, help="Direction of the lines; the one with the fewest turns when not given.")
@click.option("--margin", type=float, default=0.0, show_default=True, help="Metres around it to be seen as well.")
@_with_common
@pass_session
def survey(session: Session, /, **given: Any) -> None:
    """Survey an area by parallel lines of pictures that overlap. FILE is GeoJSON with one Polygon, with holes or not.

    Example: flighthub route make survey field.geojson --gsd 2 --aircraft "Matrice 4D" --to field.kmz --split 25
    """
    from flighthub import waylines

    told = _settings(given)
    area = _read(given["file"])
    own = {name: given[name] for name in ("height", "camera", "angle", "margin")}
    own["ground_sample_distance"] = given["gsd"]
    own["overlap"] = given["overlap"][0] if len(given["overlap"]) == 1 else tuple(given["overlap"])
    _write(session, lambda: waylines.survey(area, **own, **told), given)


@make.command(cls=Command, context_settings=SETTINGS)
@_FILE
@click.option("--heights", required=True, callback=_numbers, metavar="A,B,…", help="Metres above the take-off point.")
@click.option("--distance", type=float, required=True, help="Metres from the facade.")
@click.option("--side", type=click.Choice(["left", "right"]), default="right", show_default=True, help="Of the line.")
@click.option("--overlap", type=float, default=0.7, show_default=True, help="Share along the facade.")
@click.option("--camera", help="Its lens, such as wide or ir.")
@_with_common
@pass_session
def facade(session: Session, /, **given: Any) -> None:
    """Fly back and forth along a facade, once at each height. FILE is GeoJSON with one LineString.

    Example: flighthub route make facade wall.geojson --heights 10,20,30 --distance 15 --aircraft M4D --to wall.kmz
    """
    from flighthub import waylines

    told = _settings(given)
    line = _read(given["file"])
    own = {name: given[name] for name in ("distance", "side", "overlap", "camera")}
    _write(session, lambda: waylines.facade(line, given["heights"], **own, **told), given)
