import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { SystemUnit } from "../../../kernel/gateway.ts";
import { LOCALES, type Locale } from "../../../kernel/locale.ts";
import { toBlock } from "./blocks.ts";
import { compareBlocks, noChanges } from "./changes.ts";
import type { Grid } from "./grid.ts";
import { codeList, nameOf } from "./lists.ts";
import { type Coverage, type Measure, type PanelRef, panelCells, panelSides } from "./panel.ts";
import { Totals } from "./totals.ts";
import { closeVersion, openVersion, type VersionRow } from "./version-row.ts";

export interface NewVersion extends VersionRow {
  dataset: VersionRow["dataset"] & { regionList: string | null; activityList: string | null };
  grid: Grid;
  measures: readonly Measure[];
}

/** What takes part whenever a panel has a new version. */
const COMPUTED = ["observatory.panel.compute", "observatory.panel.forecast"] as const;

/**
 * Writes a panel as the next version of its dataset, block by block, and says what changed. All of it lies in the caller's
 * transaction: until that commits the version before is the one everybody sees.
 */
export async function writeVersion(unit: SystemUnit, made: NewVersion): Promise<PanelRef> {
  const { grid, dataset } = made;
  const regions = grid.regions.sorted();
  const activities = grid.activities.sorted();
  const periods = grid.periods;
  const { ref, before } = await openVersion(unit, made, { periods, columns: [] });
  const sidesBefore = before && (await panelSides(unit.db, before));
  for (const [side, places, list] of [
    ["region", grid.regions, dataset.regionList],
    ["activity", grid.activities, dataset.activityList],
  ] as const) {
    const codes = places.sorted();
    const names = codes.map((code) => nameOf(codeList(list), code, places.names.get(code)));
    await unit.db
      .insertInto("datasetCodes")
      .values({ ...ref, side, codes, names: JSON.stringify(byLocale(names)) })
      .execute();
  }

  const counts: Coverage = {};
  const changes = noChanges();
  const sum = createHash("sha256");
  const left = new Set(before ? await blockKeys(unit, before) : []);
  for (const { key: measure } of made.measures) {
    const totals = new Totals(regions.length, periods.length);
    for (const [at, period] of periods.entries()) {
      const block = grid.block(measure, period);
      if (!block) continue;
      const coverage: [number, number, number, number] = [0, 0, 0, 0];
      for (const mark of block.marks) coverage[mark]! += 1;
      counts[measure] ??= {};
      counts[measure][period] = coverage;
      totals.add(at, block, activities.length);
      const bytes = toBlock(block.cells);
      sum.update(`${measure} ${period}`).update(bytes).update(block.marks);
      await unit.client.query(
        `insert into dataset_block (cluster_id, dataset_id, version, measure, period, cells, marks)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [ref.clusterId, ref.datasetId, ref.version, measure, period, bytes, Buffer.from(block.marks.buffer)],
      );
      if (before && sidesBefore) {
        const old = left.delete(`${measure}\u0000${period}`)
          ? await panelCells(unit.db, before, measure, period)
          : null;
        compareBlocks(
          changes,
          { measure, period },
          old && {
            regions: sidesBefore.regions.codes,
            activities: sidesBefore.activities.codes,
            cells: old.cells,
          },
          { regions, activities, cells: block.cells },
        );
      }
      grid.forget(measure, period);
      // Others are served between two blocks.
      await setImmediate();
    }
    if (regions.length > 1) await totals.save(unit, ref, measure);
  }
  for (const key of left) {
    const [measure, period] = key.split("\u0000") as [string, string];
    const old = before && (await panelCells(unit.db, before, measure, period));
    if (old && sidesBefore)
      compareBlocks(
        changes,
        { measure, period },
        { regions: sidesBefore.regions.codes, activities: sidesBefore.activities.codes, cells: old.cells },
        null,
      );
  }

  await closeVersion(unit, ref, {
    counts,
    changes: sidesBefore && changes,
    checksum: made.checksum ?? sum.digest("hex"),
    measures: made.measures,
    audit: { rows: made.rows, regions: regions.length, activities: activities.length },
  });
  // There is nothing to compare within one region or one activity.
  if (regions.length > 1 && activities.length > 1)
    for (const job of COMPUTED) await unit.enqueue(job, { ...ref }, { key: `${job}:${ref.datasetId}` });
  return ref;
}

const byLocale = (names: readonly Record<Locale, string>[]) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, names.map((name) => name[locale])]));

async function blockKeys({ client }: SystemUnit, ref: PanelRef): Promise<string[]> {
  const { rows } = await client.query<{ measure: string; period: string }>(
    "select measure, period from dataset_block where cluster_id = $1 and dataset_id = $2 and version = $3",
    [ref.clusterId, ref.datasetId, ref.version],
  );
  return rows.map(({ measure, period }) => `${measure}\u0000${period}`);
}
