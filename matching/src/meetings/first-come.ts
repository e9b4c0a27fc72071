import { NONE } from "./model.ts";
import type { Seating } from "./seating.ts";

/** Books every pair in the order of arrival into the first slot that is free. */
export function bookInOrder(seating: Seating): void {
  for (let e = 0; e < seating.model.pairs; e++) {
    if (seating.model.seatable[e] === 0 || !seating.isOpen(e) || seating.slotOf[e] !== NONE) continue;
    const s = firstFree(seating, e);
    if (s !== NONE) seating.add(e, s);
  }
}

function firstFree(seating: Seating, e: number): number {
  for (let s = 0; s < seating.slots; s++) if (seating.isFree(e, s)) return s;
  return NONE;
}
