import { type Changes, noChanges } from "../changes.ts";
import type { TableCell, TableColumn } from "./cells.ts";

interface Side {
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
}

const SHOWN = 20;

/**
 * What became of the rows. Where the first column names each row of both versions, a row of the same name with other cells has changed;
 * else rows are only the same, added or gone. Columns are told apart by their key.
 */
export function compareTables(before: Side, after: Side): Changes {
  const changes = noChanges();
  const [old, now] = [byName(before.rows), byName(after.rows)];
  if (!old || !now) {
    const left = new Map<string, number>();
    const keyIn = wholeRow(before, after);
    for (const row of before.rows) count(left, keyIn.before(row), 1);
    for (const row of after.rows) {
      const key = keyIn.after(row);
      if ((left.get(key) ?? 0) > 0) count(left, key, -1);
      else changes.added += 1;
    }
    for (const n of left.values()) changes.gone += n;
    return changes;
  }
  const places = before.columns.map(({ key }) => after.columns.findIndex((column) => column.key === key));
  const cells: NonNullable<Changes["cells"]> = [];
  for (const [name, row] of now) {
    const was = old.get(name);
    if (!was) {
      changes.added += 1;
      continue;
    }
    const others = was.flatMap((cell, at) => {
      const place = places[at]!;
      const next = place < 0 ? null : (row[place] ?? null);
      return cell === next
        ? []
        : [{ row: name, column: before.columns[at]!.label, before: cell, after: next }];
    });
    const fresh = after.columns.some(
      ({ key }, at) => row[at] !== null && !before.columns.some((column) => column.key === key),
    );
    if (others.length > 0 || fresh) changes.changed += 1;
    cells.push(...others.slice(0, SHOWN - cells.length));
  }
  for (const name of old.keys()) if (!now.has(name)) changes.gone += 1;
  return { ...changes, cells };
}

/** `null` where the first column does not name the rows. */
function byName(rows: Side["rows"]): Map<string, readonly TableCell[]> | null {
  const named = new Map(rows.map((row) => [String(row[0]), row]));
  return named.size === rows.length && rows.every(([first]) => first !== null) ? named : null;
}

function wholeRow(before: Side, after: Side) {
  const keys = [...new Set([...before.columns, ...after.columns].map(({ key }) => key))].sort();
  const of = ({ columns }: Side) => {
    const places = keys.map((key) => columns.findIndex((column) => column.key === key));
    return (row: readonly TableCell[]) => JSON.stringify(places.map((at) => (at < 0 ? null : row[at])));
  };
  return { before: of(before), after: of(after) };
}

const count = (counts: Map<string, number>, key: string, n: number) =>
  counts.set(key, (counts.get(key) ?? 0) + n);
