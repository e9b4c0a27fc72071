import { sql } from "kysely";
import type { OrganisationId } from "../../../../kernel/actor.ts";
import type { Db } from "../../../../kernel/gateway.ts";
import type { Introduction } from "../store.ts";
import type { Slot, Talk } from "../telling/store.ts";
import type { Kept } from "./rules.ts";

export interface TalkRow extends Talk {
  proposedAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
}

/** The talks of an introduction the asker takes part in, the latest first. */
export async function talksOf(
  db: Db,
  { clusterId, id }: Pick<Introduction, "clusterId" | "id">,
): Promise<TalkRow[]> {
  const talks = await db
    .selectFrom("talk")
    .select([
      "id",
      "by",
      "state",
      "how",
      "place",
      "note",
      "sequence",
      "fromPersonId",
      "toPersonId",
      "agreedSlotId",
    ])
    .select(["proposedAt", "expiresAt", "answeredAt"])
    .where("clusterId", "=", clusterId)
    .where("introductionId", "=", id)
    .orderBy("proposedAt", "desc")
    .limit(50)
    .execute();
  if (talks.length === 0) return [];
  const slots = await db
    .selectFrom("talkSlot")
    .select(["id", "talkId", "startsAt", "endsAt", "state"])
    .where("clusterId", "=", clusterId)
    .where("introductionId", "=", id)
    .orderBy("startsAt")
    .execute();
  return talks.map(({ fromPersonId, toPersonId, agreedSlotId, ...talk }) => {
    const own = slots.filter((slot) => slot.talkId === talk.id) as (Slot & { talkId: string })[];
    return {
      ...(talk as Omit<TalkRow, "people" | "slots" | "agreed">),
      people: { from: fromPersonId, to: toPersonId },
      slots: own,
      agreed: own.find((slot) => slot.id === agreedSlotId) ?? null,
    };
  });
}

/** A time an organisation keeps; `proposed`: by itself, so that the other side may take it at any moment. */
export type KeptTime = Kept & { state: "held" | "agreed"; proposed: boolean };

/** The times this organisation keeps for talks: held for an answer, or agreed; each with who of it would speak. */
export async function keptBy(
  db: Db,
  organisationId: OrganisationId,
  { from, states, except }: { from: Date; states: readonly string[]; except?: string | undefined },
): Promise<KeptTime[]> {
  const { rows } = await sql<KeptTime>`
    select slot.state, talk.by = own.side as proposed, slot.starts_at, slot.ends_at, case when own.side = 'from' then talk.from_person_id else talk.to_person_id end as person_id
    from introduction_side own
    join talk_slot slot on slot.cluster_id = own.cluster_id and slot.introduction_id = own.introduction_id
    join talk on talk.cluster_id = slot.cluster_id and talk.id = slot.talk_id
    where own.organisation_id = ${organisationId}::uuid and slot.state in (${sql.join([...states])}) and slot.ends_at > ${from}
      and talk.id is distinct from ${except ?? null}::uuid
    order by slot.starts_at`.execute(db);
  return rows;
}

/** Nobody of the organisation takes another time until the transaction ends. */
export const lockTimes = (db: Db, organisationId: OrganisationId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`times of ${organisationId}`}, 0))`.execute(db);

/** Frees what the talk holds and nobody took. */
export const freeSlots = (
  db: Db,
  { clusterId, talkId }: { clusterId: string; talkId: string },
  states: readonly string[] = ["held"],
) =>
  db
    .updateTable("talkSlot")
    .set({ state: "freed" })
    .where("clusterId", "=", clusterId)
    .where("talkId", "=", talkId)
    .where("state", "in", [...states])
    .execute();

/** Where an introduction is over, nobody keeps a time for it any more; answers the talks that both had agreed on. */
export async function callOffAll(
  db: Db,
  { clusterId, id }: Pick<Introduction, "clusterId" | "id">,
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string; state: string }>`
    update talk set state = case when talk.state = 'agreed' then 'cancelled' else 'withdrawn' end, answered_at = ${now},
      sequence = talk.sequence + 1
    where talk.cluster_id = ${clusterId}::uuid and talk.introduction_id = ${id}::uuid and (talk.state = 'proposed' or talk.state = 'agreed'
      and exists (select from talk_slot s where s.cluster_id = talk.cluster_id and s.id = talk.agreed_slot_id and s.ends_at > ${now}))
    returning talk.id, talk.state`.execute(db);
  for (const talk of rows) await freeSlots(db, { clusterId, talkId: talk.id }, ["held", "agreed"]);
  return rows.filter(({ state }) => state === "cancelled").map((talk) => talk.id);
}
