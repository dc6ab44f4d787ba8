"""Routes of every maker, at random from a seed, all over the globe."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any, Final

from flighthub import waylines
from flighthub._waylines.geodesy import measure, travel, wrap
from flighthub.waylines import Route, RouteAction, RoutePoint

AIRCRAFT: Final = {"Matrice 30": -120, "Matrice 30T": -120, "Matrice 3D": -90, "Matrice 3TD": -90, "Matrice 4D": -90}
AIRCRAFT_WITHOUT_WARNING: Final = tuple(AIRCRAFT)

TURNS: Final = (
    "toPointAndStopWithDiscontinuityCurvature",
    "toPointAndStopWithContinuityCurvature",
    "toPointAndPassWithContinuityCurvature",
    "coordinateTurn",
)

Place = tuple[float, float]


def place(rng: random.Random) -> Place:
    """Anywhere; often where it is difficult: at a pole, on the 180th meridian, on the equator."""
    latitude = rng.choice([rng.uniform(-90, 90), rng.uniform(-60, 60), 0.0, 89.9999, -89.9999])
    longitude = rng.choice([rng.uniform(-180, 180), 180.0, -179.9999, 0.0])
    return latitude, longitude


def around(rng: random.Random, middle: Place, low: float, high: float, direction: float | None = None) -> Place:
    return travel(middle, rng.uniform(0, 360) if direction is None else wrap(direction), rng.uniform(low, high))


def line(rng: random.Random) -> list[Place]:
    """Some hundred metres, with corners."""
    found, direction = [place(rng)], rng.uniform(0, 360)
    for _ in range(rng.randint(1, 6)):
        found.append(around(rng, found[-1], 80, 300, direction))
        # By how much it turns, seen from there: near a pole, north turns as well.
        direction = measure(*found[-2:]).end + rng.uniform(-100, 100)
    return found


def polygon(rng: random.Random, low: float = 40, high: float = 300) -> list[Place]:
    """A star around a place, so that it is concave and does not cross itself."""
    middle = place(rng)
    count = rng.randint(3, 9)
    start = rng.uniform(0, 360)
    return [around(rng, middle, low, high, start + 360 * each / count) for each in range(count)]


def aircraft(rng: random.Random) -> str:
    return rng.choice(AIRCRAFT_WITHOUT_WARNING)


def settings(rng: random.Random) -> dict[str, Any]:
    """What `Route` takes besides waypoints."""
    told: dict[str, Any] = {
        "aircraft": aircraft(rng),
        "speed": round(rng.uniform(1, 15), 2),
        "take_off_security_height": round(rng.uniform(8, 200), 1),
        "rc_lost_action": rng.choice(["goBack", "landing", "hover", "goContinue"]),
        "finish_action": rng.choice(["goHome", "noAction", "autoLand", "gotoFirstWaypoint"]),
        "fly_to_wayline_mode": rng.choice(["safely", "pointToPoint"]),
        "name": rng.choice(["Round", "Ærø & <fjord>", "巡检 7", "a" * 60]),
        "author": rng.choice(["", "Ana"]),
    }
    return {name: value for name, value in told.items() if name == "aircraft" or rng.random() < 0.5}


def visit(rng: random.Random) -> Route:
    return waylines.visit(
        place(rng),
        height=rng.uniform(10, 300),
        distance=rng.uniform(5, 200),
        direction=rng.uniform(-360, 360),
        **settings(rng),
    )


def orbit(rng: random.Random) -> Route:
    return waylines.orbit(
        place(rng),
        rng.uniform(5, 200),
        height=rng.uniform(10, 300),
        count=rng.randint(3, 24),
        clockwise=rng.random() < 0.5,
        video=rng.random() < 0.3,
        **settings(rng),
    )


def along(rng: random.Random) -> Route:
    path, height = line(rng), rng.uniform(10, 300)
    offset, every = rng.choice([0.0, rng.uniform(-25, 25)]), rng.choice([None, rng.uniform(3, 60)])
    given = settings(rng)
    if every is not None:
        given.pop("speed", None)
    return waylines.along(path, height=height, offset=offset, every=every, **given)


def survey(rng: random.Random) -> Route:
    given = settings(rng)
    given.pop("speed", None)
    return waylines.survey(
        polygon(rng),
        height=rng.uniform(40, 120),
        overlap=rng.choice([0.5, (0.7, 0.6), (0.6, 0.3)]),
        angle=rng.choice([None, rng.uniform(0, 360)]),
        margin=rng.choice([0.0, rng.uniform(0, 30)]),
        **given,
    )


def facade(rng: random.Random) -> Route:
    given = settings(rng)
    given.pop("speed", None)
    lowest, rise = rng.uniform(5, 60), rng.uniform(2, 10)
    return waylines.facade(
        line(rng)[:3],
        [lowest + rise * each for each in range(rng.randint(1, 4))],
        distance=rng.uniform(8, 25),
        side=rng.choice(["left", "right"]),
        **given,
    )


def by_hand(rng: random.Random) -> Route:
    """Waypoints of all kinds, one by one."""
    given = settings(rng)
    model = given["aircraft"]
    places = [place(rng)]
    for _ in range(rng.randint(1, 8)):
        places.append(around(rng, places[-1], 5, 400))
    last = len(places) - 1
    points = [
        RoutePoint(
            *each,
            rng.uniform(-20, 400),
            speed=rng.choice([None, rng.uniform(1, 15)]),
            heading=(heading := rng.choice([None, rng.uniform(-180, 180)])),
            look_at=None if heading is not None else rng.choice([None, place(rng)]),
            gimbal_pitch=rng.choice([None, rng.uniform(AIRCRAFT[model], 30)]),
            turn_mode=rng.choice(TURNS),  # type: ignore[arg-type]
            straight=rng.random() < 0.7,
            actions=tuple(action(rng, last - number) for _ in range(rng.randint(0, 4))),
        )
        for number, each in enumerate(places)
    ]
    mode = rng.choice(["relativeToStartPoint", "WGS84", *(["realTimeFollowSurface"] if "30" not in model else [])])
    return Route(waypoints=points, height_mode=mode, geoid_undulation=rng.uniform(-100, 80), **given)


def action(rng: random.Random, legs: int) -> RouteAction:
    """An action; of those that go on, one for no more legs than there are."""
    makers: list[Callable[[], RouteAction]] = [
        waylines.take_photo,
        lambda: waylines.take_photo(suffix="<&>", lenses=("wide",)),
        waylines.start_recording,
        waylines.stop_recording,
        lambda: waylines.hover(rng.uniform(0.5, 30)),
        lambda: waylines.rotate_gimbal(pitch=rng.uniform(-90, 20)),
        lambda: waylines.rotate_gimbal(yaw=rng.uniform(-180, 180)),
        lambda: waylines.rotate_aircraft(rng.uniform(-180, 180), clockwise=rng.random() < 0.5),
        waylines.focus,
        lambda: waylines.zoom(rng.uniform(24, 200)),
        waylines.take_panorama,
        lambda: waylines.create_folder("pylon 7"),
    ]
    if legs:
        makers += [
            lambda: waylines.take_photos_every(metres=rng.uniform(2, 60), legs=rng.randint(1, legs)),
            lambda: waylines.take_photos_every(seconds=rng.uniform(1, 10), legs=rng.randint(1, legs)),
            lambda: waylines.tilt_gimbal_evenly(rng.uniform(-90, 20)),
        ]
    return rng.choice(makers)()


MAKERS: Final[tuple[Callable[[random.Random], Route], ...]] = (visit, orbit, along, survey, facade, by_hand)
