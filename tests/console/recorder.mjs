// A canvas that takes down what is drawn on it, in the order in which it is drawn.

const METHODS = ["beginPath", "closePath", "moveTo", "lineTo", "arc", "rect", "fill", "stroke", "fillRect", "clearRect", "fillText", "drawImage", "save", "restore", "translate", "rotate", "scale"];

export class Recorder {
  constructor() {
    this.drawn = [];
    this.font = "12px sans-serif";
    for (const name of METHODS) {
      this[name] = (...values) => {
        this.drawn.push({ name, values, fill: this.fillStyle, stroke: this.strokeStyle, alpha: this.globalAlpha ?? 1 });
      };
    }
  }

  setLineDash() {}

  measureText(text) {
    return { width: text.length * parseFloat(this.font.split(" ").find((each) => each.endsWith("px"))) * 0.58 };
  }

  get texts() {
    return this.drawn.filter(({ name }) => name === "fillText").map(({ values }) => values[0]);
  }
}

/** A feed whose snapshot has come just now. */
export const feedOf = (shown, before = null, part = 1) => ({ shown, before, part, since: (text) => (Date.parse(shown.now) - Date.parse(text)) / 1000 });

const names = ["card", "ink", "faint", "label", "ground", "grid", "accent", "aircraft", "route", "annotation", "bad", "warn", "busy", "forbidden", "fence"];
export const colors = Object.fromEntries(names.map((name) => [name, name]));
