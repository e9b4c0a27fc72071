import type { Db } from "../../../../kernel/gateway.ts";
import { COMMONS } from "../../../../kernel/visibility.ts";
import type { DatasetRow } from "../panel.ts";
import type { TableCell, TableColumn } from "../table/cells.ts";

/** Where a code leads, and with which part of its figures. */
export interface Target {
  code: string;
  weight: number;
}

/** From the codes of one list to those of another. */
export interface Correspondence {
  from: string;
  to: string;
  targets: ReadonlyMap<string, readonly Target[]>;
}

/** What a correspondence is as a table. */
export const CORRESPONDENCE_COLUMNS: TableColumn[] = [
  { key: "from", label: "from", type: "text" },
  { key: "to", label: "to", type: "text" },
  { key: "weight", label: "weight", type: "number" },
];

export const isCorrespondence = ({ fromList }: Pick<DatasetRow, "fromList">) => fromList !== null;

/** The newest version of one, of the cluster's own or of the commons. */
export async function findCorrespondence(
  db: Db,
  clusterId: string,
  slug: string,
): Promise<Correspondence | null> {
  const dataset = await db
    .selectFrom("dataset")
    .select(["clusterId", "id", "version", "fromList", "toList"])
    .where("clusterId", "in", [clusterId, COMMONS])
    .where("slug", "=", slug)
    .orderBy((eb) => eb("clusterId", "=", COMMONS))
    .limit(1)
    .executeTakeFirst();
  if (!dataset?.fromList || !dataset.toList) return null;
  const rows = await db
    .selectFrom("datasetRow")
    .select("cells")
    .where("clusterId", "=", dataset.clusterId)
    .where("datasetId", "=", dataset.id)
    .where("version", "=", dataset.version)
    .orderBy("position")
    .execute();
  return {
    from: dataset.fromList,
    to: dataset.toList,
    targets: targetsOf(rows.map(({ cells }) => cells as unknown as TableCell[])),
  };
}

/** Where nothing is said of the weights, a code that leads to several is shared evenly among them. */
export function targetsOf(rows: readonly (readonly TableCell[])[]): Map<string, Target[]> {
  const said = new Map<string, { code: string; weight: number | null }[]>();
  for (const [from, to, weight] of rows) {
    const one = { code: String(to), weight: typeof weight === "number" ? weight : null };
    const others = said.get(String(from));
    if (others) others.push(one);
    else said.set(String(from), [one]);
  }
  return new Map(
    [...said].map(([from, targets]) => [
      from,
      targets.map(({ code, weight }) => ({ code, weight: weight ?? 1 / targets.length })),
    ]),
  );
}
