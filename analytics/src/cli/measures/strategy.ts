import * as kontor from "../../index.ts";
import type { Measure } from "../measure.ts";

export const strategy: Record<string, Measure> = {
  diversify: {
    takes: "panel",
    summary: "What a region could do next: activities it has not, by nearness, complexity and outlook gain",
    options: {
      for: { type: "text", summary: "the region, by its name; all of them unless given" },
      weights: {
        type: "text",
        summary: "what counts (balanced)",
        choices: ["low-hanging fruit", "balanced", "long jumps"],
      },
      threshold: { type: "number", summary: "a region has an activity from this location quotient on (1)" },
      limit: { type: "number", summary: "so many for a region (10)" },
    },
    run: ({ regions, activities, amounts }, said) => {
      if (said.for !== undefined && !regions.includes(String(said.for)))
        throw new kontor.AnalyticsError(
          "unknown-name",
          `There is no region "${said.for}"`,
          `Regions are called ${regions.slice(0, 5).join(", ")} and so on.`,
        );
      const wanted = said.for === undefined ? regions : [String(said.for)];
      const tables = wanted.map((region) =>
        kontor.diversification(amounts, {
          region,
          regions,
          activities,
          limit: typeof said.limit === "number" ? said.limit : 10,
          ...(typeof said.threshold === "number" ? { threshold: said.threshold } : {}),
          ...(typeof said.weights === "string" ? { weights: said.weights as kontor.TradeOffName } : {}),
        }),
      );
      return {
        columns: ["region", "rank", "activity", "lq", "density", "pci", "outlook gain", "score"],
        records: tables.flatMap(({ options }, r) =>
          options.map(({ rank, activity, quotient, density, complexity, gain, score }) => [
            wanted[r]!,
            rank,
            activity,
            quotient,
            density,
            complexity,
            gain,
            score,
          ]),
        ),
        notes: wanted.length === 1 ? tables[0]!.notes : [],
      };
    },
  },
};
