// The map and the lists. Everything from the world is put in as text, never as HTML.

const METRES = 111320; // of a degree of latitude
const TRAIL = 300; // places that are kept behind an aircraft
const [NEAREST, FARTHEST] = [0.02, 2000]; // metres per pixel
const $ = (id) => document.getElementById(id);

const view = { x: 0, y: 0, scale: 1, fitted: "" }; // metres from the project's centre, and metres per pixel
const trails = new Map();
const still = matchMedia("(prefers-reduced-motion: reduce)");
let shown = null; // the last picture
let before = null; // the one before it, to move aircraft smoothly
let came = 0;

function make(name, attributes = {}, text = "") {
  const svg = ["g", "line", "path", "rect", "circle", "polygon", "text", "title"].includes(name);
  const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== "") made.textContent = text;
  return made;
}

const project = () => shown.projects.find((each) => each.uuid === $("project").value) ?? shown.projects[0];
const here = (list) => list.filter((each) => each.project === null || each.project === project().uuid);

function metres([latitude, longitude]) {
  const [north, east] = project().center;
  return [(longitude - east) * METRES * Math.cos((north * Math.PI) / 180), (north - latitude) * METRES];
}

function pixels(place) {
  const [x, y] = metres(place);
  const { clientWidth: width, clientHeight: height } = $("map");
  return [(x - view.x) / view.scale + width / 2, (y - view.y) / view.scale + height / 2];
}

const path = (places) => places.map((place, index) => `${index ? "L" : "M"}${pixels(place).map((n) => n.toFixed(1)).join(" ")}`).join("");

function fit() {
  const places = [
    ...here(shown.gateways).map((each) => each.place),
    ...here(shown.waylines).flatMap((each) => each.points),
    ...here(shown.aircraft).map((each) => each.place),
    project().center,
  ].map(metres);
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const { clientWidth: width, clientHeight: height } = $("map");
  view.x = (Math.min(...xs) + Math.max(...xs)) / 2;
  view.y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const wide = Math.max(...xs) - Math.min(...xs) + 60;
  const high = Math.max(...ys) - Math.min(...ys) + 60;
  view.scale = Math.max(wide / Math.max(width - 140, 80), high / Math.max(height - 120, 80), 0.05);
  view.fitted = project().uuid;
}

function round(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((each) => each * power).find((each) => each <= value);
}

function drawGround() {
  const { clientWidth: width, clientHeight: height } = $("map");
  const step = round(view.scale * 140);
  const lines = [];
  const left = view.x - (width / 2) * view.scale;
  const top = view.y - (height / 2) * view.scale;
  for (let x = Math.ceil(left / step) * step; x < left + width * view.scale; x += step) {
    const at = (x - left) / view.scale;
    lines.push(make("line", { class: "grid", x1: at, x2: at, y1: 0, y2: height }));
  }
  for (let y = Math.ceil(top / step) * step; y < top + height * view.scale; y += step) {
    const at = (y - top) / view.scale;
    lines.push(make("line", { class: "grid", x1: 0, x2: width, y1: at, y2: at }));
  }
  $("ground").replaceChildren(...lines);
  const length = round(view.scale * 120);
  $("bar").style.width = `${length / view.scale}px`;
  $("length").textContent = length >= 1000 ? `${length / 1000} km` : `${length} m`;
}

function drawRoutes() {
  const flown = new Set(here(shown.tasks).filter((each) => !each.ended && each.status !== "waiting").map((each) => each.wayline));
  $("routes").replaceChildren(
    ...here(shown.waylines).filter((each) => each.points.length > 1).map((each) => {
      const group = make("g");
      group.append(make("path", { class: flown.has(each.id) ? "route flown" : "route", d: path(each.points) }), make("title", {}, each.name));
      const [x, y] = pixels(each.points[0]);
      group.append(make("text", { x: x + 6, y: y - 6 }, each.name));
      return group;
    }),
  );
}

function drawAnnotations() {
  const drawn = [];
  for (const each of here(shown.annotations)) {
    const { type, coordinates } = each.geometry ?? {};
    const swap = ([longitude, latitude]) => [latitude, longitude];
    const group = make("g");
    if (type === "Point") {
      const [x, y] = pixels(swap(coordinates));
      group.append(make("circle", { class: "annotation", cx: x, cy: y, r: 6 }), make("text", { x: x + 9, y: y + 4 }, each.name));
    } else if (type === "LineString") {
      group.append(make("path", { class: "annotation", "fill-opacity": 0, d: path(coordinates.map(swap)) }));
    } else if (type === "Polygon") {
      // A border and holes, or no ring at all, which the transcription allows.
      const rings = coordinates.filter((ring) => ring.length).map((ring) => `${path(ring.map(swap))}Z`);
      group.append(make("path", { class: "annotation", "fill-rule": "evenodd", d: rings.join("") }));
    }
    group.append(make("title", {}, each.name));
    drawn.push(group);
  }
  $("drawn").replaceChildren(...drawn);
}

function drawDocks() {
  $("docks").replaceChildren(
    ...here(shown.gateways).map((each) => {
      const [x, y] = pixels(each.place);
      const group = make("g");
      const look = `dock${each.online ? "" : " offline"}${each.mode === "in_operation" ? " busy" : ""}`;
      const size = each.dock ? 12 : 8;
      group.append(make("rect", { class: look, x: x - size / 2, y: y - size / 2, width: size, height: size, rx: each.dock ? 2 : 4 }));
      if (each.dock || view.scale < 0.7) group.append(make("text", { x: x + 10, y: y + 15 }, each.name));
      group.append(make("title", {}, `${each.name}, ${each.model}, ${each.sn}`));
      return group;
    }),
  );
}

function drawAircraft() {
  // Between two pictures an aircraft moves on a straight line, so the map is a second behind.
  const part = before && !still.matches ? Math.min(1, (performance.now() - came) / 1000) : 1;
  const planes = [];
  const lines = [];
  for (const each of here(shown.aircraft)) {
    if (!each.flying) continue;
    const old = before?.aircraft.find((other) => other.sn === each.sn && other.flying) ?? each;
    const place = each.place.map((value, index) => old.place[index] + (value - old.place[index]) * part);
    const [x, y] = pixels(place);
    const group = make("g");
    group.append(make("path", { class: "plane", d: "M0 -10 L7 8 L0 4 L-7 8 Z", transform: `translate(${x} ${y}) rotate(${each.heading})` }));
    group.append(make("text", { x: x + 12, y: y - 4 }, `${each.name} · ${Math.round(each.elevation)} m`));
    group.append(make("title", {}, `${each.name}, ${each.model}, ${each.sn}`));
    planes.push(group);
    lines.push(make("path", { class: "trail", d: path([...(trails.get(each.sn) ?? []).slice(0, -1), place]) }));
  }
  $("aircraft").replaceChildren(...planes);
  $("trails").replaceChildren(...lines);
}

function drawMap() {
  if (view.fitted !== project().uuid) fit();
  drawGround();
  drawRoutes();
  drawAnnotations();
  drawDocks();
  drawAircraft();
}

function fill(id, rows, empty) {
  $(id).replaceChildren(...(rows.length ? rows : [make("li", { class: "empty" }, empty)]));
}

function row(name, state, look, detail, progress) {
  const made = make("li");
  made.append(make("b", {}, name), make("span", { class: `state ${look}` }, state));
  if (progress !== undefined) made.append(make("progress", { max: 1, value: progress, "aria-label": `Progress of ${name}` }));
  made.append(make("small", {}, detail));
  return made;
}

const words = (text) => text.replaceAll("_", " ");

function looks(state) {
  if (/fail|terminated|timeout|cancel/.test(state)) return "bad";
  if (/waiting|suspended|initialized|paused|stopped|partially/.test(state)) return "quiet";
  return /success|done|upload_finished/.test(state) ? "good" : "";
}

function list() {
  const clock = (text) => text.slice(11, 16);
  fill("fleet", here(shown.aircraft).map((each) => row(
    each.name,
    each.on ? words(each.mode) : each.online ? "off, in its dock" : "offline",
    each.flying ? "" : "quiet",
    `${each.model} · ${each.battery} %${each.flying ? ` · ${each.speed.toFixed(1)} m/s · ${Math.round(each.elevation)} m` : ""}`,
  )), "No aircraft belongs to this project.");
  fill("tasks", here(shown.tasks).map((each) => row(
    each.name, words(each.status), looks(each.status), `${each.dock} · ${each.type} · ${clock(each.begin)} UTC`, each.progress,
  )), "No flight task yet. Create one through the API, and it flies here.");
  fill("models", here(shown.models).map((each) => row(each.name, each.status, looks(each.status), `${each.progress} %`, each.progress / 100)),
    "Nothing is being reconstructed.");
  fill("streams", here(shown.forwarders).map((each) => row(each.name, each.state, looks(each.state), each.enabled ? "on" : "off")),
    "No stream is forwarded.");
  $("requests").replaceChildren(...shown.requests.map((each) => {
    const line = make("tr");
    const look = each.status >= 500 ? "bad" : each.said === "code 0" ? "good" : "";
    line.append(make("td", {}, each.at.slice(11, 19)), make("td", {}, each.method), make("td", {}, each.what),
      make("td", { class: look }, each.status || "–"), make("td", {}, each.said));
    return line;
  }));
}

function head() {
  const chosen = $("project").value;
  const options = shown.projects.map((each) => make("option", { value: each.uuid }, each.name));
  const told = (list) => list.map((each) => `${each.value} ${each.textContent}`).join("\n");
  if (told([...$("project").options]) !== told(options)) {
    $("project").replaceChildren(...options);
    $("project").value = (shown.projects.find((each) => each.uuid === chosen) ?? shown.projects[0]).uuid;
  }
  $("now").textContent = `${shown.now.slice(0, 10)} ${shown.now.slice(11, 19)} UTC`;
  $("speed").textContent = shown.speed ? `${shown.speed}×` : "paused";
  for (const button of document.querySelectorAll("[data-speed]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.speed) === shown.speed));
  }
}

function remember() {
  for (const each of shown.aircraft) {
    const trail = trails.get(each.sn) ?? [];
    if (!each.flying) trails.delete(each.sn);
    else if (String(trail.at(-1)) !== String(each.place)) trails.set(each.sn, [...trail, each.place].slice(-TRAIL));
  }
}

async function look() {
  try {
    const answer = await fetch("picture");
    if (!answer.ok) throw new Error(String(answer.status));
    const next = await answer.json();
    [before, shown, came] = [shown, next, performance.now()];
    $("trouble").hidden = true;
    remember();
    head();
    list();
    drawMap();
  } catch (problem) {
    console.error(problem);
    $("trouble").hidden = false;
  }
}

async function move(what) {
  const headers = { "Content-Type": "application/json" };
  // When this fails, the look after it fails too, and says so.
  await fetch("clock", { method: "PUT", headers, body: JSON.stringify(what) }).catch(() => {});
  await look();
}

function zoom(factor, x = 0, y = 0) { // what is x and y pixels from the middle stays there
  const scale = Math.min(FARTHEST, Math.max(NEAREST, view.scale * factor));
  view.x += x * (view.scale - scale);
  view.y += y * (view.scale - scale);
  view.scale = scale;
  drawMap();
}

function pan(x, y) {
  view.x += x * view.scale;
  view.y += y * view.scale;
  drawMap();
}

function listen() {
  for (const button of document.querySelectorAll("[data-speed]")) button.onclick = () => move({ speed: Number(button.dataset.speed) });
  for (const button of document.querySelectorAll("[data-advance]")) button.onclick = () => move({ advance: Number(button.dataset.advance) });
  $("project").onchange = () => { list(); drawMap(); };
  $("closer").onclick = () => zoom(1 / 1.4);
  $("farther").onclick = () => zoom(1.4);
  $("fit").onclick = () => { fit(); drawMap(); };
  const map = $("map");
  map.onwheel = (event) => {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, event.offsetX - map.clientWidth / 2, event.offsetY - map.clientHeight / 2);
  };
  map.onpointerdown = (event) => map.setPointerCapture(event.pointerId);
  map.onpointermove = (event) => { if (event.buttons) pan(-event.movementX, -event.movementY); };
  map.onkeydown = (event) => {
    const keys = { ArrowLeft: () => pan(-40, 0), ArrowRight: () => pan(40, 0), ArrowUp: () => pan(0, -40), ArrowDown: () => pan(0, 40),
      "+": () => zoom(1 / 1.4), "-": () => zoom(1.4), 0: () => { fit(); drawMap(); } };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  };
  addEventListener("resize", () => shown && drawMap());
}

function animate() {
  if (shown && !document.hidden && !still.matches) drawAircraft();
  requestAnimationFrame(animate);
}

listen();
await look();
setInterval(() => { if (!document.hidden) look(); }, 1000);
animate();
document.body.dataset.ready = "yes";
