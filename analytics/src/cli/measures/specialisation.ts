import * as kontor from "../../index.ts";
import { type Measure, perCell, perPair, perUnit, type Slice } from "../measure.ts";

const regions = (summary: string, name: string, of: (slice: Slice) => Float64Array): Measure => ({
  takes: "panel",
  summary,
  run: (slice) => perUnit("region", slice.regions, { [name]: of(slice) }),
});

const activities = (summary: string, name: string, of: (slice: Slice) => Float64Array): Measure => ({
  takes: "panel",
  summary,
  run: (slice) => perUnit("activity", slice.activities, { [name]: of(slice) }),
});

export const specialisation: Record<string, Measure> = {
  lq: {
    takes: "panel",
    summary: "Location quotient (RCA) of each region and activity. 1 is as much as expected",
    options: {
      benchmark: { type: "text", summary: "what a region is compared with", choices: ["total", "rest"] },
      convention: {
        type: "text",
        summary: "whose published numbers to reproduce",
        choices: ["kontor", "econgeo"],
      },
      rounded: { type: "flag", summary: "two decimals, with --convention econgeo" },
    },
    run: (slice, said) =>
      perCell(slice, { lq: kontor.locationQuotient(slice.amounts, said as kontor.LocationQuotientOptions) }),
  },
  "lq-symmetric": {
    takes: "panel",
    summary: "Symmetric location quotient (LQ - 1) / (LQ + 1), from -1 to 1",
    run: (slice) => perCell(slice, { "lq symmetric": kontor.symmetricLocationQuotient(slice.amounts) }),
  },
  "lq-normalised": {
    takes: "panel",
    summary:
      "Normalised location quotient of Yu, Cai and Leung, comparable over regions, activities and time",
    run: (slice) => perCell(slice, { "lq normalised": kontor.normalisedLocationQuotient(slice.amounts) }),
  },
  "lq-standardised": {
    takes: "panel",
    summary: "Standardised location quotient, in standard deviations",
    run: (slice) => perCell(slice, { "lq standardised": kontor.standardisedLocationQuotient(slice.amounts) }),
  },
  regions: {
    takes: "panel",
    summary:
      "What each region is like: diversity, entropy, Herfindahl, Krugman, Hachman, specialisation coefficient",
    run: (slice) =>
      perUnit("region", slice.regions, {
        diversity: kontor.diversity(kontor.presence(slice.amounts)),
        "entropy (bits)": kontor.entropy(slice.amounts),
        herfindahl: kontor.herfindahl(slice.amounts),
        krugman: kontor.krugman(slice.amounts),
        hachman: kontor.hachman(slice.amounts),
        "specialisation coefficient": kontor.specialisationCoefficient(slice.amounts),
      }),
  },
  activities: {
    takes: "panel",
    summary:
      "How concentrated each activity is: ubiquity, Gini, locational Gini, Hoover index, Theil, Herfindahl",
    run: (slice) =>
      perUnit("activity", slice.activities, {
        ubiquity: kontor.ubiquity(kontor.presence(slice.amounts)),
        gini: kontor.gini(slice.amounts),
        "locational gini": kontor.locationalGini(slice.amounts),
        "hoover (percent)": kontor.hooverIndex(slice.amounts),
        theil: kontor.theil(slice.amounts),
        herfindahl: kontor.herfindahl(slice.amounts, { of: "activities" }),
      }),
  },
  krugman: regions(
    "Krugman index of specialisation against all regions, from 0 to 2",
    "krugman",
    ({ amounts }) => kontor.krugman(amounts),
  ),
  entropy: regions("Shannon entropy of each region's mix of activities, in bits", "entropy", ({ amounts }) =>
    kontor.entropy(amounts),
  ),
  herfindahl: regions(
    "Herfindahl index of each region's mix of activities, up to 1",
    "herfindahl",
    ({ amounts }) => kontor.herfindahl(amounts),
  ),
  hachman: regions(
    "Hachman index: how like the whole economy a region is, up to 1",
    "hachman",
    ({ amounts }) => kontor.hachman(amounts),
  ),
  "locational-gini": activities(
    "Locational Gini of each activity, from 0 to 0.5",
    "locational gini",
    ({ amounts }) => kontor.locationalGini(amounts),
  ),
  similarity: {
    takes: "panel",
    summary: "Export similarity (Finger and Kreinin) of each pair of regions, from 0 to 1",
    run: (slice) => perPair("region", slice.regions, "similarity", kontor.exportSimilarity(slice.amounts)),
  },
  "shift-share": {
    takes: "two periods",
    summary: "Classic shift-share of each region, from the first to the last period of the file",
    run: (before, after) => {
      const { national, industryMix, regional } = kontor.shiftShare(before.amounts, after.amounts).regions;
      return perUnit("region", before.regions, { national, "industry mix": industryMix, regional });
    },
  },
  growth: {
    takes: "two periods",
    summary: "Growth in percent of each region and activity, from the first to the last period of the file",
    run: (before, after) =>
      perCell(before, { "growth (percent)": kontor.growth(before.amounts, after.amounts).rates }),
  },
  turnover: {
    takes: "two periods",
    summary: "Entries and exits of each region by presence, from the first to the last period of the file",
    run: (before, after) => {
      const { entries, exits, stays, entryRate, exitRate } = kontor.turnover(
        kontor.presence(before.amounts),
        kontor.presence(after.amounts),
      ).regions;
      return perUnit("region", before.regions, {
        entries,
        exits,
        stays,
        "entry rate": entryRate,
        "exit rate": exitRate,
      });
    },
  },
};
