import { sql } from "kysely";
import { seenBy } from "../../../access/visibility.ts";
import type { Actor } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { LOCALES, type Locale } from "../../../kernel/locale.ts";
import { COMMONS, type Visibility } from "../../../kernel/visibility.ts";
import { namesOfWorks } from "../works.ts";
import { fromBlock } from "./blocks.ts";
import type { TableColumn } from "./table/cells.ts";

/** One version of one panel. */
export interface PanelRef {
  clusterId: string;
  datasetId: string;
  version: number;
}

export interface Measure {
  key: string;
  label: Record<Locale, string>;
  unit: Record<Locale, string>;
}

/** The regions or the activities of a panel, in the order of its cells. */
export interface PanelSide {
  codes: string[];
  names: Record<Locale, string[]>;
}

export interface DatasetRow extends PanelRef {
  slug: string;
  kind: "panel" | "series" | "table";
  title: Record<Locale, string>;
  text: Record<Locale, string>;
  measures: Measure[];
  regionList: string | null;
  activityList: string | null;
  /** The lists a correspondence leads from and to. */
  fromList: string | null;
  toList: string | null;
  source: string;
  sourceUrl: string | null;
  licence: string;
  credit: string;
  derivedFrom: string | null;
  visibility: Visibility;
  wall: string[];
  /** Of the newest version; `version` is 0 and the others are empty while there is none. */
  periods: string[];
  /** Of a table. */
  columns: TableColumn[];
  madeAt: Date | null;
  coverage: Coverage;
  /** Of the file it was read from. */
  rows: number;
}

/** By measure and period: how many cells are values, missing, secret, estimated. */
export type Coverage = Record<string, Record<string, [number, number, number, number]>>;

export interface PanelHead extends Omit<DatasetRow, "madeAt"> {
  madeAt: Date;
  regions: PanelSide;
  activities: PanelSide;
}

/** The datasets an asker sees in a cluster: its own, and what lies in the commons. */
export async function findDatasets(db: Db, actor: Actor, clusterId: string): Promise<DatasetRow[]> {
  const rows = await seenHere(db, actor, clusterId).orderBy("dataset.slug").execute();
  return rows.map(datasetRow);
}

/** A panel with its two sides, as its newest version has them. A cluster's own comes before the commons' of the same name. */
export async function panelHead(
  db: Db,
  actor: Actor,
  clusterId: string,
  slug: string,
): Promise<PanelHead | null> {
  const found = await findDataset(db, actor, clusterId, slug);
  return found && headFor(db, found);
}

export async function headFor(db: Db, found: DatasetRow): Promise<PanelHead | null> {
  if (found.kind === "table" || found.madeAt === null) return null;
  const sides = await namedSides(db, found);
  return sides && { ...found, madeAt: found.madeAt, ...sides };
}

/** The sides of a panel as people read them. */
export async function namedSides(db: Db, dataset: DatasetRow) {
  const sides = await panelSides(db, dataset);
  if (!sides) return null;
  const { codes, names } = sides.activities;
  return { ...sides, activities: { codes, names: namesOfWorks(dataset.activityList, codes, names) } };
}

export async function findDataset(
  db: Db,
  actor: Actor,
  clusterId: string,
  slug: string,
): Promise<DatasetRow | null> {
  const row = await seenHere(db, actor, clusterId)
    .where("dataset.slug", "=", slug)
    .orderBy((eb) => eb("dataset.clusterId", "=", COMMONS))
    .limit(1)
    .executeTakeFirst();
  return row ? datasetRow(row) : null;
}

export async function panelSides(
  db: Db,
  ref: PanelRef,
): Promise<{ regions: PanelSide; activities: PanelSide } | null> {
  const rows = await db
    .selectFrom("datasetCodes")
    .select(["side", "codes", "names"])
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version)
    .execute();
  const side = (name: string): PanelSide | null => {
    const row = rows.find((row) => row.side === name);
    if (!row) return null;
    const names = row.names as Partial<Record<Locale, string[]>>;
    return { codes: row.codes, names: inEveryLanguage(names, row.codes) };
  };
  const regions = side("region");
  const activities = side("activity");
  return regions && activities && { regions, activities };
}

/** A whole period: regions by activities, a row for each region; NaN where there is no value. */
export async function panelCells(
  db: Db,
  ref: PanelRef,
  measure: string,
  period: string,
): Promise<{ cells: Float64Array; marks: Uint8Array } | null> {
  const row = await block(db, ref, measure, period).select(["cells", "marks"]).executeTakeFirst();
  return row ? { cells: fromBlock(row.cells), marks: new Uint8Array(row.marks) } : null;
}

/** One region's row; `width` is the number of activities. Only these bytes leave the disk. */
export async function regionCells(
  db: Db,
  ref: PanelRef,
  measure: string,
  period: string,
  regionIndex: number,
  width: number,
): Promise<Float64Array> {
  const found = await regionBlock(db, ref, measure, period, regionIndex, width);
  return found?.cells ?? new Float64Array(width).fill(Number.NaN);
}

/** Likewise with the marks; `null` where the panel has no such measure and period. */
export async function regionBlock(
  db: Db,
  ref: PanelRef,
  measure: string,
  period: string,
  regionIndex: number,
  width: number,
): Promise<{ cells: Float64Array; marks: Uint8Array } | null> {
  const row = await block(db, ref, measure, period)
    .select([
      sql<Buffer>`substring(cells from ${regionIndex * width * 8 + 1}::int for ${width * 8}::int)`.as(
        "cells",
      ),
      sql<Buffer>`substring(marks from ${regionIndex * width + 1}::int for ${width}::int)`.as("marks"),
    ])
    .executeTakeFirst();
  return row ? { cells: fromBlock(row.cells), marks: new Uint8Array(row.marks) } : null;
}

const block = (db: Db, ref: PanelRef, measure: string, period: string) =>
  db
    .selectFrom("datasetBlock")
    .where("clusterId", "=", ref.clusterId)
    .where("datasetId", "=", ref.datasetId)
    .where("version", "=", ref.version)
    .where("measure", "=", measure)
    .where("period", "=", period);

const seenHere = (db: Db, actor: Actor, clusterId: string) =>
  db
    .selectFrom("dataset")
    .leftJoin("datasetVersion as v", (join) =>
      join
        .onRef("v.clusterId", "=", "dataset.clusterId")
        .onRef("v.datasetId", "=", "dataset.id")
        .onRef("v.version", "=", "dataset.version"),
    )
    .select([
      "dataset.clusterId",
      "dataset.id",
      "dataset.version",
      "dataset.slug",
      "dataset.kind",
      "dataset.title",
      "dataset.text",
      "dataset.measures",
      "dataset.regionList",
      "dataset.activityList",
      "dataset.fromList",
      "dataset.toList",
      "dataset.source",
      "dataset.sourceUrl",
      "dataset.licence",
      "dataset.credit",
      "dataset.derivedFrom",
      "dataset.visibility",
      "dataset.wall",
      "v.periods",
      "v.columns",
      "v.madeAt",
      "v.counts",
      "v.rows",
    ])
    .where("dataset.clusterId", "in", [clusterId, COMMONS])
    .where(seenBy(actor, { table: "dataset", owners: [] }));

type Row = Awaited<ReturnType<ReturnType<typeof seenHere>["executeTakeFirstOrThrow"]>>;

const datasetRow = ({
  id,
  kind,
  title,
  text,
  measures,
  periods,
  columns,
  counts,
  ...rest
}: Row): DatasetRow => ({
  ...rest,
  datasetId: id,
  visibility: rest.visibility as Visibility,
  coverage: (counts ?? {}) as unknown as Coverage,
  rows: rest.rows ?? 0,
  kind: kind as DatasetRow["kind"],
  title: inBoth(title as Partial<Record<Locale, string>>),
  text: inBoth(text as Partial<Record<Locale, string>>),
  measures: measures as unknown as Measure[],
  periods: periods ?? [],
  columns: (columns ?? []) as unknown as TableColumn[],
});

/** What was said in one language only is shown in the other as well. */
const inBoth = (said: Partial<Record<Locale, string>>): Record<Locale, string> => {
  const any = said.en ?? said.de ?? "";
  return { en: said.en ?? any, de: said.de ?? any };
};

const inEveryLanguage = (
  names: Partial<Record<Locale, string[]>>,
  codes: string[],
): Record<Locale, string[]> => {
  const any = LOCALES.map((locale) => names[locale]).find((list) => list !== undefined) ?? codes;
  return { en: names.en ?? any, de: names.de ?? any };
};
