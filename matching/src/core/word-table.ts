import { room } from "./growing.ts";

/** The hash of a word, which a scanner can make as it goes along: FNV-1a over the UTF-16 units, begun and continued with `hashed`. */
export function hashOf(word: string): number {
  let hash = NO_HASH;
  for (let at = 0; at < word.length; at++) hash = hashed(hash, word.charCodeAt(at));
  return hash >>> 0;
}

export const NO_HASH = 0x811c9dc5;
export const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Numbers different runs of characters in the order in which they come. A run is looked up where it stands in its text, without being cut out. */
export class WordTable {
  size = 0;
  /** All words one after another; by number where each begins and its hash, side by side because they are read together. */
  private signs = new Uint16Array(1024);
  private entries = new Uint32Array(256);
  /** By place: the number of the word plus one; 0 is an empty place. */
  private places = new Uint32Array(256);

  /** The number of the run `text[from … to - 1]`, whose `hashOf` is given; a new one gets the next. */
  take(text: string, from: number, to: number, hash: number): number {
    const place = this.place(text, from, to, hash);
    const number = this.places[place]! - 1;
    return number < 0 ? this.add(text, from, to, hash, place) : number;
  }

  /** The number of a word that stands alone. */
  takeWord(word: string): number {
    return this.take(word, 0, word.length, hashOf(word));
  }

  /** The number of a word; -1 where it has none. */
  findWord(word: string): number {
    return this.places[this.place(word, 0, word.length, hashOf(word))]! - 1;
  }

  /** The word that has a number. */
  word(number: number): string {
    return String.fromCharCode(
      ...this.signs.subarray(this.entries[number * 2]!, this.entries[number * 2 + 2]!),
    );
  }

  get bytes(): number {
    return this.signs.byteLength + this.entries.byteLength + this.places.byteLength;
  }

  /** Where a run is, or would be. */
  private place(text: string, from: number, to: number, hash: number): number {
    const { places, entries, signs } = this;
    const mask = places.length - 1;
    for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
      const number = places[place]! - 1;
      if (number < 0) return place;
      if (entries[number * 2 + 1] !== hash) continue;
      const start = entries[number * 2]!;
      if (entries[number * 2 + 2]! - start !== to - from) continue;
      let n = 0;
      while (from + n < to && signs[start + n] === text.charCodeAt(from + n)) n++;
      if (from + n === to) return place;
    }
  }

  private add(text: string, from: number, to: number, hash: number, place: number): number {
    const number = this.size++;
    this.entries = room(this.entries, this.size * 2 + 1);
    const start = this.entries[number * 2]!;
    const end = start + to - from;
    this.entries[number * 2 + 1] = hash;
    this.entries[number * 2 + 2] = end;
    this.signs = room(this.signs, end);
    for (let at = start; at < end; at++) this.signs[at] = text.charCodeAt(from + at - start);
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
}
