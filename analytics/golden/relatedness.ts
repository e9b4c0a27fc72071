import type { Matrix, Presence } from "../src/core/index.ts";
import {
  associationStrength,
  averageExternalDensity,
  averageInternalDensity,
  conditionalProximity,
  coOccurrence,
  correlationProximity,
  cosineRelatedness,
  jaccardRelatedness,
  probabilityRelatedness,
  proximity,
  regionProximity,
  relatednessDensity,
  relatednessDistance,
  relatednessZScore,
  relativeRelatedness,
} from "../src/relatedness/index.ts";
import { locationQuotient } from "../src/specialisation/index.ts";
import { type Golden, type Inputs, Rounded } from "./golden.ts";
import { has, hasByEconomiccomplexity, panelOf, patentsOf } from "./panel.ts";

const econgeo = { convention: "econgeo" } as const;
const atlas = { convention: "atlas" } as const;
const oec = { convention: "oec" } as const;
const economiccomplexity = { convention: "economiccomplexity" } as const;
/** What stands where nothing is defined in the files' own evaluation of the formulas. */
const zero = { empty: "zero" } as const;

const counts = (inputs: Inputs) => coOccurrence(has(inputs));
const cosine = (inputs: Inputs) => cosineRelatedness(counts(inputs), econgeo);
const percent = (share: Matrix): Matrix => share.map((x) => 100 * x);
const rounded = (presence: Presence, relatedness: Matrix): Rounded =>
  new Rounded(
    relatednessDensity(presence, relatedness, econgeo),
    percent(relatednessDensity(presence, relatedness)),
    2,
  );
const atLeastOne = (values: Matrix): Matrix => values.map((x) => (x >= 1 ? 1 : 0));
const oecDensity = (inputs: Inputs) => relatednessDensity(has(inputs), proximity(has(inputs), oec), oec);

export const measures: Record<string, Golden> = {
  "definition/proximity_max_diag0": (inputs) => proximity(has(inputs), zero),
  "definition/density_diag0": (inputs) => relatednessDensity(has(inputs), proximity(has(inputs)), zero),
  "definition/relatedness_density_cosine_percent": (inputs) =>
    percent(relatednessDensity(has(inputs), cosineRelatedness(counts(inputs)), zero)),

  "EconGeo/co_occurrence": (inputs) => counts(inputs),
  "EconGeo/relatedness_prob": (inputs) => probabilityRelatedness(counts(inputs), econgeo),
  "EconGeo/relatedness_association": (inputs) => associationStrength(counts(inputs), econgeo),
  "EconGeo/relatedness_cosine": (inputs) => cosine(inputs),
  "EconGeo/relatedness_jaccard": (inputs) => jaccardRelatedness(counts(inputs), econgeo),
  "EconGeo/relatedness_density_cosine": (inputs) => rounded(has(inputs), cosine(inputs)),
  "EconGeo/relatedness_density_association_ge1": (inputs) =>
    rounded(has(inputs), atLeastOne(associationStrength(counts(inputs), econgeo))),
  "EconGeo/relatedness_density_int_avg_cosine": (inputs) =>
    averageInternalDensity(has(inputs), relatednessDensity(has(inputs), cosine(inputs)), econgeo),
  "EconGeo/relatedness_density_ext_avg_cosine": (inputs) =>
    averageExternalDensity(has(inputs), relatednessDensity(has(inputs), cosine(inputs)), econgeo),
  "EconGeo/co_occurrence_tech": (inputs) => coOccurrence(patentsOf(inputs)),
  "EconGeo/z_score": (inputs) => relatednessZScore(patentsOf(inputs), econgeo),

  "economiccomplexity/proximity_product": (inputs) =>
    proximity(hasByEconomiccomplexity(inputs), economiccomplexity),
  "economiccomplexity/proximity_country": (inputs) =>
    regionProximity(hasByEconomiccomplexity(inputs), economiccomplexity),
  "economiccomplexity/density": (inputs) => {
    const presence = hasByEconomiccomplexity(inputs);
    return relatednessDensity(presence, proximity(presence, economiccomplexity), economiccomplexity);
  },
  "economiccomplexity/distance": (inputs) => {
    const presence = hasByEconomiccomplexity(inputs);
    return relatednessDistance(presence, proximity(presence, economiccomplexity), economiccomplexity);
  },

  "py-ecomplexity/density": (inputs) => relatednessDensity(has(inputs), proximity(has(inputs), atlas), atlas),
  "py-ecomplexity/proximity": (inputs) => proximity(has(inputs), { ...atlas, diagonal: Number.NaN }),
  "py-ecomplexity/proximity_asymmetric": (inputs) =>
    conditionalProximity(has(inputs), { ...atlas, diagonal: Number.NaN }),
  "py-ecomplexity/proximity_continuous": (inputs) =>
    correlationProximity(locationQuotient(panelOf(inputs).X), { ...atlas, diagonal: Number.NaN }),

  "Datawheel/proximity_sqrt": (inputs) => proximity(has(inputs), { ...oec, measure: "sqrt" }),
  "Datawheel/relatedness": (inputs) => oecDensity(inputs),
  "Datawheel/relative_relatedness": (inputs) => relativeRelatedness(has(inputs), oecDensity(inputs), oec),
};
