// How things are said. No DOM here.

export const words = (text) => String(text ?? "").replaceAll("_", " ").toLowerCase();

/** A text of anybody's without what nobody sees: control characters, and those that turn the direction of text. */
export const plain = (text) => String(text ?? "").replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");

/** How long ago something was, in the largest unit that says enough. */
export function age(seconds) {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return "never";
  const past = Math.max(0, seconds);
  if (past < 1.5) return "now";
  if (past < 90) return `${Math.round(past)} s ago`;
  if (past < 5400) return `${Math.round(past / 60)} min ago`;
  if (past < 172800) return `${Math.round(past / 3600)} h ago`;
  return `${Math.round(past / 86400)} days ago`;
}

export function number(value, digits = 0) {
  return value === null || value === undefined ? "–" : value.toFixed(digits);
}

/** The tone of a state by its word: good, bad, quiet, or none. */
export function tone(state) {
  const text = words(state);
  if (/fail|terminat|timeout|cancel|error|refused|offline/.test(text)) return "bad";
  if (/waiting|suspended|init|paused|stopped|partially|idle|unknown/.test(text)) return "quiet";
  return /success|done|finish|complete|running|accepted/.test(text) ? "good" : "";
}

/** Percent of a progress from 0 to 1: what has not ended is never shown as complete. */
export function percent(progress, ended) {
  if (progress === null || progress === undefined) return null;
  const rounded = Math.floor(progress * 100);
  return ended ? rounded : Math.min(99, rounded);
}

const RANK = ["notification", "reminder", "warning"]; // from the least serious on; what is in no list counts as the worst

/** How serious an alert is, 0 to 3. */
export function severity(level) {
  const found = RANK.indexOf(words(level));
  return found < 0 ? RANK.length : found;
}

export const clock = (text) => (text ? `${text.slice(0, 10)} ${text.slice(11, 19)} UTC` : "–");
export const time = (text) => (text ? text.slice(11, 19) : "–");
export const day = (text) => (text ? `${text.slice(5, 10)} ${text.slice(11, 16)}` : "–");

/** A link that a page may have: to a web page, and to nothing else. */
export function safeLink(text) {
  try {
    const link = new URL(text);
    return ["http:", "https:"].includes(link.protocol) ? link.href : null;
  } catch {
    return null;
  }
}

/** Whether a device has all the words of a search in its names. */
export function matches(device, search) {
  const text = [device.name, device.sn, device.model, device.kind, device.mode].join(" ").toLowerCase();
  return search.toLowerCase().split(/\s+/).every((each) => text.includes(each.replaceAll(" ", "_")) || text.replaceAll("_", " ").includes(each));
}
