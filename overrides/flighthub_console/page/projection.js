// Where places are on the screen: Web Mercator, so that tiles fit, with the whole world 0 to 1 wide. No DOM here.

const EQUATOR = 40075016.686; // metres around the equator
const TILE = 256; // pixels of a tile
export const NEAREST = 23; // zoom at which a pixel is a few centimetres
export const FARTHEST = 1;
const MOST_LATITUDE = 85.05112878;

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Mercator coordinates of a place, x to the east and y to the south. */
export function toWorld([latitude, longitude]) {
  const bounded = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
  return [longitude / 360 + 0.5, 0.5 - Math.asinh(Math.tan(radians(bounded))) / (2 * Math.PI)];
}

/** The place at Mercator coordinates. */
export function toPlace([x, y]) {
  const latitude = (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
  return [latitude, ((((x % 1) + 1) % 1) - 0.5) * 360];
}

/** What of the world is on the screen. */
export class View {
  constructor() {
    this.center = [0.5, 0.5];
    this.zoom = 3;
    this.width = 800;
    this.height = 600;
  }

  /** Pixels that the world is wide. */
  get size() {
    return TILE * 2 ** this.zoom;
  }

  get latitude() {
    return toPlace(this.center)[0];
  }

  get metresPerPixel() {
    return (EQUATOR * Math.cos(radians(this.latitude))) / this.size;
  }

  /** Pixels of a place from the upper left corner; of its copy that is nearest to the middle, over 180 degrees too. */
  toScreen(place) {
    const [x, y] = toWorld(place);
    const east = x - this.center[0];
    return [(east - Math.round(east)) * this.size + this.width / 2, (y - this.center[1]) * this.size + this.height / 2];
  }

  fromScreen([x, y]) {
    return toPlace([this.center[0] + (x - this.width / 2) / this.size, this.center[1] + (y - this.height / 2) / this.size]);
  }

  pan(x, y) {
    const [east, south] = this.center;
    this.center = [(east + x / this.size + 1) % 1, Math.max(0, Math.min(1, south + y / this.size))];
  }

  /** Zooms by some steps; what is at x, y pixels stays there. */
  zoomBy(steps, x = this.width / 2, y = this.height / 2) {
    const before = this.size;
    this.zoom = Math.max(FARTHEST, Math.min(NEAREST, this.zoom + steps));
    const moved = 1 / before - 1 / this.size;
    this.center = [this.center[0] + (x - this.width / 2) * moved, this.center[1] + (y - this.height / 2) * moved];
  }

  /** Shows all of some places, with pixels that stay free at each side. */
  fit(places, { left = 70, right = 70, top = 70, bottom = 70 } = {}) {
    if (!places.length) return;
    const [first] = toWorld(places[0]);
    const points = places.map((place) => {
      const [x, y] = toWorld(place);
      return [x - Math.round(x - first), y];
    });
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [west, east] = [Math.min(...xs), Math.max(...xs)];
    const [north, south] = [Math.min(...ys), Math.max(...ys)];
    const room = [Math.max(60, this.width - left - right), Math.max(60, this.height - top - bottom)];
    const size = Math.min(room[0] / Math.max(east - west, 1e-7), room[1] / Math.max(south - north, 1e-7));
    this.zoom = Math.max(FARTHEST, Math.min(19.5, Math.log2(size / TILE)));
    this.center = [((((west + east) / 2) % 1) + 1) % 1, (north + south) / 2];
    this.pan((right - left) / 2, (bottom - top) / 2);
  }
}

/** The largest 1, 2 or 5 with zeros that is not more than a value. */
export function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((each) => each * power).find((each) => each <= value * (1 + 1e-9)) ?? power;
}

export const lengthText = (metres) => (metres >= 1000 ? `${metres / 1000} km` : metres >= 1 ? `${metres} m` : `${metres * 100} cm`);

/** Lines of a grid on the ground: its step in metres, and the pixels at which its lines are. */
export function groundGrid(view, wanted = 110) {
  const step = roundDown(view.metresPerPixel * wanted);
  const pixels = step / view.metresPerPixel;
  const start = (middle, half) => {
    const offset = (middle * view.size - half) % pixels;
    return offset > 0 ? pixels - offset : -offset;
  };
  const lines = (first, end) => Array.from({ length: Math.max(0, Math.ceil((end - first) / pixels)) }, (_, n) => first + n * pixels);
  return {
    step,
    xs: lines(start(view.center[0], view.width / 2), view.width),
    ys: lines(start(view.center[1], view.height / 2), view.height),
  };
}

/** The tiles that cover a view: column, row, zoom, and where they are in pixels. */
export function tilesOf(view, most = 19) {
  const zoom = Math.max(0, Math.min(most, Math.round(view.zoom)));
  const count = 2 ** zoom;
  const side = view.size / count;
  const left = view.center[0] * view.size - view.width / 2;
  const top = view.center[1] * view.size - view.height / 2;
  const found = [];
  for (let row = Math.max(0, Math.floor(top / side)); row < count && row * side < top + view.height; row += 1) {
    for (let column = Math.floor(left / side); column * side < left + view.width; column += 1) {
      found.push({ z: zoom, x: ((column % count) + count) % count, y: row, left: column * side - left, top: row * side - top, side });
    }
  }
  return found;
}
