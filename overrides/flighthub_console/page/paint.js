// Draws the map on a canvas, or on anything with the same methods. No DOM here.

import { isVisible, placeLabels } from "./labels.js";
import { interpolate, splitRoute } from "./motion.js";
import { groundGrid, roundDown, lengthText } from "./projection.js";
import { percent, plain, severity, words } from "./words.js";

const STALE = 30; // seconds without a reading after which a device is drawn pale
const COLOR = /^#[0-9a-f]{6}$/i;

const round = (value) => Math.round(value * 10) / 10;

function line(context, view, points, close = false) {
  points.forEach((point, index) => {
    const [x, y] = view.toScreen(point);
    if (index) context.lineTo(round(x), round(y));
    else context.moveTo(round(x), round(y));
  });
  if (close) context.closePath();
}

function stroke(context, color, width, dash = []) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

function drawGround(context, scene) {
  const { view, colors } = scene;
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, view.width, view.height);
  for (const tile of scene.tiles) {
    if (tile.image) context.drawImage(tile.image, Math.round(tile.left), Math.round(tile.top), Math.ceil(tile.side), Math.ceil(tile.side));
  }
  const grid = groundGrid(view, 110 * scene.unit);
  context.beginPath();
  for (const x of grid.xs) {
    context.moveTo(Math.round(x) + 0.5, 0);
    context.lineTo(Math.round(x) + 0.5, view.height);
  }
  for (const y of grid.ys) {
    context.moveTo(0, Math.round(y) + 0.5);
    context.lineTo(view.width, Math.round(y) + 0.5);
  }
  stroke(context, colors.grid, 1);
}

/** The scale of the map: pixels of its bar, and how long that is. */
export function scaleOf(view, wanted = 130) {
  const length = roundDown(view.metresPerPixel * wanted);
  return { pixels: length / view.metresPerPixel, text: lengthText(length) };
}

function drawAreas(context, scene, names) {
  const { view, colors } = scene;
  for (const each of scene.areas) {
    if (!each.corners.length) continue;
    const color = each.type === "dfence" ? colors.fence : colors.forbidden;
    context.beginPath();
    if (each.radius !== null) {
      const [x, y] = view.toScreen(each.corners[0]);
      context.arc(x, y, each.radius / view.metresPerPixel, 0, 2 * Math.PI);
    } else line(context, view, each.corners, true);
    context.globalAlpha = each.enabled ? 0.16 : 0.06;
    context.fillStyle = color;
    if (each.type !== "dfence") context.fill();
    context.globalAlpha = each.enabled ? 0.9 : 0.4;
    stroke(context, color, 1.5 * scene.unit, [2, 3]);
    context.globalAlpha = 1;
    names.push({ id: `area ${names.length}`, place: each.corners[0], text: each.name, radius: 2, priority: 1, color });
  }
}

const swap = ([longitude, latitude]) => [latitude, longitude];
const isPlace = (each) => Array.isArray(each) && Number.isFinite(each[0]) && Number.isFinite(each[1]);

function drawAnnotations(context, scene, names) {
  const { view, colors } = scene;
  for (const each of scene.annotations) {
    const { type, coordinates } = each.geometry ?? {};
    const color = COLOR.test(each.color ?? "") ? each.color : colors.annotation;
    let place = null;
    if (type === "Point" && isPlace(coordinates)) {
      place = swap(coordinates);
      const [x, y] = view.toScreen(place);
      context.beginPath();
      context.arc(x, y, 5 * scene.unit, 0, 2 * Math.PI);
      context.fillStyle = color;
      context.fill();
      stroke(context, colors.ground, 1.5 * scene.unit);
    } else if (type === "LineString" && Array.isArray(coordinates)) {
      const points = coordinates.filter(isPlace).map(swap);
      [place] = points;
      context.beginPath();
      line(context, view, points);
      stroke(context, color, 2.5 * scene.unit);
    } else if (type === "Polygon" && Array.isArray(coordinates)) {
      // A border and holes, or no ring at all, which the transcription allows.
      const rings = coordinates.filter(Array.isArray).map((ring) => ring.filter(isPlace).map(swap)).filter((ring) => ring.length);
      place = rings[0]?.[0];
      context.beginPath();
      for (const ring of rings) line(context, view, ring, true);
      context.globalAlpha = 0.2;
      context.fillStyle = color;
      context.fill("evenodd");
      context.globalAlpha = 1;
      stroke(context, color, 2 * scene.unit);
    }
    if (place) names.push({ id: `annotation ${names.length}`, place, text: each.name, radius: 6 * scene.unit, priority: 2, color });
  }
}

function drawRoutes(context, scene, names) {
  const { view, colors } = scene;
  for (const each of scene.routes) {
    if (each.points.length < 2) continue;
    const task = scene.flown.get(each.id);
    const { flown, left } = task ? splitRoute(each.points, task.waypoint) : { flown: [], left: each.points };
    context.beginPath();
    line(context, view, left);
    stroke(context, colors.route, (task ? 2 : 1.4) * scene.unit, [5 * scene.unit, 4 * scene.unit]);
    context.beginPath();
    line(context, view, flown);
    stroke(context, colors.route, 3 * scene.unit);
    const done = task ? percent(task.progress, task.ended) : null;
    const text = done === null ? each.name : `${each.name} · ${done} %`;
    names.push({ id: `route ${each.id}`, place: each.points[0], text, radius: 3, priority: task ? 6 : 3, color: colors.route });
  }
}

function drawTrails(context, scene) {
  for (const each of scene.devices) {
    if (!each.trail.length || !each.flying) continue;
    context.beginPath();
    line(context, scene.view, each.place ? [...each.trail, each.place] : each.trail);
    context.globalAlpha = 0.55;
    stroke(context, scene.colors.aircraft, 2 * scene.unit);
    context.globalAlpha = 1;
  }
}

function drawDock(context, scene, each, x, y) {
  const { colors, unit } = scene;
  const size = 7 * unit;
  context.beginPath();
  if (each.kind === "dock") context.rect(x - size, y - size, 2 * size, 2 * size);
  else context.arc(x, y, size * 0.7, 0, 2 * Math.PI);
  context.fillStyle = words(each.mode) === "in operation" ? colors.busy : colors.card;
  context.fill();
  stroke(context, each.online === false ? colors.bad : colors.ink, 2 * unit, each.online === false ? [3 * unit, 2 * unit] : []);
  if (scene.resting.has(each.sn)) {
    context.beginPath();
    context.arc(x, y, 2.5 * unit, 0, 2 * Math.PI);
    context.fillStyle = colors.aircraft;
    context.fill();
  }
}

function drawAircraft(context, scene, each, x, y) {
  const { colors, unit } = scene;
  context.save();
  context.translate(x, y);
  context.rotate(((each.heading ?? 0) * Math.PI) / 180);
  context.scale(unit, unit);
  context.beginPath();
  context.moveTo(0, -11);
  context.lineTo(8, 9);
  context.lineTo(0, 4.5);
  context.lineTo(-8, 9);
  context.closePath();
  context.fillStyle = each.flying ? colors.aircraft : colors.card;
  context.fill();
  context.restore();
  stroke(context, each.flying ? colors.ground : colors.ink, 1.4 * unit);
}

const labelOf = (each) => (each.flying
  ? [each.name, [each.height === null ? "" : `${Math.round(each.height)} m`, each.speed === null ? "" : `${each.speed.toFixed(1)} m/s`].filter(Boolean).join(" · ")]
  : [each.name]);

function drawDevices(context, scene, names, hits, isFlying) {
  const { view, colors, unit } = scene;
  for (const each of scene.devices) {
    if (!each.place || Boolean(each.flying) !== isFlying) continue;
    const isResting = each.kind === "aircraft" && !each.flying && scene.gateways.has(each.gateway);
    if (isResting) continue; // it is in the symbol of its dock, and in its label
    const [x, y] = view.toScreen(each.place);
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
    const isPale = scene.age(each) > STALE || each.problem;
    context.globalAlpha = isPale ? 0.5 : 1;
    if (each.kind === "aircraft") drawAircraft(context, scene, each, x, y);
    else drawDock(context, scene, each, x, y);
    context.globalAlpha = 1;
    const worst = scene.worst.get(each.sn);
    if (worst !== undefined && worst > 0) {
      context.beginPath();
      context.arc(x, y, 13 * unit, 0, 2 * Math.PI);
      stroke(context, worst > 1 ? colors.bad : colors.warn, 2 * unit);
    }
    if (scene.selected === each.sn) {
      context.beginPath();
      context.arc(x, y, 17 * unit, 0, 2 * Math.PI);
      stroke(context, colors.accent, 3 * unit);
    }
    hits.push({ sn: each.sn, x, y });
    const rows = labelOf(each);
    const guest = scene.resting.get(each.sn);
    if (guest) rows.push(guest.name);
    if (each.problem) rows.push(each.problem.length > 40 ? `${each.problem.slice(0, 39)}…` : each.problem);
    names.push({
      id: each.sn,
      at: [x, y],
      text: rows[0],
      rows: rows.slice(1).filter(Boolean),
      radius: 12 * unit,
      priority: scene.selected === each.sn ? 20 : each.flying ? 15 : each.kind === "dock" ? 10 : 8,
      color: colors.ink,
    });
  }
}

const widths = new Map();

function widthOf(context, font, text) {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20000) widths.clear();
    context.font = font;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

function drawLabels(context, scene, names) {
  const { view, colors, unit } = scene;
  const size = 12 * unit;
  const [bold, light] = [`600 ${size}px system-ui, sans-serif`, `400 ${size * 0.92}px system-ui, sans-serif`];
  const items = names.map((each) => {
    const [x, y] = each.at ?? view.toScreen(each.place);
    const rows = (each.rows ?? []).map(plain);
    // Names are anybody's: a long one does not hide the map.
    const whole = plain(each.text);
    const text = whole.length > 48 ? `${whole.slice(0, 47)}…` : whole;
    const width = Math.max(widthOf(context, bold, text), ...rows.map((row) => widthOf(context, light, row))) + 8;
    return { ...each, text, rows, x, y, width, height: size * 1.2 * (1 + rows.length) + 4 };
  });
  const bounds = { width: view.width, height: view.height };
  const placed = placeLabels(items, bounds, scene.labels, scene.covered, scene.retry);
  context.textBaseline = "top";
  for (const item of items) {
    const box = placed.get(item.id);
    if (!box) continue;
    if (box.far) {
      context.beginPath();
      context.moveTo(item.x, item.y);
      context.lineTo(Math.max(box.left, Math.min(box.right, item.x)), Math.max(box.top, Math.min(box.bottom, item.y)));
      stroke(context, colors.faint, 1);
    }
    context.globalAlpha = 0.82;
    context.fillStyle = colors.label;
    context.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    context.globalAlpha = 1;
    context.font = bold;
    context.fillStyle = item.color;
    context.fillText(item.text, box.left + 4, box.top + 3);
    context.font = light;
    context.fillStyle = colors.faint;
    item.rows.forEach((row, index) => context.fillText(row, box.left + 4, box.top + 3 + size * 1.2 * (index + 1)));
  }
  return { placed, hidden: items.filter((each) => !placed.has(each.id) && isVisible(each, bounds, scene.covered)).length };
}

/** What there is to draw of a snapshot: of one project, or of all where that is empty. */
export function sceneOf(feed, project) {
  const { shown, before } = feed;
  const here = (list) => list.filter((each) => !project || each.project === project);
  const earlier = new Map((before?.devices ?? []).map((each) => [each.sn, each]));
  const devices = here(shown.devices).map((each) => interpolate(earlier.get(each.sn), each, feed.part));
  const gateways = new Set(devices.filter((each) => each.kind !== "aircraft" && each.place).map((each) => each.sn));
  const worst = new Map();
  for (const each of here(shown.alerts)) worst.set(each.sn, Math.max(worst.get(each.sn) ?? 0, severity(each.level)));
  const resting = new Map();
  for (const each of devices) {
    if (each.kind !== "aircraft" || each.flying || !gateways.has(each.gateway)) continue;
    resting.set(each.gateway, each);
    if (worst.has(each.sn)) worst.set(each.gateway, Math.max(worst.get(each.gateway) ?? 0, worst.get(each.sn)));
  }
  return {
    devices,
    gateways,
    resting,
    worst,
    routes: here(shown.routes),
    flown: new Map(here(shown.tasks).filter((each) => !each.ended && ["executing", "paused"].includes(each.status)).map((each) => [each.route, each])),
    annotations: here(shown.annotations),
    areas: here(shown.areas),
    age: (each) => (each.read_at ? feed.since(each.read_at) ?? 0 : 0),
  };
}

/** The places of a scene, to show all of it. */
export const placesOf = (scene) => [
  ...scene.devices.flatMap((each) => (each.place ? [each.place] : [])),
  ...scene.routes.flatMap((each) => each.points),
];

const whole = (given) => ({ tiles: [], labels: new Map(), selected: null, covered: [], retry: true, ...given });

/**
 * Draws what stands still: the ground, what is drawn on it, docks, and aircraft that do not fly. Gives their names and
 * places for paintMoving.
 *
 * given: what sceneOf gives, with view, colors, unit (pixels of a symbol's pixel), selected, tiles, and covered (boxes that
 * something else lies on).
 */
export function paintStanding(context, given) {
  const scene = whole(given);
  const [names, hits] = [[], []];
  drawGround(context, scene);
  drawAreas(context, scene, names);
  drawRoutes(context, scene, names);
  drawAnnotations(context, scene, names);
  drawDevices(context, scene, names, hits, false);
  return { names, hits };
}

/**
 * Draws what moves, and all labels, over what stands still. Gives the labels, how many had no room, and where devices are.
 *
 * given: as above, with labels (those of the last time) and retry (see placeLabels). standing: what paintStanding gave.
 */
export function paintMoving(context, given, standing) {
  const scene = whole(given);
  const [names, hits] = [[...standing.names], [...standing.hits]];
  drawTrails(context, scene);
  drawDevices(context, scene, names, hits, true);
  const { placed, hidden } = drawLabels(context, scene, names);
  return { labels: placed, hidden, hits };
}

/** Draws all of a scene at once. */
export const paint = (context, given) => paintMoving(context, given, paintStanding(context, given));
