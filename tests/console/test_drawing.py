"""How the page draws and words things, with its own modules in Node: no browser is needed."""

from __future__ import annotations

from typing import Any

import pytest

from flighthub import FlightHub
from flighthub_simulator import Simulator, run

from . import node
from .conftest import MORNING
from .scenes import AIRCRAFT, DOCK, HOSTILE, OTHER_DOCK, SURVEY, annotate, ask, crowd, launch

SIZES = [(360, 460), (1200, 800), (3840, 2000)]

DRAW = """
  const view = new projection.View();
  Object.assign(view, given.view);
  const feed = recorder.feedOf(given.shown, given.before, given.part ?? 1);
  const scene = paint.sceneOf(feed, given.project ?? "");
  view.fit(given.places ?? paint.placesOf(scene));
  if (given.zoom) view.zoomBy(given.zoom);
  const canvas = new recorder.Recorder();
  const more = { view, colors: recorder.colors, unit: 1, selected: given.selected, covered: given.covered };
  const painted = paint.paint(canvas, { ...scene, ...more });
  const all = [...painted.labels];
"""


def draw(shown: Any, size: tuple[int, int] = (1200, 800), returns: str = "canvas.texts", **more: Any) -> Any:
    view = {"width": size[0], "height": size[1]}
    return node.run(f"{DRAW} return {returns};", {"shown": shown, "view": view, "project": "", **more})


@pytest.fixture
def shown(world: Simulator, hub: FlightHub) -> Any:
    """Two flights, an annotation, and whatever else the usual world has."""
    launch(world)
    launch(world, OTHER_DOCK, SURVEY)
    annotate(hub, "Gate")
    world.clock.advance(75)
    return ask(world, "snapshot").json()


@pytest.mark.parametrize("size", SIZES)
def test_no_label_overlaps_another_at_any_size(size: tuple[int, int], shown: Any) -> None:
    found = draw(
        shown, size, "({overlaps: labels.overlaps(painted.labels.values()).length, placed: all.length, all})",
        project=shown["projects"][0]["id"],
    )  # fmt: skip
    assert found["overlaps"] == 0
    assert found["placed"] > 8
    for _, box in found["all"]:
        assert box["left"] >= 0
        assert box["top"] >= 0
        assert box["right"] <= size[0]
        assert box["bottom"] <= size[1]


@pytest.fixture(scope="module")
def crowded() -> Any:
    with run(scenario=crowd(250), speed=0, start=MORNING) as simulator:
        return ask(simulator, "snapshot").json()


@pytest.mark.parametrize("size", SIZES)
def test_no_label_overlaps_another_among_five_hundred_devices(size: tuple[int, int], crowded: Any) -> None:
    assert len(crowded["devices"]) == 500
    found = draw(crowded, size, "[labels.overlaps(painted.labels.values()).length, all.length, painted.hidden]")
    assert found[0] == 0
    assert found[1] + found[2] >= 250
    if size[0] > 3000:
        assert found[2] == 0


def test_all_docks_and_devices_are_named_and_flights_say_their_height(shown: Any) -> None:
    project = shown["projects"][0]["id"]
    texts = draw(shown, (1600, 1000), project=project)
    names = {each["name"] for each in shown["devices"] if each["project"] == project}
    assert names - set(texts) == set()
    assert any(text.startswith("60 m · ") for text in texts)
    assert {"Gate", "Chimney"} - set(texts) == set()
    assert any(text.startswith("Perimeter · ") and text.endswith(" %") for text in texts)


def test_annotations_are_drawn_in_their_colours_and_none_but_colours(shown: Any) -> None:
    base = shown["annotations"][0]
    shown["annotations"] = [base, {**base, "name": HOSTILE, "color": "url(https://evil.example.com)"}]
    fills = draw(shown, returns="canvas.drawn.filter((each) => each.name === 'fill').map((each) => each.fill)")
    assert fills.count("#2D8CF0") == 1
    assert fills.count("annotation") == 1
    assert not any("evil" in str(each) for each in fills)


def test_geometries_that_are_odd_are_drawn_as_far_as_they_mean_something(shown: Any) -> None:
    project = shown["projects"][0]["id"]
    forms: list[Any] = [
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": "x"},
        {"type": "LineString", "coordinates": [None, [14.5, 46.05], ["a", "b"]]},
        {"type": "Point", "coordinates": None},
        {"type": "Circle"},
        None,
    ]
    shown["annotations"] = [
        {"name": f"Odd {number}", "project": project, "color": None, "geometry": each}
        for number, each in enumerate(forms)
    ]
    shown["areas"] = [{"name": "", "project": project, "type": "nfz", "enabled": True, "corners": [], "radius": None}]
    texts = draw(shown, project=project)
    assert [each for each in texts if each.startswith("Odd")] == ["Odd 3"]


def test_nothing_is_named_where_something_else_lies_on_the_map(shown: Any) -> None:
    covered = [{"left": 0, "top": 0, "right": 600, "bottom": 800}]
    found = draw(shown, returns="all", covered=covered, project=shown["projects"][0]["id"])
    assert found
    assert all(box["left"] >= 600 for _, box in found)


def test_a_chosen_device_is_named_before_all_others(crowded: Any) -> None:
    last = crowded["devices"][249]["sn"]
    assert last in dict(draw(crowded, (360, 460), "all", selected=last))


def test_labels_stay_where_they_are_as_things_move() -> None:
    found = node.run("""
      const item = (id, x) => ({ id, x, y: 100, width: 60, height: 14, radius: 8, priority: 1 });
      const bounds = { width: 400, height: 300 };
      const first = labels.placeLabels([item("a", 100), item("b", 112)], bounds);
      const later = labels.placeLabels([item("a", 100), item("b", 300)], bounds, first);
      return [first.get("b").slot, later.get("b").slot, first.get("a").slot];
    """)
    assert found[0] == found[1] != found[2]


def test_a_label_that_had_no_room_is_tried_again_when_it_is_asked_for() -> None:
    found = node.run("""
      const item = (id) => ({ id, x: 50, y: 30, width: 80, height: 14, radius: 8, priority: 1 });
      const bounds = { width: 100, height: 60 };
      const first = labels.placeLabels([item("a"), item("b"), item("c")], bounds);
      const later = labels.placeLabels([item("c")], bounds, first, [], false);
      return [first, later, labels.placeLabels([item("c")], bounds, first)].map((each) => [...each.keys()]);
    """)
    assert found == [["a", "b"], [], ["c"]]


def test_aircraft_move_on_the_short_way_between_two_snapshots() -> None:
    found = node.run("""
      const base = { sn: "a", flying: true, height: 10, trail: [] };
      const at = (longitude, heading) => ({ ...base, place: [10, longitude], heading });
      return [
        motion.interpolate(at(179.9, 350), at(-179.9, 10), 0.5), motion.interpolate(null, at(5, 0), 0.5),
        motion.interpolate({ ...at(1, 0), flying: false }, at(5, 0), 0.5), motion.interpolate(at(1, 0), at(5, 0), 1),
      ].map((each) => [each.place[1], each.heading]);
    """)
    assert found[0] == pytest.approx([180.0, 360.0])
    assert [each[0] for each in found[1:]] == [5, 5, 5]


def test_what_is_flown_of_a_route_meets_what_is_left() -> None:
    found = node.run("return [null, 0, 2, 4, 9].map((n) => motion.splitRoute([[0, 0], [0, 1], [0, 2], [0, 3]], n));")
    lengths = [(len(each["flown"]), len(each["left"])) for each in found]
    assert lengths == [(0, 4), (0, 4), (2, 3), (4, 1), (4, 1)]


@pytest.mark.parametrize(
    "place", [(46.05, 14.5), (0.0, 0.0), (-33.9, 151.2), (84.9, -179.99), (69.6, 179.99), (-84.0, 0.01)]
)
def test_places_come_back_from_the_screen(place: tuple[float, float]) -> None:
    found = node.run(
        "const view = new projection.View(); view.fit([given, [given[0] - 0.001, given[1]]]); "
        "view.pan(7, -9); return view.fromScreen(view.toScreen(given));",
        place,
    )
    assert found == pytest.approx(list(place), abs=1e-7)


def test_a_project_on_both_sides_of_the_date_line_is_shown_whole_and_near() -> None:
    found = node.run("""
      const view = new projection.View();
      const places = [[10, 179.99], [10.01, -179.99]];
      view.fit(places);
      return [...places.map((each) => view.toScreen(each)), view.zoom];
    """)
    assert found[2] > 12
    assert all(0 <= x <= 800 and 0 <= y <= 600 for x, y in found[:2])


def test_zooming_leaves_what_is_below_the_pointer_where_it_is() -> None:
    found = node.run("""
      const view = new projection.View();
      view.fit([[46.05, 14.5], [46.06, 14.52]]);
      const before = view.fromScreen([100, 200]);
      view.zoomBy(2.5, 100, 200);
      return [before, view.fromScreen([100, 200]), view.metresPerPixel];
    """)
    assert found[0] == pytest.approx(found[1], abs=1e-9)


def test_the_grid_and_the_scale_agree_with_the_ground() -> None:
    found = node.run("""
      const view = new projection.View();
      view.fit([[46.05, 14.5], [46.06, 14.52]]);
      const grid = projection.groundGrid(view);
      const scale = paint.scaleOf(view);
      const [a, b] = [grid.xs[0], grid.xs[1]].map((x) => view.fromScreen([x, 300]));
      return { step: grid.step, degrees: b[1] - a[1], lines: grid.xs.length, scale, perPixel: view.metresPerPixel };
    """)
    # A degree of longitude at 46.055 north has 77.3 km on the sphere.
    assert found["degrees"] * 77_260 == pytest.approx(found["step"], rel=0.01)
    assert found["scale"]["pixels"] * found["perPixel"] == pytest.approx(float(found["scale"]["text"].split()[0]))
    assert 3 < found["lines"] < 20


def test_tiles_cover_the_view_and_wrap_around_the_world() -> None:
    found = node.run("""
      const view = new projection.View();
      view.fit([[10, 179.99], [10.01, -179.99]]);
      const tiles = projection.tilesOf(view);
      return { tiles, count: 2 ** tiles[0].z };
    """)
    assert all(0 <= each["x"] < found["count"] for each in found["tiles"])
    assert {0, found["count"] - 1} <= {each["x"] for each in found["tiles"]}
    assert min(each["left"] for each in found["tiles"]) <= 0
    assert max(each["left"] + each["side"] for each in found["tiles"]) >= 800


SAID: list[tuple[str, Any]] = [
    ("words.age(null)", "never"),
    ("words.age(1)", "now"),
    ("words.age(59.6)", "60 s ago"),
    ("words.age(600)", "10 min ago"),
    ("words.age(7200)", "2 h ago"),
    ("words.age(864000)", "10 days ago"),
    ("words.percent(1, false)", 99),
    ("words.percent(0.999, false)", 99),
    ("words.percent(1, true)", 100),
    ("words.percent(null, false)", None),
    ("words.severity('warning')", 2),
    ("words.severity('catastrophe')", 3),
    ("words.severity('notification')", 0),
    ("words.tone('starting_failure')", "bad"),
    ("words.tone('success')", "good"),
    ("words.safeLink('javascript:alert(1)')", None),
    ("words.safeLink('data:text/html,x')", None),
    ("words.safeLink('https://video.example.com/a')", "https://video.example.com/a"),
    ("words.plain('a\\u202eb\\u0007c <b>')", "abc <b>"),
    ("projection.lengthText(1500)", "1.5 km"),
    ("projection.lengthText(0.5)", "50 cm"),
    ("[0.07, 1, 9.9, 4000].map(projection.roundDown)", [0.05, 1, 5, 2000]),
]


def test_how_things_are_said() -> None:
    found = node.run(f"return [{', '.join(script for script, _ in SAID)}];")
    assert found == [expected for _, expected in SAID]


def test_a_search_finds_devices_by_all_of_its_words(shown: Any) -> None:
    script = "return given.devices.filter((each) => words.matches(each, given.search)).map((each) => each.sn);"
    found = {
        search: node.run(script, {"devices": shown["devices"], "search": search})
        for search in ("north dock", "1581fexample00001", "wayline flight", "nothing of it")
    }
    assert found["north dock"] == [DOCK]
    assert found["1581fexample00001"] == [AIRCRAFT]
    assert AIRCRAFT in found["wayline flight"]
    assert found["nothing of it"] == []


def test_a_feed_that_is_lost_keeps_what_it_had_and_says_how_old_it_is() -> None:
    found = node.run("""
      let time = 0, fails = false;
      const shown = { now: "2026-03-02T09:00:10Z", speed: 0 };
      const made = new feed.Feed(async () => { if (fails) throw new Error("gone"); return shown; }, () => time);
      const waits = [await made.look()];
      const fresh = [made.isLost, made.since("2026-03-02T09:00:00Z")];
      fails = true; time = 30000;
      for (let n = 0; n < 8; n += 1) waits.push(await made.look());
      const lost = [made.isLost, made.problem, made.silence, made.since("2026-03-02T09:00:00Z")];
      fails = false;
      await made.look();
      return { waits, fresh, lost, found: [made.isLost, made.problem, made.silence], never: made.since(null) };
    """)
    assert found["fresh"] == [False, 10]
    assert found["lost"] == [True, "gone", 30, 40]
    assert found["found"] == [False, "", 0]
    assert found["waits"][0] == 1000
    assert max(found["waits"]) == 5000
    assert found["never"] is None
