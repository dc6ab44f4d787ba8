// Where names stand on the map: no name overlaps another one, and none a symbol as long as there is room. No DOM here.

const CELL = 64; // pixels of a cell of the index
const GAP = 2; // pixels between two labels at least

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Boxes by where they are, so that each is compared with its neighbours alone. */
class Index {
  constructor() {
    this.cells = new Map();
  }

  * keys(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield x * 65536 + y;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** Whether a box overlaps another one than those of an owner. */
  hits(box, owner = null) {
    for (const key of this.keys(box)) {
      for (const each of this.cells.get(key) ?? []) if (!(owner !== null && each.owner === owner) && overlap(each, box)) return true;
    }
    return false;
  }
}

/** The boxes in which a label could stand, the best first: right, left, below, above, the corners, and once more farther out. */
function candidates(item) {
  const { x, y, width, height, radius } = item;
  const found = [];
  for (const away of [radius + 4, radius + 22, radius + 46]) {
    const side = away * 0.75;
    found.push(
      [x + away, y - height / 2],
      [x - away - width, y - height / 2],
      [x - width / 2, y + away],
      [x - width / 2, y - away - height],
      [x + side, y + side],
      [x + side, y - side - height],
      [x - side - width, y + side],
      [x - side - width, y - side - height],
    );
  }
  return found;
}

/**
 * Places labels.
 *
 * items: id, x, y (of what is named), width, height, radius (of its symbol), priority (a higher one first).
 * bounds: width and height of the map; labels stay inside.
 * previous: what this gave the last time, so that labels stay where they are as things move.
 * covered: boxes of the map that something else lies on; no label stands there.
 * retry: whether to look for room for labels that had none the last time, which is most of the work on a full map.
 *
 * Gives a Map of ids to boxes with left, top, right, bottom, slot, and far, which says that the label needs a line to
 * what it names. A label for which there is no room is not among them.
 */
export function placeLabels(items, bounds, previous = new Map(), covered = [], retry = true) {
  const symbols = new Index();
  const labels = new Index();
  for (const box of covered) labels.add(box);
  const visible = items.filter((each) => isVisible(each, bounds, covered));
  for (const { id, x, y, radius } of visible) {
    symbols.add({ owner: id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  const placed = new Map();
  const order = [...visible].sort((a, b) => b.priority - a.priority || (previous.has(b.id) ? 1 : 0) - (previous.has(a.id) ? 1 : 0) || (a.id < b.id ? -1 : 1));
  for (const item of order) {
    const last = previous.get(item.id)?.slot;
    if (!retry && last === undefined) continue;
    const slots = candidates(item);
    const numbers = last === undefined ? [...slots.keys()] : [last, ...slots.keys()];
    for (const strict of [true, false]) {
      const slot = numbers.find((number) => {
        const box = boxOf(item, slots[number]);
        return inside(box, bounds) && !labels.hits(box) && !(strict && symbols.hits(box, item.id));
      });
      if (slot === undefined) continue;
      const box = { ...boxOf(item, slots[slot]), slot, far: slot >= 8 };
      labels.add({ left: box.left - GAP, right: box.right + GAP, top: box.top - GAP, bottom: box.bottom + GAP });
      placed.set(item.id, box);
      break;
    }
  }
  return placed;
}

/** Whether what is named is on the map, and nothing lies on it. */
export const isVisible = ({ x, y }, { width, height }, covered = []) => x >= 0 && y >= 0 && x <= width && y <= height
  && !covered.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom);

const boxOf = (item, [left, top]) => ({ left, top, right: left + item.width, bottom: top + item.height });
const inside = (box, { width, height }) => box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2;

/** The pairs of boxes that overlap, for tests. */
export function overlaps(boxes) {
  const found = [];
  const all = [...boxes];
  all.forEach((a, number) => all.slice(number + 1).forEach((b) => overlap(a, b) && found.push([a, b])));
  return found;
}
