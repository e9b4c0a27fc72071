import { room } from "../core/growing.ts";
import { hashed, NO_HASH } from "../core/word-table.ts";
import { CLASSES, classOf, HIDDEN, JOINT, PAUSE, WORD } from "./characters.ts";

/**
 * The words of a text as they are written, each with where it begins and ends: runs of letters and digits, held together by hyphens,
 * apostrophes and `&` between them ("Li-Ion", "R&D", "state-of-the-art", "CO₂"). A word that ends where it begins is a pause: the end
 * of a sentence or a bracket, where words stop being neighbours. Addresses of pages and mail are passed over.
 *
 * One scanner serves many texts: its lists are used again.
 */
export class Scanner {
  count = 0;
  starts = new Uint32Array(512);
  ends = new Uint32Array(512);
  /** By word, for a `WordTable`. */
  hashes = new Uint32Array(512);

  read(text: string): void {
    this.count = 0;
    const length = text.length;
    for (let at = 0; at < length; ) {
      const first = text.charCodeAt(at);
      const kind = CLASSES[first] || classOf(first);
      if (kind !== WORD) {
        if (kind === PAUSE) this.push(at, at, 0);
        at++;
        continue;
      }
      const start = at++;
      let hash = hashed(NO_HASH, first);
      let next = 0;
      for (; at < length; at++) {
        next = text.charCodeAt(at);
        const kind = CLASSES[next] || classOf(next);
        if (kind > HIDDEN) {
          if (kind !== JOINT || at + 1 === length || classOf(text.charCodeAt(at + 1)) !== WORD) break;
        }
        hash = hashed(hash, next);
      }
      if (at < length && isSign(next)) {
        const address = endOfAddress(text, start, at);
        if (address > at) {
          at = address;
          continue;
        }
        for (const end = at + signs(text, start, at); at < end; at++)
          hash = hashed(hash, text.charCodeAt(at));
      }
      this.push(start, at, hash >>> 0);
    }
  }

  private push(start: number, end: number, hash: number) {
    const at = this.count++;
    if (at === this.starts.length) {
      this.starts = room(this.starts, this.count);
      this.ends = room(this.ends, this.starts.length);
      this.hashes = room(this.hashes, this.starts.length);
    }
    this.starts[at] = start;
    this.ends[at] = end;
    this.hashes[at] = hash;
  }
}

/** What follows a word that may be part of an address, or C++ or C#: `@ : . + #`. */
const isSign = (code: number): boolean =>
  code === 0x2e || code === 0x3a || code === 0x40 || code === 0x2b || code === 0x23;

/** Where the address ends that begins with the word from `start` to `at`; `at` where there is none. */
function endOfAddress(text: string, start: number, at: number): number {
  const isAddress =
    text[at] === "@" ||
    text.startsWith("://", at) ||
    (text[at] === "." && at - start === 3 && text.slice(start, at).toLowerCase() === "www");
  if (!isAddress) return at;
  let end = at;
  while (end < text.length && !/[\s<>"()[\]]/.test(text[end]!)) end++;
  return end;
}

/** How many signs after a single letter belong to it. */
function signs(text: string, start: number, at: number): number {
  if (at - start !== 1) return 0;
  if (text.startsWith("++", at)) return 2;
  return text[at] === "#" ? 1 : 0;
}
