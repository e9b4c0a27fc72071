/**
 * Pairs of nodes, kept in an open-addressed table of typed arrays: many times faster than a `Set` of keys where pairs come
 * and go by the million. Holds up to the number of pairs it was made for.
 */
export class EdgeSet {
  private readonly mask: number;
  private readonly first: Int32Array;
  private readonly second: Int32Array;

  constructor(most: number) {
    // At most half full, so that a search ends soon.
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.mask = slots - 1;
    this.first = new Int32Array(slots).fill(-1);
    this.second = new Int32Array(slots);
  }

  has(a: number, b: number): boolean {
    return this.first[this.find(a, b)] !== -1;
  }

  add(a: number, b: number) {
    const slot = this.find(a, b);
    this.first[slot] = a;
    this.second[slot] = b;
  }

  delete(a: number, b: number) {
    const { first, second, mask } = this;
    let hole = this.find(a, b);
    if (first[hole] === -1) return;
    // What stands further on only because this place was taken moves up into it.
    for (let slot = (hole + 1) & mask; first[slot] !== -1; slot = (slot + 1) & mask) {
      const home = this.home(first[slot]!, second[slot]!);
      if (((slot - home) & mask) < ((slot - hole) & mask)) continue;
      first[hole] = first[slot]!;
      second[hole] = second[slot]!;
      hole = slot;
    }
    first[hole] = -1;
  }

  /** Where a pair is, or the empty place where it would be. */
  private find(a: number, b: number): number {
    const { first, second, mask } = this;
    let slot = this.home(a, b);
    while (first[slot] !== -1 && (first[slot] !== a || second[slot] !== b)) slot = (slot + 1) & mask;
    return slot;
  }

  private home(a: number, b: number): number {
    let mixed = (Math.imul(a, 0x9e3779b1) + b) | 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) & this.mask;
  }
}
