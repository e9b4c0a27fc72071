import { room } from "../core/growing.ts";
import { hashed, NO_HASH } from "../core/word-table.ts";
import { CLASSES, classOf, HIDDEN, JOINT, PAUSE, WORD } from "./characters.ts";

/**
 * The words of a text as they are written, each with where it begins and ends: runs of letters and digits, held together by hyphens,
 * apostrophes and `&` between them ("Li-Ion", "R&D", "state-of-the-art", "CO₂"). A word that ends where it begins is a pause: the end
 * of a sentence or a bracket, where words stop being neighbours. Addresses of pages and mail are passed over.
 *
 * One scanner serves many texts: its lists are used again. It works on UTF-8, which is read three times as fast as the letters of a string.
 */
export class Scanner {
  bytes = new Uint8Array(8192);
  private length = 0;
  count = 0;
  starts = new Uint32Array(512);
  ends = new Uint32Array(512);
  /** By word, for a `WordTable`. */
  hashes = new Uint32Array(512);

  /** The word at a place of the lists; empty where it is a pause. */
  word(at: number): string {
    return decoder.decode(this.bytes.subarray(this.starts[at]!, this.ends[at]!));
  }

  read(text: string): void {
    this.bytes = room(this.bytes, text.length * 3);
    this.length = encoder.encodeInto(text, this.bytes).written;
    this.count = 0;
    const { bytes, length } = this;
    for (let at = 0; at < length; ) {
      const first = bytes[at]!;
      const kind = first < 0x80 ? CLASSES[first]! : classOf(this.code(at));
      if (kind !== WORD) {
        if (kind === PAUSE) this.push(at, at, 0);
        at += first < 0x80 ? 1 : lengthOf(first);
        continue;
      }
      const start = at;
      let hash = NO_HASH;
      let next = 0;
      while (at < length) {
        next = bytes[at]!;
        if (next < 0x80 && CLASSES[next] === WORD) {
          hash = hashed(hash, next);
          at++;
          continue;
        }
        const kind = classOf(this.code(at));
        if (kind > HIDDEN && (kind !== JOINT || !this.isWordAt(at + lengthOf(next)))) break;
        for (const end = at + lengthOf(next); at < end; at++) hash = hashed(hash, bytes[at]!);
      }
      if (at < length && isSign(next)) {
        const address = this.endOfAddress(start, at);
        if (address > at) {
          at = address;
          continue;
        }
        for (const end = at + this.signs(start, at); at < end; at++) hash = hashed(hash, bytes[at]!);
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

  /** The UTF-16 unit at a place; one of a surrogate pair where there is none. */
  private code(at: number): number {
    const { bytes } = this;
    const first = bytes[at]!;
    if (first < 0x80) return first;
    if (first < 0xe0) return ((first & 0x1f) << 6) | (bytes[at + 1]! & 0x3f);
    if (first >= 0xf0) return 0xd800;
    return ((first & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
  }

  private isWordAt(at: number): boolean {
    return at < this.length && classOf(this.code(at)) === WORD;
  }

  /** Where the address ends that begins with the word from `start` to `at`; `at` where there is none. */
  private endOfAddress(start: number, at: number): number {
    const { bytes } = this;
    const sign = bytes[at];
    const isAddress =
      sign === AT ||
      (sign === COLON && bytes[at + 1] === SLASH && bytes[at + 2] === SLASH) ||
      (sign === DOT && at - start === 3 && [0, 1, 2].every((n) => (bytes[start + n]! | 0x20) === W));
    if (!isAddress) return at;
    let end = at;
    while (end < this.length && !CLOSING.includes(bytes[end]!)) end++;
    return end;
  }

  /** How many signs after a single letter belong to it: C++ and C#. */
  private signs(start: number, at: number): number {
    if (at - start !== 1 || at >= this.length) return 0;
    if (this.bytes[at] === HASH) return 1;
    return this.bytes[at] === PLUS && at + 1 < this.length && this.bytes[at + 1] === PLUS ? 2 : 0;
  }
}

const codeOf = (sign: string) => sign.charCodeAt(0);
const AT = codeOf("@");
const COLON = codeOf(":");
const SLASH = codeOf("/");
const DOT = codeOf(".");
const PLUS = codeOf("+");
const HASH = codeOf("#");
const W = codeOf("w");
/** What ends an address. */
const CLOSING: readonly number[] = Array.from(' \t\n\r<>"()[]', codeOf);

const isSign = (code: number) =>
  code === DOT || code === COLON || code === AT || code === PLUS || code === HASH;

/** How many bytes a sign has that begins with this one. */
const lengthOf = (first: number) => {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();
