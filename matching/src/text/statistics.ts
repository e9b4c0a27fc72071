import type { FeatureSpace } from "./feature-space.ts";
import type { FeatureKind, TextStatistics } from "./types.ts";

/** How frequent features are, and what follows from it for documents; kept until documents change. */
export class Statistics implements TextStatistics {
  readonly documents: number;
  /** The state of the index they were made of. */
  readonly revision: number;
  /** Of the index that made them. */
  readonly spaces: Readonly<Record<FeatureKind, FeatureSpace>>;
  /** Which slots are counted; all where undefined. */
  private readonly mask: Uint8Array | undefined;
  private readonly slots: number;
  private readonly counted = new Map<FeatureKind, Counted>();

  constructor(
    spaces: Readonly<Record<FeatureKind, FeatureSpace>>,
    of: { documents: number; revision: number; slots: number; mask?: Uint8Array },
  ) {
    this.spaces = spaces;
    this.documents = of.documents;
    this.revision = of.revision;
    this.slots = of.slots;
    this.mask = of.mask;
  }

  of(kind: FeatureKind): Counted {
    let counted = this.counted.get(kind);
    if (!counted) {
      counted = this.count(this.spaces[kind]);
      this.counted.set(kind, counted);
    }
    return counted;
  }

  private count(space: FeatureSpace): Counted {
    if (!this.mask)
      return new Counted(space, this.documents, this.slots, space.frequencies, space.totalLength);
    const frequencies = new Uint32Array(space.size);
    let length = 0;
    for (let slot = 0; slot < this.slots; slot++) {
      if (this.mask[slot] === 0) continue;
      const end = space.starts[slot]! + space.counts[slot]!;
      for (let at = space.starts[slot]!; at < end; at++) frequencies[space.features[at]!]!++;
      length += space.lengths[slot]!;
    }
    return new Counted(space, this.documents, this.slots, frequencies, length);
  }
}

/** Statistics of one kind of feature. */
export class Counted {
  private readonly space: FeatureSpace;
  private readonly documents: number;
  private readonly slots: number;
  private readonly frequencies: Uint32Array;
  private readonly totalLength: number;
  private cachedNorms: Float64Array | undefined;
  private cachedSaturation: { k1: number; b: number; bySlot: Float64Array } | undefined;

  constructor(
    space: FeatureSpace,
    documents: number,
    slots: number,
    frequencies: Uint32Array,
    totalLength: number,
  ) {
    this.space = space;
    this.documents = documents;
    this.slots = slots;
    this.frequencies = frequencies;
    this.totalLength = totalLength;
  }

  /** 0 for a feature that is not known. */
  frequency(feature: number): number {
    return this.frequencies[feature] ?? 0;
  }

  /** ln(1 + (N − n + ½) / (n + ½)), never negative. */
  bm25Weight(feature: number): number {
    const n = this.frequency(feature);
    return Math.log(1 + (this.documents - n + 0.5) / (n + 0.5));
  }

  /** ln((1 + N) / (1 + n)) + 1. */
  cosineWeight(feature: number): number {
    return Math.log((1 + this.documents) / (1 + this.frequency(feature))) + 1;
  }

  /** By slot: how many quarters of a feature give half of its weight in BM25. */
  saturation(k1: number, b: number): Float64Array {
    const cached = this.cachedSaturation;
    if (cached && cached.k1 === k1 && cached.b === b) return cached.bySlot;
    const bySlot = new Float64Array(this.slots);
    const average = this.documents > 0 ? this.totalLength / this.documents : 0;
    const { lengths } = this.space;
    for (let slot = 0; slot < this.slots; slot++)
      bySlot[slot] = 4 * k1 * (1 - b + (average > 0 ? (b * (lengths[slot] ?? 0)) / average : 0));
    this.cachedSaturation = { k1, b, bySlot };
    return bySlot;
  }

  /** By slot: the length of the vector of TF-IDF weights. */
  norms(): Float64Array {
    if (this.cachedNorms) return this.cachedNorms;
    const { starts, counts, features, amounts, size } = this.space;
    const weights = new Float64Array(size);
    for (let f = 0; f < size; f++) weights[f] = this.cosineWeight(f);
    const norms = new Float64Array(this.slots);
    for (let slot = 0; slot < this.slots; slot++) {
      const start = starts[slot] ?? 0;
      const end = start + (counts[slot] ?? 0);
      let sum = 0;
      for (let at = start; at < end; at++) {
        const weight = logarithm(amounts[at]!) * weights[features[at]!]!;
        sum += weight * weight;
      }
      norms[slot] = Math.sqrt(sum);
    }
    this.cachedNorms = norms;
    return norms;
  }
}

/** ln(1 + tf) of a count in quarters; most counts are small. */
export function logarithm(quarters: number): number {
  return quarters < SMALL.length ? SMALL[quarters]! : Math.log1p(quarters / 4);
}

const SMALL = Float64Array.from({ length: 256 }, (_, quarters) => Math.log1p(quarters / 4));
