import {
  averageModularComplexity,
  complexityOutlookGain,
  complexityOutlookIndex,
  complexitySpectrum,
  easeOfRecombination,
  economicComplexity,
  economicFitness,
  expy,
  knowledgeComplexity,
  modularComplexity,
  opportunityGain,
  prody,
  reflections,
} from "../src/complexity/index.ts";
import { proximity, relatednessDensity } from "../src/relatedness/index.ts";
import { type Golden, type Inputs, Rounded } from "./golden.ts";
import { has, hasByEconomiccomplexity, ofActivities, ofRegions, panelOf, patentsOf } from "./panel.ts";

const econgeo = { convention: "econgeo" } as const;
const atlas = { convention: "atlas" } as const;
const oec = { convention: "oec" } as const;
const economiccomplexity = { convention: "economiccomplexity" } as const;
const zero = { empty: "zero" } as const;
const sample = { spread: "sample" } as const;

const fitness = (inputs: Inputs, iterations: number) => economicFitness(has(inputs), { iterations });
const packageFitness = (inputs: Inputs) =>
  economicFitness(hasByEconomiccomplexity(inputs), economiccomplexity);
const packageReflections = (inputs: Inputs) =>
  reflections(hasByEconomiccomplexity(inputs), economiccomplexity);
const packageComplexity = (inputs: Inputs) =>
  economicComplexity(hasByEconomiccomplexity(inputs), economiccomplexity);
const mor = (inputs: Inputs, steps: number) =>
  reflections(has(inputs), { ...econgeo, steps: { regions: steps, activities: steps } });
const unscaled = (inputs: Inputs) => economicComplexity(has(inputs), { scaling: "none" });

export const measures: Record<string, Golden> = {
  "definition/eigenvalues_top4": (inputs) => complexitySpectrum(has(inputs), 4),
  "definition/eci_z_ddof0": (inputs) => economicComplexity(has(inputs)).eci,
  "definition/pci_z_ddof0": (inputs) => economicComplexity(has(inputs)).pci,
  "definition/eci_z_ddof1": (inputs) => economicComplexity(has(inputs), sample).eci,
  "definition/pci_z_ddof1": (inputs) => economicComplexity(has(inputs), sample).pci,
  "definition/pci_scaled_by_eci": (inputs) => economicComplexity(has(inputs), { scaling: "atlas" }).pci,
  "definition/fitness_20": (inputs) => ofRegions(inputs, fitness(inputs, 20).fitness),
  "definition/fitness_complexity_20": (inputs) => ofActivities(inputs, fitness(inputs, 20).complexity),
  "definition/fitness_500": (inputs) => ofRegions(inputs, fitness(inputs, 500).fitness),
  "definition/fitness_complexity_500": (inputs) => ofActivities(inputs, fitness(inputs, 500).complexity),
  "definition/prody": (inputs) => prody(panelOf(inputs).X, panelOf(inputs).gdp, zero),
  "definition/expy": (inputs) => {
    const { X, gdp } = panelOf(inputs);
    return expy(X, prody(X, gdp), zero);
  },
  "definition/coi_diag0_pci_z": (inputs) =>
    complexityOutlookIndex(
      has(inputs),
      relatednessDensity(has(inputs), proximity(has(inputs))),
      economicComplexity(has(inputs)).pci,
    ),
  "definition/ease_recombination": (inputs) => easeOfRecombination(patentsOf(inputs)),
  "definition/modular_complexity": (inputs) => modularComplexity(patentsOf(inputs)),
  "definition/modular_complexity_avg": (inputs) => averageModularComplexity(patentsOf(inputs)),

  "EconGeo/kci": (inputs) => ofRegions(inputs, knowledgeComplexity(has(inputs), econgeo).kci),
  "EconGeo/tci": (inputs) => ofActivities(inputs, knowledgeComplexity(has(inputs), econgeo).tci),
  "EconGeo/morc_20": (inputs) => ofRegions(inputs, mor(inputs, 20).regions),
  "EconGeo/mort_19": (inputs) => ofActivities(inputs, mor(inputs, 19).activities),
  "EconGeo/morc_2": (inputs) => ofRegions(inputs, mor(inputs, 2).regions),
  "EconGeo/mort_1": (inputs) => ofActivities(inputs, mor(inputs, 1).activities),
  "EconGeo/prody": (inputs) => prody(panelOf(inputs).X, panelOf(inputs).gdp, econgeo),
  "EconGeo/expy": (inputs) => {
    const { X, gdp } = panelOf(inputs);
    return expy(X, prody(X, gdp, econgeo), econgeo);
  },
  "EconGeo/ease_recombination": (inputs) =>
    new Rounded(easeOfRecombination(patentsOf(inputs), econgeo), easeOfRecombination(patentsOf(inputs)), 5),
  "EconGeo/modular_complexity": (inputs) =>
    new Rounded(modularComplexity(patentsOf(inputs), econgeo), modularComplexity(patentsOf(inputs)), 5),
  "EconGeo/modular_complexity_avg": (inputs) =>
    new Rounded(
      averageModularComplexity(patentsOf(inputs), econgeo),
      averageModularComplexity(patentsOf(inputs)),
      2,
    ),

  "economiccomplexity/fitness_country": (inputs) => packageFitness(inputs).fitness,
  "economiccomplexity/fitness_product": (inputs) => packageFitness(inputs).complexity,
  "economiccomplexity/reflections_country": (inputs) => packageReflections(inputs).regions,
  "economiccomplexity/reflections_product": (inputs) => packageReflections(inputs).activities,
  "economiccomplexity/eigenvalues_country": (inputs) => packageComplexity(inputs).eci,
  "economiccomplexity/eigenvalues_product": (inputs) => packageComplexity(inputs).pci,
  "economiccomplexity/complexity_outlook_index": (inputs) => {
    const presence = hasByEconomiccomplexity(inputs);
    const density = relatednessDensity(presence, proximity(presence, economiccomplexity), economiccomplexity);
    return complexityOutlookIndex(presence, density, packageComplexity(inputs).pci);
  },
  "economiccomplexity/complexity_outlook_gain": (inputs) => {
    const presence = hasByEconomiccomplexity(inputs);
    return complexityOutlookGain(
      presence,
      proximity(presence, economiccomplexity),
      packageComplexity(inputs).pci,
    );
  },
  "economiccomplexity/prody": (inputs) => prody(panelOf(inputs).X, panelOf(inputs).gdp, economiccomplexity),
  "economiccomplexity/expy": (inputs) => {
    const { X, gdp } = panelOf(inputs);
    return expy(X, prody(X, gdp, economiccomplexity), economiccomplexity);
  },

  "py-ecomplexity/eci": (inputs) => economicComplexity(has(inputs), atlas).eci,
  "py-ecomplexity/pci": (inputs) => economicComplexity(has(inputs), atlas).pci,
  "py-ecomplexity/coi": (inputs) => {
    const density = relatednessDensity(has(inputs), proximity(has(inputs), atlas), atlas);
    return complexityOutlookIndex(has(inputs), density, unscaled(inputs).pci, atlas);
  },
  "py-ecomplexity/cog": (inputs) =>
    complexityOutlookGain(has(inputs), proximity(has(inputs), atlas), unscaled(inputs).pci, atlas),

  "Datawheel/reflections_geo": (inputs) => economicComplexity(has(inputs), oec).eci,
  "Datawheel/reflections_activity": (inputs) => economicComplexity(has(inputs), oec).pci,
  "Datawheel/opportunity_gain": (inputs) =>
    opportunityGain(has(inputs), proximity(has(inputs), oec), economicComplexity(has(inputs), oec).pci),
};
