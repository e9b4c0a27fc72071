import { room } from "../core/growing.ts";
import { hashed, NO_HASH } from "../core/word-table.ts";
import { classOf, GAP, HIDDEN, JOINT, PAUSE, WORD } from "./characters.ts";

/**
 * The words of a text as they are written, each with where it begins and ends: runs of letters and digits, held together by hyphens,
 * apostrophes and `&` between them ("Li-Ion", "R&D", "state-of-the-art", "CO₂"). A word that ends where it begins is a pause: the end
 * of a sentence or a bracket, where words stop being neighbours. Addresses of pages and mail are passed over.
 *
 * One scanner serves many texts: its lists are used again. It works on UTF-8, which is read three times as fast as the letters of a string.
 */
export class Scanner {
  bytes = new Uint8Array(8192);
  private text = "";
  private length = 0;
  private hash = 0;
  private isWord = false;
  private isPause = false;
  count = 0;
  starts = new Uint32Array(512);
  ends = new Uint32Array(512);
  /** By word, for a `WordTable`. */
  hashes = new Uint32Array(512);

  /** The word at a place of the lists; empty where it is a pause. */
  word(at: number): string {
    const { text, length, starts, ends } = this;
    const isAscii = text.length === length;
    return isAscii
      ? text.slice(starts[at], ends[at])
      : decoder.decode(this.bytes.subarray(starts[at], ends[at]));
  }

  read(text: string): void {
    this.text = text;
    this.bytes = room(this.bytes, text.length * 3 + 1);
    const length = encoder.encodeInto(text, this.bytes).written;
    this.length = length;
    // A gap after the end spares a look at the length for each letter.
    this.bytes[length] = SPACE;
    this.starts = room(this.starts, length);
    this.ends = room(this.ends, length);
    this.hashes = room(this.hashes, length);
    const { bytes, starts, ends, hashes } = this;
    let count = 0;
    let at = 0;
    while (at < length) {
      let byte = bytes[at]!;
      let kind = ASCII[byte]!;
      const start = at;
      let hash = NO_HASH;
      while (kind === WORD) {
        hash = hashed(hash, byte);
        byte = bytes[++at]!;
        kind = ASCII[byte]!;
      }
      if (kind === GAP || kind === PAUSE) {
        // Nearly every word ends here.
        if (at > start || kind === PAUSE) {
          starts[count] = start;
          ends[count] = at;
          hashes[count++] = hash >>> 0;
        }
        if (at === start) at++;
        continue;
      }
      this.hash = hash;
      at = this.finish(start, at);
      if (this.isWord) {
        starts[count] = start;
        ends[count] = at;
        hashes[count++] = this.hash >>> 0;
      } else if (this.isPause) {
        starts[count] = start;
        ends[count++] = start;
      }
    }
    this.count = count;
  }

  /**
   * Where what begins at `start` and is read up to `at` ends, with everything that is rare: letters beyond ASCII, joints, addresses. Says in
   * `isWord` and `isPause` what it was, and goes on with `hash`.
   */
  private finish(start: number, from: number): number {
    const { bytes, length } = this;
    this.isWord = false;
    this.isPause = false;
    let at = from;
    if (at === start) {
      const kind = classOf(this.code(at));
      if (kind !== WORD) {
        this.isPause = kind === PAUSE;
        return at + lengthOf(bytes[at]!);
      }
    }
    while (at < length) {
      const kind = classOf(this.code(at));
      const width = lengthOf(bytes[at]!);
      if (kind > HIDDEN && (kind !== JOINT || !this.isWordAt(at + width))) break;
      for (const end = at + width; at < end; at++) this.hash = hashed(this.hash, bytes[at]!);
    }
    const address = this.endOfAddress(start, at);
    if (address > at) return address;
    for (const end = at + this.signs(start, at); at < end; at++) this.hash = hashed(this.hash, bytes[at]!);
    this.isWord = true;
    return at;
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
    if (at - start !== 1) return 0;
    if (this.bytes[at] === HASH) return 1;
    return this.bytes[at] === PLUS && this.bytes[at + 1] === PLUS ? 2 : 0;
  }
}

const codeOf = (sign: string) => sign.charCodeAt(0);
const SPACE = codeOf(" ");
const AT = codeOf("@");
const COLON = codeOf(":");
const SLASH = codeOf("/");
const DOT = codeOf(".");
const PLUS = codeOf("+");
const HASH = codeOf("#");
const W = codeOf("w");
/** What ends an address. */
const CLOSING: readonly number[] = Array.from(' \t\n\r<>"()[]', codeOf);

/** Classes by byte; `BEYOND` for parts of longer signs, and for what may belong to an address or to C++ and C#. */
const BEYOND = 0;
const ASCII = new Uint8Array(256);
for (let byte = 0; byte < 0x80; byte++) ASCII[byte] = classOf(byte);
for (const byte of [AT, COLON, DOT, PLUS, HASH]) ASCII[byte] = BEYOND;

/** How many bytes a sign has that begins with this one. */
const lengthOf = (first: number) => {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
};

const encoder = new TextEncoder();
const decoder = new TextDecoder();
