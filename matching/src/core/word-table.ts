import { room } from "./growing.ts";

export const NO_HASH = 0x811c9dc5;
/** Continues a hash with one more byte (FNV-1a); `hash >>> 0` is the hash of all. */
export const hashed = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/**
 * Numbers different words in the order in which they come. Words are runs of UTF-8 and are looked up where they stand in their text, without
 * being cut out.
 */
export class WordTable {
  size = 0;
  /** All words one after another; by number where each begins and its hash, side by side because they are read together. */
  private signs = new Uint8Array(1024);
  private entries = new Uint32Array(256);
  /** By place: the number of the word plus one; 0 is an empty place. */
  private places = new Uint32Array(256);
  private scratch = new Uint8Array(64);

  /** The number of the run `bytes[from … to - 1]` with its hash; a new one gets the next. */
  take(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const place = this.place(bytes, from, to, hash);
    const number = this.places[place]! - 1;
    return number < 0 ? this.add(bytes, from, to, hash, place) : number;
  }

  /** The number of a word that stands alone; a new one gets the next. */
  takeWord(word: string): number {
    const length = this.spell(word);
    return this.take(this.scratch, 0, length, hashOf(this.scratch, length));
  }

  /** The number of a word; -1 where it has none. */
  findWord(word: string): number {
    const length = this.spell(word);
    return this.places[this.place(this.scratch, 0, length, hashOf(this.scratch, length))]! - 1;
  }

  /** The word that has a number. */
  word(number: number): string {
    return decoder.decode(this.signs.subarray(this.entries[number * 2]!, this.entries[number * 2 + 2]!));
  }

  get bytes(): number {
    return this.signs.byteLength + this.entries.byteLength + this.places.byteLength;
  }

  /** Where a run is, or would be. */
  private place(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const { places, entries, signs } = this;
    const mask = places.length - 1;
    for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
      const number = places[place]! - 1;
      if (number < 0) return place;
      if (entries[number * 2 + 1] !== hash) continue;
      const start = entries[number * 2]!;
      if (entries[number * 2 + 2]! - start !== to - from) continue;
      let n = 0;
      while (from + n < to && signs[start + n] === bytes[from + n]) n++;
      if (from + n === to) return place;
    }
  }

  private add(bytes: Uint8Array, from: number, to: number, hash: number, place: number): number {
    const number = this.size++;
    this.entries = room(this.entries, this.size * 2 + 1);
    const start = this.entries[number * 2]!;
    const end = start + to - from;
    this.entries[number * 2 + 1] = hash;
    this.entries[number * 2 + 2] = end;
    this.signs = room(this.signs, end);
    for (let at = start; at < end; at++) this.signs[at] = bytes[from + at - start]!;
    this.places[place] = this.size;
    if (this.size * 2 > this.places.length) this.grow();
    return number;
  }

  private grow() {
    const places = new Uint32Array(this.places.length * 2);
    const mask = places.length - 1;
    for (let number = 0; number < this.size; number++) {
      const hash = this.entries[number * 2 + 1]!;
      let place = (hash ^ (hash >>> 15)) & mask;
      while (places[place]! > 0) place = (place + 1) & mask;
      places[place] = number + 1;
    }
    this.places = places;
  }

  /** Writes a word as UTF-8 into `scratch` and says how long it is. */
  private spell(word: string): number {
    this.scratch = room(this.scratch, word.length * 3);
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      if (code > 0x7f) return encoder.encodeInto(word, this.scratch).written;
      this.scratch[at] = code;
    }
    return word.length;
  }
}

function hashOf(bytes: Uint8Array, length: number): number {
  let hash = NO_HASH;
  for (let at = 0; at < length; at++) hash = hashed(hash, bytes[at]!);
  return hash >>> 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
