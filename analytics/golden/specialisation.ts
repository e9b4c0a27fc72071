import {
  ellisonGlaeser,
  entropy,
  gini,
  herfindahl,
  hooverGini,
  hooverIndex,
  locationalGini,
  theil,
} from "../src/concentration/index.ts";
import type { Presence } from "../src/core/index.ts";
import { entry, exit, growth, growthByActivity, growthByRegion, shiftShare } from "../src/dynamics/index.ts";
import { presence } from "../src/presence/index.ts";
import {
  averageLocationQuotient,
  diversity,
  hachman,
  inverseNormalisedUbiquity,
  krugman,
  locationQuotient,
  normalisedUbiquity,
  quotientSimilarity,
  specialisationCoefficient,
  ubiquity,
  weightedAverage,
} from "../src/specialisation/index.ts";
import { relatedVariety, unrelatedVariety } from "../src/variety/index.ts";
import { type Golden, type Inputs, Rounded } from "./golden.ts";
import { has, hasByEconomiccomplexity } from "./panel.ts";

const econgeo = { convention: "econgeo" } as const;
// The definitions read a share of nothing as 0.
const empty = "zero" as const;

const x = (inputs: Inputs) => inputs.X as number[][];
const x2 = (inputs: Inputs) => inputs.X2 as number[][];
const population = (inputs: Inputs) => inputs.population as number[];
const group = (inputs: Inputs) => inputs.group as number[];
const plants = (inputs: Inputs) => inputs.X_establishment_hhi as number[];

const after = (inputs: Inputs): Presence => presence(x2(inputs));

/** Each activity's share of the whole, as a property of activities to average. */
function sizes(table: readonly number[][]): number[] {
  const sums = Array.from(table[0] ?? [], (_, c) => table.reduce((sum, row) => sum + row[c]!, 0));
  const all = sums.reduce((sum, size) => sum + size, 0);
  return sums.map((size) => size / all);
}

const definitions: Record<string, Golden> = {
  rca_binary: (inputs) => has(inputs).toMatrix(),
  entropy_base2: (inputs) => entropy(x(inputs), { empty }),
  entropy_natural: (inputs) => entropy(x(inputs), { base: Math.E, empty }),
  theil_industry: (inputs) => theil(x(inputs)),
  gini_industry: (inputs) => gini(x(inputs)),
  hoover_index_equal: (inputs) => hooverIndex(x(inputs), { empty }),
  hoover_index_population: (inputs) => hooverIndex(x(inputs), { population: population(inputs), empty }),
  krugman_national: (inputs) => krugman(x(inputs), { empty }),
  krugman_rest: (inputs) => krugman(x(inputs), { benchmark: "rest", empty }),
  unrelated_variety: (inputs) => unrelatedVariety(x(inputs), group(inputs), { empty }),
  related_variety: (inputs) => relatedVariety(x(inputs), group(inputs), { empty }),
  ellison_glaeser_raw_G: (inputs) => ellisonGlaeser(x(inputs), plants(inputs), { empty }).raw,
  ellison_glaeser_gamma: (inputs) => ellisonGlaeser(x(inputs), plants(inputs), { empty }).gamma,
  herfindahl_industry: (inputs) => herfindahl(x(inputs), { of: "activities", empty }),
  growth_matrix_percent: (inputs) => growth(x(inputs), x2(inputs)).rates,
  entry: (inputs) => entry(has(inputs), after(inputs)),
  exit: (inputs) => exit(has(inputs), after(inputs)),
  shift_share: (inputs) => {
    const { national, industryMix, regional } = shiftShare(x(inputs), x2(inputs)).regions;
    return { national, industry_mix: industryMix, regional };
  },
};

const econGeo: Record<string, Golden> = {
  location_quotient: (inputs) => locationQuotient(x(inputs), econgeo),
  location_quotient_binary: (inputs) => has(inputs).toMatrix(),
  rca: (inputs) =>
    new Rounded(
      locationQuotient(x(inputs), { ...econgeo, rounded: true }),
      locationQuotient(x(inputs), econgeo),
      2,
    ),
  rca_binary: (inputs) => has(inputs).toMatrix(),
  location_quotient_avg: (inputs) => averageLocationQuotient(x(inputs)),
  krugman_index: (inputs) => krugman(x(inputs)),
  spec_coeff: (inputs) => specialisationCoefficient(x(inputs)),
  hachman: (inputs) => hachman(x(inputs)),
  herfindahl: (inputs) => herfindahl(x(inputs)),
  entropy: (inputs) => entropy(x(inputs), econgeo),
  gini: (inputs) => new Rounded(gini(x(inputs), econgeo), gini(x(inputs)), 3),
  locational_gini: (inputs) => locationalGini(x(inputs)),
  hoover_gini: (inputs) =>
    new Rounded(
      hooverGini(x(inputs), population(inputs), econgeo),
      hooverGini(x(inputs), population(inputs)),
      3,
    ),
  hoover_index: (inputs) =>
    new Rounded(
      hooverIndex(x(inputs), { population: population(inputs), ...econgeo }),
      hooverIndex(x(inputs), { population: population(inputs) }),
      2,
    ),
  diversity: (inputs) => diversity(has(inputs)),
  ubiquity: (inputs) => ubiquity(has(inputs)),
  norm_ubiquity: (inputs) =>
    new Rounded(normalisedUbiquity(x(inputs), econgeo), normalisedUbiquity(x(inputs)), 2),
  inv_norm_ubiquity: (inputs) => inverseNormalisedUbiquity(x(inputs), econgeo),
  weighted_avg: (inputs) => weightedAverage(x(inputs), sizes(x(inputs))),
  growth_mat: (inputs) =>
    new Rounded(growth(x(inputs), x2(inputs), econgeo).rates, growth(x(inputs), x2(inputs)).rates, 2),
  growth_ind: (inputs) =>
    new Rounded(growthByActivity(x(inputs), x2(inputs), econgeo), growthByActivity(x(inputs), x2(inputs)), 2),
  growth_reg: (inputs) =>
    new Rounded(growthByRegion(x(inputs), x2(inputs), econgeo), growthByRegion(x(inputs), x2(inputs)), 2),
  entry_mat: (inputs) => entry(has(inputs), after(inputs)),
  exit_mat: (inputs) => exit(has(inputs), after(inputs)),
};

const others: Record<string, Golden> = {
  "economiccomplexity/balassa_index": (inputs) =>
    locationQuotient(x(inputs), { convention: "economiccomplexity" }),
  "economiccomplexity/balassa_index_discrete": (inputs) => hasByEconomiccomplexity(inputs).toMatrix(),
  "py-ecomplexity/mcp": (inputs) =>
    locationQuotient(x(inputs), { convention: "atlas" }).map((quotient) =>
      Number.isNaN(quotient) ? Number.NaN : Number(quotient >= 1),
    ),
  "Datawheel/export_similarity": (inputs) => quotientSimilarity(x(inputs), { convention: "oec" }),
};

const of = (reference: string, golden: Record<string, Golden>) =>
  Object.fromEntries(Object.entries(golden).map(([name, compute]) => [`${reference}/${name}`, compute]));

export const measures: Record<string, Golden> = {
  ...of("definition", definitions),
  ...of("EconGeo", econGeo),
  ...others,
};
