import type { JobHouse } from "../../../access/feature.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import { allClusters, clustersWithoutLayout } from "../store.ts";

/** Say this in the transaction that changes links, memberships or what may be seen of them: the network is laid out and measured anew. */
export async function networkChanged(unit: Pick<Unit, "enqueue">, clusterId: string): Promise<void> {
  await unit.enqueue("network.layout", { clusterId }, { key: `network.layout:${clusterId}` });
  const measured = "observatory.health.compute";
  await unit.enqueue(measured, { clusterId }, { key: `${measured}:${clusterId}` });
}

export const partnersNext = (unit: Pick<Unit, "enqueue">, clusterId: string): Promise<void> =>
  unit.enqueue("network.layout-partners", { clusterId }, { key: `network.layout-partners:${clusterId}` });

/** After an import or at the start: has every network laid out, or only those that never were. */
export async function refreshAllLayouts(house: JobHouse, only: "missing" | "all" = "all"): Promise<number> {
  return house.system("network layouts", async (unit) => {
    const clusters = only === "all" ? await allClusters(unit.db) : await clustersWithoutLayout(unit.db);
    for (const cluster of clusters) await networkChanged(unit, cluster);
    return clusters.length;
  });
}
