import * as kontor from "../../index.ts";
import { type Measure, type Option, perCell, perPair, perUnit, type Said, type Slice } from "../measure.ts";

const threshold: Record<string, Option> = {
  threshold: { type: "number", summary: "a region has an activity from this location quotient on (1)" },
};

const present = ({ amounts }: Slice, said: Said) =>
  kontor.presence(amounts, { threshold: typeof said.threshold === "number" ? said.threshold : 1 });

const convention: Option = {
  type: "text",
  summary: "whose published numbers to reproduce",
  choices: ["kontor", "atlas", "econgeo", "oec", "economiccomplexity"],
};

export const complexity: Record<string, Measure> = {
  presence: {
    takes: "panel",
    summary: "Which region has which activity, by its location quotient: 1 or 0",
    options: threshold,
    run: (slice, said) => perCell(slice, { present: present(slice, said).toMatrix() }),
  },
  proximity: {
    takes: "panel",
    summary: "Proximity of each pair of activities, from 0 to 1: how likely a region is to have both",
    options: {
      ...threshold,
      measure: {
        type: "text",
        summary: "which of the conditional probabilities",
        choices: ["max", "min", "sqrt"],
      },
    },
    run: (slice, said) => {
      const measure = (said.measure ?? "max") as kontor.ProximityMeasure;
      return perPair(
        "activity",
        slice.activities,
        "proximity",
        kontor.proximity(present(slice, said), { measure }),
      );
    },
  },
  "product-space": {
    takes: "panel",
    summary: "Edges of the product space: the maximum spanning tree and the strongest others",
    options: { ...threshold, degree: { type: "number", summary: "edges an activity has on average (4)" } },
    run: ({ activities, ...slice }, said) => {
      const proximity = kontor.proximity(present({ activities, ...slice }, said));
      const { edges, notes } = kontor.productSpace(
        proximity,
        typeof said.degree === "number" ? { averageDegree: said.degree } : {},
      );
      return {
        columns: ["source", "target", "proximity", "tree"],
        records: edges.map(({ from, to, weight, tree }) => [
          activities[from]!,
          activities[to]!,
          weight,
          tree ? 1 : 0,
        ]),
        notes,
      };
    },
  },
  density: {
    takes: "panel",
    summary: "Relatedness density of each region and activity, from 0 to 1: how much of what is near it has",
    options: threshold,
    run: (slice, said) => {
      const has = present(slice, said);
      return perCell(slice, {
        present: has.toMatrix(),
        density: kontor.relatednessDensity(has, kontor.proximity(has)),
      });
    },
  },
  eci: {
    takes: "panel",
    summary: "Economic complexity index of each region",
    options: { ...threshold, convention },
    run: (slice, said) => {
      const has = present(slice, said);
      const { eci, notes } = kontor.economicComplexity(has, ofConvention(said));
      return perUnit("region", slice.regions, { eci, diversity: kontor.diversity(has) }, notes);
    },
  },
  pci: {
    takes: "panel",
    summary: "Product complexity index of each activity",
    options: { ...threshold, convention },
    run: (slice, said) => {
      const has = present(slice, said);
      const { pci, notes } = kontor.economicComplexity(has, ofConvention(said));
      return perUnit("activity", slice.activities, { pci, ubiquity: kontor.ubiquity(has) }, notes);
    },
  },
  fitness: {
    takes: "panel",
    summary: "Economic fitness of each region (Tacchella et al.), mean 1",
    options: threshold,
    run: (slice, said) => {
      const { fitness, notes } = kontor.economicFitness(present(slice, said));
      return perUnit("region", slice.regions, { fitness }, notes);
    },
  },
  outlook: {
    takes: "panel",
    summary: "Each region's complexity, and its outlook: how near the complex activities are that it lacks",
    options: threshold,
    run: (slice, said) => {
      const has = present(slice, said);
      const { eci, pci, notes } = kontor.economicComplexity(has);
      const density = kontor.relatednessDensity(has, kontor.proximity(has));
      return perUnit(
        "region",
        slice.regions,
        { eci, coi: kontor.complexityOutlookIndex(has, density, pci) },
        notes,
      );
    },
  },
};

const ofConvention = ({ convention: said }: Said): kontor.EconomicComplexityOptions =>
  typeof said === "string" ? { convention: said as kontor.Convention } : {};
