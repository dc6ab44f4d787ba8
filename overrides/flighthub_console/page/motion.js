// Between two snapshots things move on straight lines, so the map is one interval behind. No DOM here.

const turn = (from, to) => ((((to - from) % 360) + 540) % 360) - 180;

const between = (from, to, part) => (from === null || from === undefined || to === null || to === undefined ? to : from + (to - from) * part);

/** A device somewhere between two snapshots; part 0 is the earlier one and 1 the later. */
export function interpolate(before, after, part) {
  if (!before || part >= 1 || !before.place || !after.place || before.flying !== after.flying) return after;
  const east = turn(before.place[1], after.place[1]);
  const place = [between(before.place[0], after.place[0], part), before.place[1] + east * part];
  const heading = after.heading === null || before.heading === null ? after.heading : before.heading + turn(before.heading, after.heading) * part;
  return { ...after, place, heading, height: between(before.height, after.height, part), trail: before.trail?.length ? before.trail : after.trail };
}

/** How much of a route is flown and what is left of it, as two lines, by how many waypoints were reached. */
export function splitRoute(points, waypoint) {
  const reached = Math.max(0, Math.min(points.length, waypoint ?? 0));
  return { flown: points.slice(0, reached), left: points.slice(Math.max(0, reached - 1)) };
}
