import { locationQuotient } from "@kontor/analytics";
import { sql } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";

const DATASET = "de-kreis-occupation";
/** Technical research and development, construction and production control, in the German classification of occupations. */
const OCCUPATION = "27";

export interface Quotient {
  value: number;
  period: string;
  region: string;
}

/**
 * The location quotient of technical developers in the district named like the cluster's place, in the newest period of the public
 * dataset of occupations; `null` where there is no such dataset or district.
 */
export async function regionalQuotient(db: Db, clusterId: string): Promise<Quotient | null> {
  const { rows } = await sql<{
    regions: string[];
    names: Record<string, string[]>;
    activities: string[];
    place: string;
    period: string;
    cells: Buffer;
  }>`
    select r.codes as regions, r.names, a.codes as activities, c.place, b.period, b.cells
    from dataset d
    join dataset_codes r on r.cluster_id = d.cluster_id and r.dataset_id = d.id and r.version = d.version and r.side = 'region'
    join dataset_codes a on a.cluster_id = d.cluster_id and a.dataset_id = d.id and a.version = d.version and a.side = 'activity'
    join dataset_block b on b.cluster_id = d.cluster_id and b.dataset_id = d.id and b.version = d.version
    join cluster c on c.id = ${clusterId}::uuid
    where d.cluster_id = ${COMMONS}::uuid and d.slug = ${DATASET} and d.visibility = 'public'
    order by b.period desc limit 1`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const names = row.names.de ?? row.names.en ?? [];
  const region = names.findIndex((name) => name.split(/[,(]/)[0]!.trim() === row.place);
  if (region < 0) return null;
  const width = row.activities.length;
  const table = [
    [0, 0],
    [0, 0],
  ];
  for (let r = 0; r < row.regions.length; r++)
    for (let c = 0; c < width; c++) {
      const value = row.cells.readDoubleLE((r * width + c) * 8);
      if (Number.isNaN(value)) continue;
      table[r === region ? 0 : 1]![row.activities[c]!.startsWith(OCCUPATION) ? 0 : 1]! += value;
    }
  const value = locationQuotient(table).at(0, 0);
  return Number.isFinite(value) ? { value, period: row.period, region: names[region]! } : null;
}
