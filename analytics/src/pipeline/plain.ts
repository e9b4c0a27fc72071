import { economicComplexity } from "../complexity/economic-complexity.ts";
import { complexityOutlookGain, complexityOutlookIndex } from "../complexity/outlook.ts";
import type { Presence } from "../core/presence.ts";
import { relatednessDensity } from "../relatedness/density.ts";
import { proximity } from "../relatedness/proximity.ts";
import type { Wanted } from "./plan.ts";
import type { ComplexityPipeline } from "./result.ts";

/** The pipeline one measure after the other: where no kernel runs, and to check those that do. */
export function oneByOne(presence: Presence, { self, proximity: isWanted }: Wanted): ComplexityPipeline {
  const near = proximity(presence, { diagonal: self ? 1 : 0, empty: "zero" });
  presence.columnCounts().forEach((count, c) => {
    if (count === 0) near.values[c * near.columns + c] = 0;
  });
  const density = relatednessDensity(presence, near, { self });
  const { eci, pci, eigenvalues, notes } = economicComplexity(presence);
  const result = {
    presence,
    density,
    eci,
    pci,
    coi: complexityOutlookIndex(presence, density, pci),
    cog: complexityOutlookGain(presence, near, pci),
    eigenvalues: Array.from(eigenvalues),
    notes,
  };
  return isWanted ? { ...result, proximity: near } : result;
}
