import { Presence } from "../src/core/index.ts";
import { presence } from "../src/presence/index.ts";
import type { Inputs } from "./golden.ts";

/** What the panel files hold: amounts of regions × industries, and one number for each region. */
export const panelOf = (inputs: Inputs) =>
  inputs as { X: number[][]; X2: number[][]; population: number[]; gdp: number[] };

/** Without the regions that have nothing, which some packages leave out of their output. */
export const ofRegions = (inputs: Inputs, values: Float64Array): Float64Array =>
  values.filter((_, r) => has(inputs).rowCounts()[r]! > 0);

/** Without the activities that nobody has. */
export const ofActivities = (inputs: Inputs, values: Float64Array): Float64Array =>
  values.filter((_, c) => has(inputs).columnCounts()[c]! > 0);

/** The presence of a panel at a quotient of 1, computed once for each file. */
export function has(inputs: Inputs): Presence {
  const found = presences.get(inputs) ?? presence(panelOf(inputs).X);
  presences.set(inputs, found);
  return found;
}

const presences = new WeakMap<Inputs, Presence>();

/** The same as the R package economiccomplexity reads it. */
export const hasByEconomiccomplexity = (inputs: Inputs): Presence =>
  presence(panelOf(inputs).X, { convention: "economiccomplexity" });

/** The file's techs × patents, turned as the library takes them: patents in rows. */
export const patentsOf = (inputs: Inputs): Presence => Presence.from(inputs.P as number[][]).transpose();
