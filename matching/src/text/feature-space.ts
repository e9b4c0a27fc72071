import { MatchingError } from "../core/errors.ts";
import { room } from "../core/growing.ts";

/** For each feature the documents that have it: `slots[offsets[f]] … slots[offsets[f + 1] - 1]`. */
export type Postings = {
  /** How many features there were; later ones have no postings here. */
  features: number;
  offsets: Uint32Array;
  slots: Uint32Array;
  /** How often, in quarters. */
  amounts: Uint16Array;
};

/** How often a feature counts at most in one document, in quarters. */
const MOST = 0xffff;
/** So many documents may wait outside of the main postings, or an eighth of all. */
const WAITING = 512;
/** Lists of documents that are gone are swept when they are half of all and at least so many entries. */
const SWEEP = 0x10000;

/**
 * Which documents have which features how often, for one kind of feature.
 *
 * Each document keeps its own list (`features`, `amounts`, `labels`, from `starts[slot]` on). From these the postings are made when somebody
 * asks: the main ones over nearly all documents, and the recent ones over those that came since, made anew after each change. A document
 * that has left stays in the main ones until they are made anew; `gone` says which.
 */
export class FeatureSpace {
  /** In how many documents each feature is. */
  frequencies = new Uint32Array(0);
  /** How many features have a number. */
  size = 0;
  /** By slot: how long the document is, in quarters of a word. */
  lengths = new Uint32Array(0);
  totalLength = 0;
  starts = new Uint32Array(0);
  counts = new Uint32Array(0);
  features = new Uint32Array(0);
  amounts = new Uint16Array(0);
  /** The writing that stands for a feature in its document; empty in a space without labels. */
  labels = new Uint32Array(0);

  private readonly labelled: boolean;
  private documents = 0;
  private used = 0;
  private unused = 0;

  /** Where the list begins that is being made, and by feature where it was last put in a list. */
  private begun = 0;
  private length = 0;
  private seenAt = new Uint32Array(0);

  private main = noPostings;
  private recent = noPostings;
  private readonly gone = new Set<number>();
  private readonly waiting = new Set<number>();
  private recentIsOld = false;

  constructor(labelled: boolean) {
    this.labelled = labelled;
  }

  /** Begins the list of a document: `count` adds to it, `finish` closes it. */
  begin(): void {
    this.begun = this.used;
    this.length = 0;
  }

  /** Counts the features in a part of a list, each with the writing that stands for it. */
  count(features: Uint32Array, from: number, to: number, quarters: number, labels?: Uint32Array): void {
    this.growLists(this.used + to - from);
    const { seenAt, features: list, amounts, begun } = this;
    let used = this.used;
    for (let k = from; k < to; k++) {
      const feature = features[k]!;
      const at = seenAt[feature]!;
      if (at >= begun && at < used && list[at] === feature) {
        amounts[at] = Math.min(MOST, amounts[at]! + quarters);
        continue;
      }
      seenAt[feature] = used;
      list[used] = feature;
      amounts[used] = quarters;
      if (labels) this.labels[used] = labels[k]!;
      used++;
    }
    this.used = used;
    this.length += (to - from) * quarters;
  }

  /** Adds a feature that the list of the document does not have yet. */
  append(feature: number, quarters: number, label: number): void {
    const at = this.used++;
    this.growLists(this.used);
    this.features[at] = feature;
    this.amounts[at] = quarters;
    if (this.labelled) this.labels[at] = label;
  }

  /** Says how long the document is whose list was appended to, in quarters of a word. */
  setLength(quarters: number): void {
    this.length = quarters;
  }

  /** Makes room for features up to this number. */
  reach(size: number): void {
    if (size <= this.size) return;
    this.size = size;
    if (size <= this.seenAt.length) return;
    this.seenAt = room(this.seenAt, size);
    this.frequencies = room(this.frequencies, this.seenAt.length);
  }

  finish(slot: number): void {
    if (slot >= this.starts.length) {
      this.starts = room(this.starts, slot + 1);
      this.counts = room(this.counts, this.starts.length);
      this.lengths = room(this.lengths, this.starts.length);
    }
    this.starts[slot] = this.begun;
    this.counts[slot] = this.used - this.begun;
    this.lengths[slot] = this.length;
    this.totalLength += this.length;
    this.documents++;
    for (let at = this.begun; at < this.used; at++) this.frequencies[this.features[at]!]!++;
    this.waiting.add(slot);
    this.recentIsOld = true;
  }

  remove(slot: number): void {
    const start = this.starts[slot]!;
    const count = this.counts[slot]!;
    for (let at = start; at < start + count; at++) this.frequencies[this.features[at]!]!--;
    this.totalLength -= this.lengths[slot]!;
    this.lengths[slot] = 0;
    this.counts[slot] = 0;
    this.documents--;
    this.unused += count;
    if (this.waiting.delete(slot)) this.recentIsOld = true;
    else this.gone.add(slot);
    if (this.unused > SWEEP && this.unused * 2 > this.used) this.sweep();
  }

  /** The postings as they are to be read: first the main ones, then what is `gone` counts for nothing, then the recent ones. */
  postings(): { main: Postings; gone: ReadonlySet<number>; recent: Postings } {
    if (this.waiting.size + this.gone.size > Math.max(WAITING, this.documents / 8)) {
      this.main = noPostings;
      this.recent = noPostings;
      this.main = this.invert(this.occupied());
      this.gone.clear();
      this.waiting.clear();
    } else if (this.recentIsOld) {
      this.recent = this.invert(Uint32Array.from(this.waiting));
    }
    this.recentIsOld = false;
    return { main: this.main, gone: this.gone, recent: this.recent };
  }

  get bytes(): number {
    const lists = [this.features, this.amounts, this.labels, this.starts, this.counts, this.lengths];
    const features = [this.frequencies, this.seenAt];
    const postings = [this.main, this.recent].flatMap(({ offsets, slots, amounts }) => [
      offsets,
      slots,
      amounts,
    ]);
    return [...lists, ...features, ...postings].reduce((sum, array) => sum + array.byteLength, 0);
  }

  private occupied(): Uint32Array {
    return Uint32Array.from(this.counts.keys()).filter((slot) => this.counts[slot]! > 0);
  }

  private invert(slots: Uint32Array): Postings {
    const size = this.size;
    const offsets = new Uint32Array(size + 1);
    for (const slot of slots) {
      const end = this.starts[slot]! + this.counts[slot]!;
      for (let at = this.starts[slot]!; at < end; at++) offsets[this.features[at]! + 1]!++;
    }
    for (let f = 0; f < size; f++) offsets[f + 1]! += offsets[f]!;
    const next = offsets.slice(0, size);
    const total = offsets[size]!;
    const inverted: Postings = {
      features: size,
      offsets,
      slots: new Uint32Array(total),
      amounts: new Uint16Array(total),
    };
    for (const slot of slots) {
      const end = this.starts[slot]! + this.counts[slot]!;
      for (let at = this.starts[slot]!; at < end; at++) {
        const to = next[this.features[at]!]!++;
        inverted.slots[to] = slot;
        inverted.amounts[to] = this.amounts[at]!;
      }
    }
    return inverted;
  }

  /** Writes the lists anew without those of documents that are gone. */
  private sweep() {
    const kept = this.used - this.unused;
    const features = new Uint32Array(kept);
    const amounts = new Uint16Array(kept);
    const labels = new Uint32Array(this.labelled ? kept : 0);
    let to = 0;
    for (const slot of this.occupied()) {
      const start = this.starts[slot]!;
      const end = start + this.counts[slot]!;
      features.set(this.features.subarray(start, end), to);
      amounts.set(this.amounts.subarray(start, end), to);
      if (this.labelled) labels.set(this.labels.subarray(start, end), to);
      this.starts[slot] = to;
      to += end - start;
    }
    this.features = features;
    this.amounts = amounts;
    this.labels = labels;
    this.used = to;
    this.unused = 0;
  }

  private growLists(length: number) {
    if (length <= this.features.length) return;
    if (length > 2 ** 31)
      throw new MatchingError("too-large", "An index holds at most 2³¹ entries of features.");
    this.features = room(this.features, length);
    this.amounts = room(this.amounts, this.features.length);
    if (this.labelled) this.labels = room(this.labels, this.features.length);
  }
}

const noPostings: Postings = {
  features: 0,
  offsets: new Uint32Array(1),
  slots: new Uint32Array(0),
  amounts: new Uint16Array(0),
};
