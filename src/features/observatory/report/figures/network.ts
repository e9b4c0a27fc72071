import type { Db } from "../../../../kernel/gateway.ts";
import { formatDate } from "../../../../ui/index.ts";
import { RINGS } from "../../health/measures/places.ts";
import { type Parts, partName } from "../../health/parts.ts";
import { keptParts } from "../../health/store.ts";
import type { Scope } from "../eyes.ts";
import { type Figure, words } from "../words.ts";
import { figure } from "./make.ts";

const RING_WORDS = {
  local: words("Within a district", "Im selben Kreis"),
  regional: words("Within the region", "In der Region"),
  national: words("Within the country", "Im Land"),
  global: words("Across borders", "Über Grenzen"),
};

/** So many years of the network stand in a line. */
const YEARS = 10;

const yearsKept = async (db: Db, { level, cluster }: Scope) =>
  (await keptParts(db, cluster.id, [level === "cluster" ? "cluster" : "public"], [partName("years", 0)]))[0];

export const networkIsKept = async (db: Db, scope: Scope): Promise<boolean> =>
  (await yearsKept(db, scope)) !== undefined;

/** The network as it was measured for everybody who may read: for the cluster, or for all the world. */
export async function networkFigures(db: Db, scope: Scope): Promise<Figure[]> {
  const kept = await yearsKept(db, scope);
  const year = Number(scope.to.slice(0, 4));
  const years = ((kept?.value ?? []) as Parts["years"]).filter((one) => one.year <= year);
  const last = years.find((one) => one.year === year);
  if (!kept || !last || last.actors === 0) return [];
  const coverage = words(
    `${last.actors} members of today, ${last.links} links in ${year}, of which ${last.dated} say when they began; measured on ${formatDate(kept.computedAt, "en")}`,
    `${last.actors} heutige Mitglieder, ${last.links} Verbindungen ${year}, davon ${last.dated} mit Beginn; gemessen am ${formatDate(kept.computedAt, "de")}`,
  );
  return [
    figure("network-links", scope, {
      value: last.links,
      before: years.find((one) => one.year === year - 1)?.links ?? null,
      rows: years.slice(-YEARS).map((one) => ({
        label: words(String(one.year), String(one.year)),
        value: one.links,
        on: `${one.year}-12-31`,
      })),
      coverage,
    }),
    figure("network-joined", scope, { value: (100 * (last.actors - last.isolated)) / last.actors, coverage }),
    figure("network-density", scope, {
      value: last.density === null ? null : 100 * last.density,
      coverage,
    }),
    figure("network-reach", scope, {
      value: last.pairs,
      rows: RINGS.map((ring) => ({ label: RING_WORDS[ring], value: last.reach[ring] })),
      coverage,
    }),
  ];
}
