import { decodeCursor, encodeCursor } from "../../../kernel/page.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Sort } from "./schema.ts";

export interface Stretch {
  items: number[];
  next: string | null;
}

/**
 * A stretch of the hits behind a cursor. The cursor names the last one shown by what the list is ordered by, so that it holds its
 * place when others come or go. `null` where the cursor belongs to no list in this order.
 */
export function stretch(
  hits: readonly number[],
  catalogue: Catalogue,
  sort: Sort,
  weight: (at: number) => number,
  limit: number,
  cursor: string | undefined,
): Stretch | null {
  const from = cursor === undefined ? 0 : startAfter(hits, catalogue, sort, weight, cursor);
  if (from === null) return null;
  const items = hits.slice(from, from + limit);
  const last = items.at(-1);
  const more = from + limit < hits.length && last !== undefined;
  return {
    items,
    next: more ? encodeCursor([sort, weight(last), catalogue.names[last]!, catalogue.ids[last]!]) : null,
  };
}

function startAfter(
  hits: readonly number[],
  catalogue: Catalogue,
  sort: Sort,
  weight: (at: number) => number,
  cursor: string,
): number | null {
  const values = decodeCursor(cursor, 4);
  if (!values) return null;
  const [order, heavy, name, id] = values;
  if (order !== sort || typeof heavy !== "number" || typeof name !== "string" || typeof id !== "string")
    return null;
  const direction = sort === "-name" ? -1 : 1;
  const after = hits.findIndex((at) => {
    if (weight(at) !== heavy) return weight(at) > heavy;
    return (
      direction * compare(catalogue.names[at]!, name) > 0 ||
      (catalogue.names[at] === name && direction * compare(catalogue.ids[at]!, id) > 0)
    );
  });
  return after < 0 ? hits.length : after;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
