import type { ClusterHere } from "../access/context.ts";
import type { Gateway } from "../kernel/gateway.ts";

const FRESH_MS = 5_000;

export interface Clusters {
  bySlug(slug: string): Promise<ClusterHere | null>;
  byId(id: string): Promise<ClusterHere | null>;
}

/** Which address belongs to which cluster. Only names, and only kept for moments: who may see a cluster is asked elsewhere. */
export function makeClusters(gateway: Gateway, clock: () => number = Date.now): Clusters {
  let known = new Map<string, ClusterHere>();
  let readAt = Number.NEGATIVE_INFINITY;

  async function fresh() {
    if (clock() - readAt < FRESH_MS) return known;
    const rows = await gateway.system("names of clusters", ({ db }) =>
      db.selectFrom("cluster").select(["id", "slug", "nameEn", "nameDe"]).execute(),
    );
    known = new Map(rows.map((row) => [row.slug, row]));
    readAt = clock();
    return known;
  }

  return {
    bySlug: async (slug) => (await fresh()).get(slug) ?? null,
    byId: async (id) => [...(await fresh()).values()].find((cluster) => cluster.id === id) ?? null,
  };
}
