import { Presence } from "../src/core/index.ts";
import { presence } from "../src/presence/index.ts";
import type { Inputs } from "./golden.ts";

/** What the panel files hold: amounts of regions × industries, and one number for each region. */
export const panelOf = (inputs: Inputs) =>
  inputs as { X: number[][]; X2: number[][]; population: number[]; gdp: number[] };

/** Rows without what a package leaves out of its output: `NaN` stands for it in ours. */
export const known = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));

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
