import { sql } from "kysely";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Unit } from "../../../kernel/gateway.ts";
import type { Side } from "./rules.ts";
import type { Wanted } from "./schema.ts";
import type { Item } from "./store.ts";

/** What was said, ready to be kept: words with their codes, the walled off by their ids, the place with where it lies. */
export interface Written extends Wanted {
  codes: string[];
  lat: number | null;
  lon: number | null;
}

interface Born extends Written, Pick<Item, "clusterId" | "id" | "organisationId" | "state" | "origin"> {
  createdBy: PersonId | null;
  gatheredBy?: PersonId | null;
  at: Date;
}

const said = (what: Written) => ({
  personId: what.personId,
  kind: what.kind,
  intent: what.intent,
  title: what.title,
  text: what.text,
  language: what.language,
  competences: what.competences,
  codes: what.codes,
  countries: what.countries,
  place: what.place,
  lat: what.lat,
  lon: what.lon,
  radiusKm: what.radiusKm,
  deadline: what.deadline,
  visibility: what.visibility,
  wall: what.wall,
  across: what.across,
  repeats: what.repeats,
});
const ladder = ({ step, teaser, secrecy, mediated }: Written) => ({ step, teaser, secrecy, mediated });
const availability = ({ availableFrom }: Written) => ({ availableFrom });

export async function insertItem(unit: Unit, side: Side, item: Born): Promise<void> {
  const { db } = unit;
  const row = {
    ...said(item),
    clusterId: item.clusterId,
    id: item.id,
    organisationId: item.organisationId,
    state: item.state,
    origin: item.origin,
    gatheredBy: item.gatheredBy ?? null,
    createdBy: item.createdBy,
    createdAt: item.at,
    updatedAt: item.at,
    openedAt: item.state === "open" ? item.at : null,
    seriesId: item.repeats === null ? null : item.id,
  };
  if (side === "offer") {
    await db
      .insertInto("offer")
      .values({ ...row, ...availability(item) })
      .execute();
    return;
  }
  await db
    .insertInto("need")
    .values({ ...row, ...ladder(item) })
    .execute();
  await saveDetail(unit, item, item.detail);
}

/** Takes effect only on the version that was looked at. */
export async function updateItem(
  { db }: Unit,
  side: Side,
  before: Item,
  what: Written,
  at: Date,
): Promise<boolean> {
  const set = {
    ...said(what),
    updatedAt: at,
    version: before.version + 1,
    seriesId: what.repeats === null ? before.seriesId : (before.seriesId ?? before.id),
    // Another deadline is reminded of anew.
    ...(what.deadline === before.deadline ? {} : { remindedAt: null }),
  };
  const { numUpdatedRows } =
    side === "need"
      ? await db
          .updateTable("need")
          .set({ ...set, ...ladder(what) })
          .where("clusterId", "=", before.clusterId)
          .where("id", "=", before.id)
          .where("version", "=", before.version)
          .executeTakeFirst()
      : await db
          .updateTable("offer")
          .set({ ...set, ...availability(what) })
          .where("clusterId", "=", before.clusterId)
          .where("id", "=", before.id)
          .where("version", "=", before.version)
          .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What is told only after an agreement lies apart, where the database keeps it from those who have not come that far. */
export async function saveDetail(
  { db }: Unit,
  { clusterId, id }: Pick<Item, "clusterId" | "id">,
  text: string,
): Promise<void> {
  if (text === "") {
    await db.deleteFrom("needDetail").where("clusterId", "=", clusterId).where("needId", "=", id).execute();
    return;
  }
  await db
    .insertInto("needDetail")
    .values({ clusterId, needId: id, text })
    .onConflict((conflict) => conflict.columns(["clusterId", "needId"]).doUpdateSet({ text }))
    .execute();
}

export const removeDraft = async (
  { db }: Unit,
  side: Side,
  { clusterId, id }: Pick<Item, "clusterId" | "id">,
): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(side)} where cluster_id = ${clusterId}::uuid and id = ${id}::uuid and state = 'draft'`.execute(
    db,
  );
  return numAffectedRows > 0n;
};
