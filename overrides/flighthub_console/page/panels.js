// The lists beside the map, and the details of one device. Everything from outside is put in as text, never as HTML.

import { age, day, matches, number, percent, plain, safeLink, severity, time, tone, words } from "./words.js";

const MOST_ROWS = 300; // of a list; the search finds the others
export const $ = (id) => document.getElementById(id);

export function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.map((each) => (typeof each === "string" ? plain(each) : each)));
  return made;
}

/** Sets text only where it differs, so that a selection and the reader of a screen are left alone. */
export function say(element, text) {
  const shown = plain(text);
  if (element.textContent !== shown) element.textContent = shown;
}

function set(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** Brings a list up to date, and keeps the rows that stay. */
function fill(list, rows, empty) {
  const known = new Map([...list.children].map((each) => [each.dataset.id, each]));
  const wanted = rows.length ? rows.slice(0, MOST_ROWS) : [{ id: "empty", empty }];
  if (rows.length > MOST_ROWS) wanted.push({ id: "more", empty: `and ${rows.length - MOST_ROWS} more: search for them` });
  wanted.forEach((row, index) => {
    let item = known.get(row.id);
    known.delete(row.id);
    if (!item) {
      item = make("li");
      item.dataset.id = row.id;
      if (row.empty === undefined) {
        const body = make(row.pick ? "button" : "div", row.pick ? { type: "button", class: "row", "data-pick": row.pick } : { class: "row" });
        body.append(make("b"), make("span", { class: "state" }), make("progress", { max: 1, hidden: "" }), make("small"), make("small"));
        item.append(body);
      } else item.className = "empty";
    }
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
    if (row.empty !== undefined) say(item, row.empty);
    else update(item.firstChild, row);
  });
  for (const each of known.values()) each.remove();
}

function update(body, row) {
  const [name, state, bar, detail, more] = body.children;
  say(name, row.name);
  say(state, row.state);
  set(state, "class", `state ${row.look ?? ""}`);
  bar.hidden = row.progress === null || row.progress === undefined;
  if (!bar.hidden) {
    set(bar, "value", row.progress);
    set(bar, "aria-label", `Progress of ${row.name}`);
  }
  say(detail, row.detail ?? "");
  say(more, row.more ?? "");
  set(more, "class", row.moreLook ?? "");
  if (row.pick) set(body, "aria-pressed", String(Boolean(row.picked)));
}

/** How a device reads: its state, or why that is not known. */
function deviceRow(each, feed, selected) {
  const off = each.online === false ? (each.kind === "aircraft" && !each.problem ? "off" : "offline") : "";
  const parts = [each.model];
  if (each.battery !== null) parts.push(`${number(each.battery)} %`);
  if (each.flying) parts.push(`${number(each.height)} m`, `${number(each.speed, 1)} m/s`, `${number(each.heading)}°`);
  const read = feed.since(each.read_at);
  return {
    id: each.sn,
    pick: each.sn,
    picked: each.sn === selected,
    name: each.name || each.sn,
    state: off || words(each.mode) || (each.online ? "online" : ""),
    look: each.problem ? "bad" : off ? "quiet" : each.flying ? "" : "quiet",
    detail: parts.filter(Boolean).join(" · "),
    more: each.problem ? `${each.problem}${read === null ? "" : `; last read ${age(read)}`}` : read !== null && (read > 15 || feed.isLost) ? `read ${age(read)}` : "",
    moreLook: each.problem ? "bad" : "",
  };
}

const order = { aircraft: 1, dock: 2, controller: 3 };

/** The devices of the list, in its order: those that fly first. */
export function findDevices(shown, project, search) {
  return shown.devices
    .filter((each) => (!project || each.project === project) && (!search || matches(each, search)))
    .sort((a, b) => Number(b.flying ?? false) - Number(a.flying ?? false) || order[a.kind] - order[b.kind] || a.name.localeCompare(b.name) || (a.sn < b.sn ? -1 : 1));
}

/** All lists. */
export function list(feed, { project, search, selected, refusedOnly }) {
  const { shown } = feed;
  const here = (rows) => rows.filter((each) => !project || each.project === project || each.project === null);
  const found = (rows) => here(rows).filter((each) => !search || Object.values(each).join(" ").toLowerCase().includes(search.toLowerCase()));

  fill($("alerts"), found(shown.alerts).sort((a, b) => severity(b.level) - severity(a.level)).map((each, index) => ({
    id: `${each.sn} ${each.code} ${index}`, pick: each.sn, picked: each.sn === selected,
    name: each.message || each.code, state: words(each.level), look: severity(each.level) > 1 ? "bad" : severity(each.level) ? "warn" : "quiet",
    detail: `${each.device} · ${each.code}`,
  })), "No alert.");
  fill($("devices"), findDevices(shown, project, search).map((each) => deviceRow(each, feed, selected)), search ? "No device fits." : "No device belongs to this project.");
  fill($("tasks"), found(shown.tasks).map((each) => {
    const done = percent(each.progress, each.ended);
    return {
      id: each.id, pick: each.sn, picked: each.sn === selected, name: each.name, state: `${words(each.status)}${done === null || each.status === "waiting" ? "" : ` · ${done} %`}`, look: tone(each.status),
      progress: done === null ? null : done / 100,
      detail: `${each.dock} · ${words(each.type)} · ${day(each.begin)}${each.waypoints ? ` · waypoint ${each.waypoint ?? 0} of ${each.waypoints}` : ""}`,
      more: each.problem, moreLook: "bad",
    };
  }), shown.can_launch ? "No flight task yet. Choose a dock and launch one, or create one through the API." : "No flight task in these days.");
  fill($("weather"), found(shown.weather).map((each) => ({
    id: `${each.project} ${each.place}`, name: each.place, state: each.stops || words(each.rain), look: each.stops ? "bad" : "quiet",
    detail: [
      each.wind === null ? "" : `wind ${number(each.wind, 1)} m/s${each.direction === null ? "" : ` from ${number(each.direction)}°`}`,
      each.temperature === null ? "" : `${number(each.temperature, 1)} °C`, each.humidity === null ? "" : `${number(each.humidity)} % humidity`,
    ].filter(Boolean).join(" · "),
  })), "No dock reports the weather.");
  fill($("models"), found(shown.models).map((each, index) => ({
    id: `${index} ${each.name}`, name: each.name, state: each.status, look: tone(each.status),
    progress: each.progress === null ? null : Math.min(each.ended ? 1 : 0.99, each.progress / 100), detail: each.progress === null ? "" : `${Math.min(each.ended ? 100 : 99, each.progress)} %`,
  })), "Nothing is being reconstructed.");
  fill($("streams"), found(shown.streams).map((each, index) => ({
    id: `${index} ${each.name}`, name: each.name, state: each.enabled ? words(each.state) : "off", look: each.enabled ? tone(each.state) : "quiet",
    detail: `${each.kind} · ${each.device} · ${each.camera}`,
  })), "No camera is forwarded or watched.");
  const asked = shown.requests.filter((each) => !refusedOnly || !each.ok);
  $("requests").replaceChildren(...asked.map((each) => make("tr", {},
    make("td", {}, time(each.at)), make("td", {}, each.method), make("td", {}, each.operation),
    make("td", { class: each.ok ? "good" : "bad" }, each.status === null ? "–" : String(each.status)), make("td", { class: each.ok ? "" : "bad" }, each.said))));
}

/** How old each list is, and what went wrong with it. */
export function ages(feed) {
  for (const element of document.querySelectorAll("[data-reading]")) {
    const reading = feed.shown.readings.find((each) => each.name === element.dataset.reading);
    const since = reading ? feed.since(reading.at) : null;
    const late = since !== null && reading.every !== null && since > 3 * reading.every;
    say(element, feed.isLost ? `${age(reading ? since : feed.silence)}` : !reading ? "" : reading.problem ? `${reading.problem}; ${age(since)}` : age(since));
    element.classList.toggle("bad", Boolean(reading?.problem) || late || feed.isLost);
  }
}

/** The summary of the device that is chosen. */
export function summary(feed, each) {
  say($("detail-title"), each.name || each.sn);
  say($("detail-model"), `${each.model} · ${each.kind} · ${each.sn}`);
  const rows = [["State", words(each.mode) || (each.online === false ? "offline" : each.online ? "online" : "not known")]];
  if (each.problem) rows.push(["Problem", each.problem]);
  if (each.battery !== null) rows.push(["Battery", `${number(each.battery)} %`]);
  if (each.kind === "aircraft") {
    rows.push(["Height", `${number(each.height)} m above the take-off`], ["Speed", `${number(each.speed, 1)} m/s, climbing ${number(each.climb, 1)} m/s`], ["Heading", `${number(each.heading)}°`]);
  }
  if (each.place) rows.push(["Place", each.place.map((value) => value.toFixed(6)).join(", ")]);
  rows.push(["Read", age(feed.since(each.read_at))]);
  const texts = rows.flatMap(([name, value]) => [name, value]);
  const list_ = $("detail-summary");
  if (list_.children.length !== texts.length) list_.replaceChildren(...rows.flatMap(() => [make("dt"), make("dd")]));
  texts.forEach((text, index) => say(list_.children[index], text));
  const links = each.cameras.map((camera) => {
    const href = camera.link === null ? null : safeLink(camera.link);
    return href ? make("a", { href, target: "_blank", rel: "noopener noreferrer" }, `Watch ${camera.name}`) : make("span", { class: "quiet" }, camera.name);
  });
  const shown = links.map((link) => `${link.getAttribute("href")} ${link.textContent}`).join();
  if ($("detail-links").dataset.shown !== shown) {
    $("detail-links").dataset.shown = shown;
    $("detail-links").replaceChildren(...links.flatMap((link, index) => (index ? [" · ", link] : ["Cameras: ", link])));
  }
}

/** The whole state of the device that is chosen. */
export function values(details, search) {
  say($("detail-read"), details.problem || `${details.type}: ${details.values.length} values`);
  $("detail-read").classList.toggle("bad", Boolean(details.problem));
  const found = details.values.filter((each) => !search || words(each.name).includes(search.toLowerCase()) || each.description.toLowerCase().includes(search.toLowerCase()));
  const rows = found.map((each) => {
    const key = make("td", { title: each.description }, words(each.name));
    return make("tr", {}, key, make("td", {}, each.unit ? `${each.text} ${each.unit}` : words(each.text)));
  });
  $("detail-values").replaceChildren(...rows);
}
