import type { TeamModel } from "./model.ts";

/** A team in the making: who is in, what it covers, and what the rules count. Grows by one at a time; a copy goes another way. */
export class Draft {
  readonly model: TeamModel;
  readonly members: number[];
  /** For each competence the product of 1 - strength over the members: what is not covered. */
  readonly missed: Float64Array;
  readonly perCountry: Int32Array;
  readonly perRegion: Int32Array;
  readonly perKind: Int32Array;
  readonly costPerKind: Float64Array;
  countries = 0;
  regions = 0;
  smes = 0;
  cost = 0;

  constructor(model: TeamModel, members: readonly number[] = []) {
    this.model = model;
    this.members = [];
    this.missed = new Float64Array(model.competences).fill(1);
    this.perCountry = new Int32Array(model.countries);
    this.perRegion = new Int32Array(model.regions);
    this.perKind = new Int32Array(model.kinds.length);
    this.costPerKind = new Float64Array(model.kinds.length);
    for (const i of members) this.add(i);
  }

  copy(): Draft {
    return new Draft(this.model, this.members);
  }

  add(i: number): this {
    const { strength, competences, country, region, kind, cost, candidates } = this.model;
    this.members.push(i);
    for (let c = 0; c < competences; c++) this.missed[c]! *= 1 - strength[i * competences + c]!;
    if (country[i]! >= 0 && this.perCountry[country[i]!]!++ === 0) this.countries++;
    if (region[i]! >= 0 && this.perRegion[region[i]!]!++ === 0) this.regions++;
    if (kind[i]! >= 0) {
      this.perKind[kind[i]!]!++;
      this.costPerKind[kind[i]!]! += cost[i]!;
    }
    if (candidates[i]!.isSme) this.smes++;
    this.cost += cost[i]!;
    return this;
  }

  get size(): number {
    return this.members.length;
  }

  get seatsLeft(): number {
    return this.model.rules.mostSize - this.members.length;
  }

  /** Covered share of what is asked for, from 0 to 1. */
  value(): number {
    let value = 0;
    for (let c = 0; c < this.missed.length; c++) value += this.model.weight[c]! * (1 - this.missed[c]!);
    return value;
  }

  /** What a candidate would add to the value. */
  gain(i: number): number {
    const { strength, weight, competences } = this.model;
    let gain = 0;
    for (let c = 0; c < competences; c++)
      gain += weight[c]! * this.missed[c]! * strength[i * competences + c]!;
    return gain;
  }

  /** Whether nothing that only gets worse with more partners (size, cost, most of a kind, rivals) forbids a candidate. */
  mayAdd(i: number): boolean {
    const { isEligible, rules, kind, mostOfKind, mostCostOfKind, cost, rivals } = this.model;
    if (isEligible[i] === 0 || this.seatsLeft <= 0 || this.members.includes(i)) return false;
    if (rules.mostCost !== undefined && this.cost + cost[i]! > rules.mostCost * ROUNDING) return false;
    const k = kind[i]!;
    if (k >= 0 && this.perKind[k]! >= mostOfKind[k]!) return false;
    if (k >= 0 && this.costPerKind[k]! + cost[i]! > mostCostOfKind[k]! * ROUNDING) return false;
    return !rivals[i]!.some((j) => this.members.includes(j));
  }

  /** How many of each sort are still missing for the rules that ask for at least something. */
  private missing(): { size: number; countries: number; regions: number; kinds: number; smes: number } {
    const { rules, leastOfKind } = this.model;
    let kinds = 0;
    for (let k = 0; k < leastOfKind.length; k++) kinds += Math.max(0, leastOfKind[k]! - this.perKind[k]!);
    return {
      size: Math.max(0, rules.leastSize - this.size),
      countries: Math.max(0, (rules.leastCountries ?? 0) - this.countries),
      regions: Math.max(0, (rules.leastRegions ?? 0) - this.regions),
      kinds,
      smes: smesMissing(this.smes, this.size, rules.leastSmeShare ?? 0),
    };
  }

  /** Everything that is missing, added up: 0 where the rules are met. */
  shortfall(): number {
    const { size, countries, regions, kinds, smes } = this.missing();
    return size + countries + regions + kinds + smes;
  }

  /** Partners it takes at least to meet the rules; one may serve several. */
  needed(): number {
    const { size, countries, regions, kinds, smes } = this.missing();
    return Math.max(size, countries, regions, kinds, smes);
  }
}

/** Costs that are a budget but for the rounding of their sum keep to it. */
export const ROUNDING = 1 + 1e-12;

/** How many small firms have to come, if nobody else does, until their share is reached. */
function smesMissing(smes: number, size: number, share: number): number {
  if (size === 0 || smes >= share * size - 1e-9) return 0;
  return share >= 1 ? Number.POSITIVE_INFINITY : Math.ceil((share * size - smes) / (1 - share) - 1e-9);
}
