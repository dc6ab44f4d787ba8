// Snapshots as they come, and how old everything is when they do not. Everything from outside is handed in.

export class Feed {
  /** get: gives a snapshot or throws. now: milliseconds of a clock that only goes forward. */
  constructor(get, now) {
    this.get = get;
    this.now = now;
    this.shown = null; // the last snapshot
    this.before = null; // the one before it
    this.received = 0;
    this.interval = 1000; // milliseconds between the last two snapshots
    this.problem = "";
    this.failures = 0;
  }

  /** Asks for a snapshot, and says how many milliseconds to wait until the next time. */
  async look() {
    try {
      const next = await this.get();
      const at = this.now();
      if (this.shown) this.interval = Math.max(250, Math.min(5000, at - this.received));
      [this.before, this.shown, this.received] = [this.shown, next, at];
      this.problem = "";
      this.failures = 0;
      return 1000;
    } catch (error) {
      this.problem = String(error?.message ?? error);
      this.failures += 1;
      return Math.min(5000, 1000 * this.failures);
    }
  }

  /** Seconds since the last snapshot. */
  get silence() {
    return this.shown ? (this.now() - this.received) / 1000 : null;
  }

  /** Whether the last snapshot is no longer the present. */
  get isLost() {
    return this.failures > 0;
  }

  /** The time of what is shown now, in milliseconds of Unix. */
  get time() {
    return this.shown ? Date.parse(this.shown.now) + (this.now() - this.received) * this.shown.speed : null;
  }

  /** Seconds since a moment, by the time of what is shown; by the real one while nothing answers. */
  since(text) {
    if (!text || !this.shown) return null;
    const atSnapshot = (Date.parse(this.shown.now) - Date.parse(text)) / 1000;
    const speed = this.isLost ? Math.max(1, this.shown.speed) : this.shown.speed;
    return Math.max(0, atSnapshot + ((this.now() - this.received) / 1000) * speed);
  }

  /** How far the way from the snapshot before to the last one is gone, 0 to 1. */
  get part() {
    return this.before ? Math.min(1, (this.now() - this.received) / this.interval) : 1;
  }
}
