import { AnalyticsError } from "../core/error.ts";
import type { Table } from "../core/matrix.ts";
import type { Note } from "../core/note.ts";
import { Presence } from "../core/presence.ts";

/** What is left after trimming, what went, and where the rest stood before. */
export type Core = {
  presence: Presence;
  /** The rows of the untrimmed presence that stayed, ascending. */
  regions: Int32Array;
  /** The columns of the untrimmed presence that stayed, ascending. */
  activities: Int32Array;
  trimmed: { regions: Int32Array; activities: Int32Array };
  notes: Note[];
};

export type CoreOptions = {
  /** Activities a region has to have left: 1 unless given. */
  diversity?: number;
  /** Regions that have to have an activity: 1 unless given. */
  ubiquity?: number;
};

/**
 * The (d, u)-core: the largest part of a presence in which every region has at least d of the activities left and every
 * activity is in at least u of the regions left. Taking a poor region away can make an activity too rare and the other way
 * round, so it is repeated until nothing changes; the result does not depend on the order.
 *
 * Takes a presence (regions × activities) and returns the smaller one with the positions of what stayed and of what was
 * trimmed. With the least options, 1 and 1, only empty rows and columns go. The core may be empty, which is said in a note.
 * O(regions + activities + ones).
 *
 * The same idea in one mode: S. B. Seidman, "Network structure and minimum degree", Social Networks 5 (1983), 269–287.
 *
 * @example
 * const core = trimToCore([[1, 1, 0], [1, 1, 0], [0, 0, 0]]);
 * core.presence.toMatrix().toRows(); // [[1, 1], [1, 1]]
 * core.trimmed.regions; // [2]
 */
export function trimToCore(table: Presence | Table, options: CoreOptions = {}): Core {
  const { diversity = 1, ubiquity = 1 } = options;
  for (const [name, least] of Object.entries({ diversity, ubiquity }))
    if (!(least >= 0))
      throw new AnalyticsError("option", `A least ${name} of ${least} cannot be`, "Give a number from 0.");
  const presence = Presence.from(table);
  const byActivity = presence.transpose();
  const left = { row: presence.rowCounts(), column: presence.columnCounts() };
  const gone = { row: new Uint8Array(presence.rows), column: new Uint8Array(presence.columns) };
  const leave: [kind: "row" | "column", at: number][] = [];
  const drop = (kind: "row" | "column", at: number) => {
    if (gone[kind][at] === 1 || left[kind][at]! >= (kind === "row" ? diversity : ubiquity)) return;
    gone[kind][at] = 1;
    leave.push([kind, at]);
  };
  for (let r = 0; r < presence.rows; r++) drop("row", r);
  for (let c = 0; c < presence.columns; c++) drop("column", c);
  for (let next = leave.pop(); next; next = leave.pop()) {
    const [kind, at] = next;
    const other = kind === "row" ? "column" : "row";
    for (const neighbour of (kind === "row" ? presence : byActivity).of(at)) {
      left[other][neighbour]!--;
      drop(other, neighbour);
    }
  }
  const regions = positions(gone.row, 0);
  const activities = positions(gone.column, 0);
  const trimmed = { regions: positions(gone.row, 1), activities: positions(gone.column, 1) };
  return {
    presence: part(presence, regions, activities),
    regions,
    activities,
    trimmed,
    notes: say(trimmed, regions, activities),
  };
}

const positions = (flags: Uint8Array, wanted: number): Int32Array => {
  const found: number[] = [];
  flags.forEach((flag, at) => {
    if (flag === wanted) found.push(at);
  });
  return Int32Array.from(found);
};

/** The part of a presence with these rows and columns, both ascending. */
function part(presence: Presence, rows: Int32Array, columns: Int32Array): Presence {
  if (rows.length === presence.rows && columns.length === presence.columns) return presence;
  const place = new Int32Array(presence.columns).fill(-1);
  columns.forEach((c, k) => {
    place[c] = k;
  });
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(presence.size);
  let count = 0;
  rows.forEach((r, k) => {
    for (const c of presence.of(r)) if (place[c]! >= 0) indices[count++] = place[c]!;
    starts[k + 1] = count;
  });
  return new Presence(rows.length, columns.length, starts, indices.slice(0, count));
}

function say(trimmed: Core["trimmed"], regions: Int32Array, activities: Int32Array): Note[] {
  const notes: Note[] = [];
  const went = (kind: string, at: Int32Array) =>
    notes.push({
      code: "trimmed",
      text: `${at.length} ${kind} with too little were left out.`,
      positions: Array.from(at),
    });
  if (trimmed.regions.length > 0) went("regions", trimmed.regions);
  if (trimmed.activities.length > 0) went("activities", trimmed.activities);
  if (regions.length === 0 || activities.length === 0)
    notes.push({ code: "degenerate", text: "Nothing is left after trimming." });
  return notes;
}
