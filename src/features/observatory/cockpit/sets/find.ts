import type { Db } from "../../../../kernel/gateway.ts";
import type { Indicator, IndicatorSet, Texts } from "../words.ts";
import { SHIPPED } from "./shipped.ts";

interface Row {
  id: string;
  slug: string;
  copiedFrom: string | null;
  version: number;
  title: unknown;
  indicators: unknown;
  note: string;
  madeAt: Date;
}

/** A set of the cluster's own in one of its versions. */
export interface OwnSet extends IndicatorSet {
  id: string;
  note: string;
}

const rows = (db: Db, clusterId: string) =>
  db
    .selectFrom("cockpitSet as s")
    .innerJoin("cockpitSetVersion as v", (join) =>
      join.onRef("v.clusterId", "=", "s.clusterId").onRef("v.setId", "=", "s.id"),
    )
    .select(["s.id", "s.slug", "s.copiedFrom", "v.version", "v.title", "v.indicators", "v.note", "v.madeAt"])
    .where("s.clusterId", "=", clusterId)
    .where("s.endedAt", "is", null);

const setOf = (row: Row): OwnSet => ({
  id: row.id,
  slug: row.slug,
  version: row.version,
  title: row.title as Texts,
  about: SHIPPED.find(({ slug }) => slug === row.copiedFrom)?.about ?? { en: "", de: "" },
  indicators: row.indicators as Indicator[],
  shipped: false,
  copiedFrom: row.copiedFrom,
  madeAt: row.madeAt,
  note: row.note,
});

/** The sets in use here: those shipped, and the cluster's own in their newest versions. */
export async function setsOf(db: Db, clusterId: string): Promise<IndicatorSet[]> {
  const own = await rows(db, clusterId)
    .whereRef("v.version", "=", "s.version")
    .orderBy("s.createdAt")
    .execute();
  return [...SHIPPED, ...own.map(setOf)];
}

/** One of the cluster's own in all its versions, the newest first. */
export async function versionsOf(db: Db, clusterId: string, slug: string): Promise<OwnSet[]> {
  const found = await rows(db, clusterId).where("s.slug", "=", slug).orderBy("v.version", "desc").execute();
  return found.map(setOf);
}
