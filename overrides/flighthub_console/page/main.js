// Puts the page together: asks for snapshots, draws the map, and hears keys and pointers.

import { Feed } from "./feed.js";
import { paintMoving, paintStanding, placesOf, scaleOf, sceneOf } from "./paint.js";
import { $, ages, findDevices, list, make, say, summary, values } from "./panels.js";
import { View, groundGrid, lengthText, tilesOf } from "./projection.js";
import { age, clock } from "./words.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const canvas = $("map");
const layers = [$("ground"), canvas].map((each) => each.getContext("2d")); // what stands still, and what moves over it
const FRAME = 30; // milliseconds from one drawing of what moves to the next at least
const view = new View();
const state = { project: "", search: "", selected: null, follow: false, refusedOnly: false, fitted: null };
const pointers = new Map();
const tiles = new Map();
let settings = { tiles: null, attribution: "" };
let drawn = { labels: new Map(), hidden: 0, hits: [] };
let details = null;
let standing = null; // what paintStanding gave
let covered = [];
let lastDrawn = 0;
let colors = {};
let isDirty = true;
const frames = { count: 0, milliseconds: 0 };

async function get(path) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(10000) });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return answer.json();
}

const feed = new Feed(() => get("snapshot"), () => performance.now());

/** What tests look at. */
export const inside = { feed, view, state, frames, get drawn() { return drawn; }, draw };

function readColors() {
  const style = getComputedStyle(document.documentElement);
  const names = ["card", "ink", "faint", "label", "ground", "grid", "accent", "aircraft", "route", "annotation", "bad", "warn", "busy", "forbidden", "fence"];
  colors = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  isDirty = true;
}

const unit = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 15;

function resize() {
  const ratio = Math.min(2, devicePixelRatio || 1);
  view.width = canvas.clientWidth;
  view.height = canvas.clientHeight;
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  for (const each of layers) {
    if (each.canvas.width !== width || each.canvas.height !== height) [each.canvas.width, each.canvas.height] = [width, height];
    each.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
  isDirty = true;
}

/** The boxes of the map that the legend and the details lie on. */
function coveredBoxes() {
  const map = canvas.getBoundingClientRect();
  return [$("legend"), $("detail"), ...document.querySelectorAll(".tools, .scale, .north")].filter((each) => !each.hidden).map((each) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    return { left: left - map.left, top: top - map.top, right: right - map.left, bottom: bottom - map.top };
  });
}

/** Pixels at each side of the map that are to stay free: what lies on it, as long as that leaves some room. */
function margins() {
  const side = Math.min(110, view.width / 6);
  const [legend, detail] = [$("legend"), $("detail")].map((each) => (each.hidden || each.open === false ? 0 : each.getBoundingClientRect().width));
  const fits = legend + detail + 4 * side < view.width;
  return { left: side + (fits ? legend : 0), right: side + (fits ? detail : 0), top: 50, bottom: 70 };
}

/** Moves the map so that a place is on it, and not below the details. */
function reveal(place) {
  if (!place) return;
  const [x, y] = view.toScreen(place);
  const isFree = x > 40 && y > 40 && x < view.width - 40 && y < view.height - 40;
  if (isFree && !coveredBoxes().some((box) => x > box.left - 20 && x < box.right + 20 && y > box.top && y < box.bottom)) return;
  const { left, right, top, bottom } = margins();
  view.pan(x - (left + view.width - right) / 2, y - (top + view.height - bottom) / 2);
}

function loadTile({ z, x, y }) {
  const address = settings.tiles.replaceAll("{z}", z).replaceAll("{x}", x).replaceAll("{y}", y);
  if (!tiles.has(address)) {
    if (tiles.size > 400) tiles.clear();
    const image = new Image();
    image.referrerPolicy = "no-referrer";
    tiles.set(address, null);
    image.onload = () => { tiles.set(address, image); isDirty = true; };
    image.src = address;
  }
  return tiles.get(address);
}

function draw() {
  const begun = performance.now();
  const scene = sceneOf(feed, state.project);
  if (state.fitted !== state.project) {
    const center = feed.shown.projects.find((each) => each.id === state.project)?.center;
    const places = placesOf(scene);
    view.fit(places.length || !center ? places : [center], margins());
    state.fitted = state.project;
  }
  const chosen = scene.devices.find((each) => each.sn === state.selected);
  if (state.follow && chosen?.place) {
    const [x, y] = view.toScreen(chosen.place);
    view.pan(x - view.width / 2, y - view.height / 2);
    isDirty = true;
  }
  const given = { ...scene, view, colors, unit: state.unit, selected: state.selected, labels: drawn.labels, retry: isDirty || !standing };
  if (given.retry) {
    given.tiles = settings.tiles ? tilesOf(view).map((tile) => ({ ...tile, image: loadTile(tile) })) : [];
    covered = coveredBoxes();
    standing = paintStanding(layers[0], given);
  }
  layers[1].clearRect(0, 0, view.width, view.height);
  drawn = paintMoving(layers[1], { ...given, covered }, standing);
  const { pixels, text } = scaleOf(view);
  $("bar").style.width = `${pixels}px`;
  say($("length"), text);
  say($("grid"), `grid ${lengthText(groundGrid(view, 110 * state.unit).step)}`);
  say($("hidden"), drawn.hidden ? `${drawn.hidden} names have no room: zoom in` : "");
  isDirty = false;
  frames.count += 1;
  frames.milliseconds = performance.now() - begun;
}

function head() {
  const { shown } = feed;
  say($("title"), shown.title);
  document.title = shown.title;
  const options = [["", shown.projects.length > 1 ? "All projects" : "All"], ...shown.projects.map((each) => [each.id, each.name])];
  const told = (rows) => rows.map(([value, text]) => `${value} ${text}`).join("\n");
  if (told([...$("project").options].map((each) => [each.value, each.textContent])) !== told(options)) {
    $("project").replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
    if (!shown.projects.some((each) => each.id === state.project)) state.project = shown.projects[0]?.id ?? "";
    $("project").value = state.project;
  }
  $("clock").hidden = !shown.can_launch;
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === shown.speed));
  }
  say($("speed"), shown.source === "account" ? "" : shown.speed ? `${shown.speed}×` : "paused");
  const { key } = shown;
  const ends = key.expires ? `, ends ${key.expires.slice(0, 10)}` : "";
  say($("key"), `key ${key.state}${key.at ? ` ${age(feed.since(key.at))}` : ""}${ends}${key.state === "refused" && key.text ? `: ${key.text}` : ""}`);
  $("key").className = key.state === "refused" ? "bad" : "";
}

function status() {
  const lost = feed.isLost;
  const text = !lost ? "" : feed.shown
    ? `Connection lost: ${feed.problem}. What is shown is from ${clock(feed.shown.now)}, ${age(feed.silence)}.`
    : `No answer yet: ${feed.problem}`;
  say($("connection"), text);
  $("connection").className = lost ? "bad" : "";
  if (feed.shown) say($("now"), clock(new Date(feed.time).toISOString()));
}

function show() {
  if (!feed.shown) return;
  head();
  list(feed, state);
  ages(feed);
  const chosen = feed.shown.devices.find((each) => each.sn === state.selected);
  if (state.selected && !chosen) choose(null);
  else if (chosen) {
    summary(feed, chosen);
    offer(chosen);
  }
  isDirty = true;
}

async function look() {
  const wait = document.hidden ? 1000 : await feed.look();
  try {
    status();
    if (!feed.isLost) show();
    else if (feed.shown) { list(feed, state); ages(feed); }
    if (state.selected && !feed.isLost && !document.hidden) await read();
  } finally {
    setTimeout(look, wait);
  }
}

async function read() {
  const sn = state.selected;
  try {
    const found = await get(`devices/${encodeURIComponent(sn)}`);
    if (sn !== state.selected) return;
    details = found;
  } catch (problem) {
    if (sn !== state.selected) return;
    details = { sn, type: "", problem: String(problem.message ?? problem), values: [] };
  }
  values(details, $("detail-search").value);
}

function choose(sn) {
  const isOther = sn !== state.selected;
  state.selected = sn;
  if (!sn) state.follow = false;
  $("detail").hidden = !sn;
  if (sn && view.width < 1100) $("legend").open = false;
  if (isOther) {
    details = null;
    $("detail-values").replaceChildren();
    say($("detail-read"), "Reading the state …");
    say($("launch-said"), "");
  }
  show();
  if (sn && isOther) {
    reveal(feed.shown.devices.find((each) => each.sn === sn)?.place);
    read();
  }
}

/** Launching, where a simulator is shown: the routes that the dock's aircraft can fly. */
function offer(device) {
  const { shown } = feed;
  const aircraft = shown.devices.find((each) => each.gateway === device.sn);
  const routes = shown.can_launch && device.kind === "dock" && aircraft
    ? shown.routes.filter((each) => each.project === device.project && (!each.model_key || each.model_key === aircraft.model_key)) : [];
  $("launch").hidden = !routes.length;
  const told = routes.map((each) => each.id).join();
  if ($("launch-route").dataset.shown !== told) {
    $("launch-route").dataset.shown = told;
    $("launch-route").replaceChildren(...routes.map((each) => make("option", { value: each.id }, each.name)));
  }
}

async function send(path, body, method) {
  const answer = await fetch(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.problem ?? String(answer.status));
  return said;
}

async function launch(event) {
  event.preventDefault();
  try {
    await send("launch", { dock: state.selected, route: $("launch-route").value }, "POST");
    say($("launch-said"), "Launched.");
  } catch (problem) {
    say($("launch-said"), `Not launched: ${problem.message}`);
  }
  await feed.look();
  show();
}

async function move(what) {
  // When this fails, the look after it fails too, and says so.
  await send("clock", what, "PUT").catch(() => {});
  await feed.look();
  status();
  show();
}

function step(direction) {
  const rows = findDevices(feed.shown, state.project, state.search);
  if (!rows.length) return;
  const index = rows.findIndex((each) => each.sn === state.selected);
  choose(rows[(index + direction + rows.length) % rows.length].sn);
}

function chooseTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("theme", theme); } catch { /* a browser that keeps nothing */ }
  readColors();
}

const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.key === "Escape") {
    if (typing) event.target.blur();
    if (event.target === $("search")) { event.target.value = ""; state.search = ""; show(); } else choose(null);
    return;
  }
  if (typing || !feed.shown) return;
  const keys = {
    "/": () => $("search").focus(), n: () => step(1), p: () => step(-1), t: () => chooseTheme(isDark() ? "light" : "dark"),
    f: () => { state.follow = Boolean(state.selected) && !state.follow; }, "?": () => $("help").click(),
  };
  const onMap = {
    ArrowLeft: () => view.pan(-60, 0), ArrowRight: () => view.pan(60, 0), ArrowUp: () => view.pan(0, -60), ArrowDown: () => view.pan(0, 60),
    "+": () => view.zoomBy(0.5), "=": () => view.zoomBy(0.5), "-": () => view.zoomBy(-0.5), 0: () => { state.fitted = null; },
  };
  const action = keys[event.key] ?? (document.activeElement === canvas || document.activeElement === document.body ? onMap[event.key] : undefined);
  if (!action) return;
  event.preventDefault();
  action();
  isDirty = true;
}

function listen() {
  for (const button of document.querySelectorAll("[data-speed]")) button.onclick = () => move({ speed: Number(button.dataset.speed) });
  for (const button of document.querySelectorAll("[data-advance]")) button.onclick = () => move({ advance: Number(button.dataset.advance) });
  $("project").onchange = () => { state.project = $("project").value; drawn.labels = new Map(); show(); };
  $("search").oninput = () => { state.search = $("search").value.trim(); show(); };
  $("search").onkeydown = (event) => {
    if (event.key !== "Enter" || !feed.shown) return;
    const [first] = findDevices(feed.shown, state.project, state.search);
    if (first) choose(first.sn);
  };
  $("detail-search").oninput = () => details && values(details, $("detail-search").value);
  $("refused").onchange = () => { state.refusedOnly = $("refused").checked; show(); };
  $("closer").onclick = () => { view.zoomBy(0.5); isDirty = true; };
  $("farther").onclick = () => { view.zoomBy(-0.5); isDirty = true; };
  $("fit").onclick = () => { state.fitted = null; isDirty = true; };
  $("close").onclick = () => choose(null);
  $("launch").onsubmit = launch;
  $("theme").onclick = () => chooseTheme(isDark() ? "light" : "dark");
  $("help").onclick = () => {
    $("keys").hidden = !$("keys").hidden;
    $("help").setAttribute("aria-expanded", String(!$("keys").hidden));
  };
  document.addEventListener("click", (event) => {
    const picked = event.target.closest?.("[data-pick]")?.dataset.pick;
    if (picked) choose(picked);
  });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    view.zoomBy(-Math.sign(event.deltaY) * 0.25, event.offsetX, event.offsetY);
    isDirty = true;
  }, { passive: false });
  canvas.onpointerdown = (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY, moved: 0 });
  };
  canvas.onpointermove = (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const [x, y] = [event.offsetX, event.offsetY];
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
      view.zoomBy(Math.log2(apart({ x, y }) / apart(last)), (x + other.x) / 2, (y + other.y) / 2);
    } else view.pan(last.x - x, last.y - y);
    const way = last.moved + Math.abs(last.x - x) + Math.abs(last.y - y);
    if (way > 4) state.follow = false;
    pointers.set(event.pointerId, { x, y, moved: way });
    isDirty = true;
  };
  canvas.onpointerup = canvas.onpointercancel = (event) => {
    const last = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (!last || last.moved > 4 || event.type !== "pointerup") return;
    const near = drawn.hits.map((each) => ({ sn: each.sn, away: Math.hypot(each.x - last.x, each.y - last.y) })).sort((a, b) => a.away - b.away)[0];
    const box = [...drawn.labels].find(([, each]) => last.x >= each.left && last.x <= each.right && last.y >= each.top && last.y <= each.bottom)?.[0];
    const named = drawn.hits.find((each) => each.sn === box)?.sn;
    choose(near && near.away < 20 * state.unit ? near.sn : named ?? null);
  };
  $("legend").ontoggle = () => { isDirty = true; };
  addEventListener("keydown", press);
  dark.addEventListener("change", readColors);
  new ResizeObserver(() => { state.unit = unit(); resize(); }).observe(canvas);
}

function animate() {
  const isMoving = feed.shown && feed.part < 1 && !still.matches && feed.shown.devices.some((each) => each.flying);
  const now = performance.now();
  if (feed.shown && !document.hidden && (isDirty || (isMoving && now - lastDrawn >= FRAME))) {
    lastDrawn = now;
    draw();
  }
  requestAnimationFrame(animate);
}

try { document.documentElement.dataset.theme = localStorage.getItem("theme") ?? ""; } catch { /* a browser that keeps nothing */ }
if (!document.documentElement.dataset.theme) delete document.documentElement.dataset.theme;
state.unit = unit();
$("legend").open = innerWidth >= 1100;
readColors();
resize();
listen();
settings = await get("settings").catch(() => settings);
say($("attribution"), settings.attribution);
await look();
setInterval(() => { status(); if (feed.shown) ages(feed); }, 1000);
animate();
document.body.dataset.ready = "yes";
