import type { Presence } from "../core/presence.ts";
import { rankCorrelation, standardise, sum } from "../core/statistics.ts";
import { orientTo } from "./orientation.ts";
import { reflections } from "./reflections.ts";

/** The indices as three packages print them, from the unscaled pair. */
export function published(
  presence: Presence,
  raw: { eci: Float64Array; pci: Float64Array },
  convention: "oec" | "econgeo" | "economiccomplexity",
): { eci: Float64Array; pci: Float64Array } {
  const { regions, activities } = reflections(presence, { convention });
  if (convention === "oec") return { eci: regions, pci: activities };
  if (convention === "economiccomplexity")
    return {
      eci: orientTo(standardise(raw.eci, "sample"), regions),
      pci: orientTo(standardise(raw.pci, "sample"), activities),
    };
  const eci = raw.eci.map((value) => value / sum(raw.eci));
  const pci = raw.pci.map((value) => value / sum(raw.pci));
  const isRising = rankCorrelation(pci, Array.from(presence.columnCounts())) > 0;
  return { eci: orientTo(eci, regions), pci: isRising ? pci.map((value) => -value) : pci };
}
