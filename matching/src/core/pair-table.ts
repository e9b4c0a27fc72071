import { MatchingError } from "./errors.ts";

/** Numbers pairs of whole numbers (0 ≤ a, b < 2³²) in the order in which they come, without an object for each: open addressing. */
export class PairTable {
  /** By number. */
  private first: Uint32Array;
  private second: Uint32Array;
  /** By place: the number of the pair plus one; 0 is an empty place. */
  private numbers: Uint32Array;
  private mask: number;
  size = 0;

  constructor(expected = 8) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, expected * 2)));
    this.first = new Uint32Array(places / 2);
    this.second = new Uint32Array(places / 2);
    this.numbers = new Uint32Array(places);
    this.mask = places - 1;
  }

  /** The number of a pair, -1 where it has none. */
  find(a: number, b: number): number {
    return this.numbers[this.place(a, b)]! - 1;
  }

  /** The number of a pair; a new one gets the next. */
  take(a: number, b: number): number {
    const place = this.place(a, b);
    const known = this.numbers[place]!;
    if (known > 0) return known - 1;
    const number = this.size++;
    this.first[number] = a;
    this.second[number] = b;
    this.numbers[place] = this.size;
    if (this.size === this.first.length) this.grow();
    return number;
  }

  /** The pair that has a number. */
  pair(number: number): [number, number] {
    return [this.first[number]!, this.second[number]!];
  }

  get bytes(): number {
    return this.numbers.byteLength + this.first.byteLength + this.second.byteLength;
  }

  private place(a: number, b: number): number {
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    for (let place = (hash ^ (hash >>> 13)) & this.mask; ; place = (place + 1) & this.mask) {
      const number = this.numbers[place]! - 1;
      if (number < 0 || (this.first[number] === a && this.second[number] === b)) return place;
    }
  }

  private grow() {
    const places = this.numbers.length * 2;
    if (places > 2 ** 31)
      throw new MatchingError("too-large", "There are more different features than an index can number.");
    const { first, second } = this;
    this.first = new Uint32Array(places / 2);
    this.second = new Uint32Array(places / 2);
    this.first.set(first);
    this.second.set(second);
    this.numbers = new Uint32Array(places);
    this.mask = places - 1;
    for (let number = 0; number < this.size; number++)
      this.numbers[this.place(first[number]!, second[number]!)] = number + 1;
  }
}
