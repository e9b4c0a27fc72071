import { randomFillSync } from "node:crypto";

const bytes = new Uint8Array(16);
let lastMs = 0;
let sequence = 0;

/**
 * A UUID of version 7 (RFC 9562): sortable by the moment it was made, so that primary keys fill their index in order.
 * Twelve bits count within one millisecond; when they run out the clock is borrowed from the next millisecond.
 * Not for secrets: the moment of creation can be read from it.
 */
export function uuidv7(now: number = Date.now()): string {
  if (now > lastMs) {
    lastMs = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  randomFillSync(bytes, 8);
  const ms = lastMs.toString(16).padStart(12, "0");
  const random = Buffer.from(bytes.buffer, 8, 8);
  random[0] = (random[0]! & 0x3f) | 0x80;
  const tail = random.toString("hex");
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${sequence.toString(16).padStart(3, "0")}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
