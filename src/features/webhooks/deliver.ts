import { Webhook } from "standardwebhooks";
import { can } from "../../access/can.ts";
import type { Context } from "../../access/context.ts";
import type { Job, JobHouse } from "../../access/feature.ts";
import type { Acting } from "../../access/identity.ts";
import { mayKnow } from "../house/feature.ts";
import { notify } from "../notices/feature.ts";
import { BROKEN_AFTER_MS, delivered, nextTry, ORGANISATION_KINDS, organisationsIn } from "./rules.ts";

type Snapshot = Record<string, unknown> | null;

interface Telling {
  id: string;
  webhookId: string;
  type: string;
  createdAt: Date;
  attempts: number;
  seq: number | null;
  name: string;
  url: string;
  secret: string;
  state: string;
  failingSince: Date | null;
  organisationId: string | null;
  personId: string;
  actingAs: string;
}

/** What the receiver gets: a CloudEvent that says what happened to which record, and nothing that is in it. */
export interface CloudEvent {
  specversion: "1.0";
  id: string;
  source: string;
  type: string;
  subject?: string;
  time: string;
  datacontenttype: "application/json";
  data: { cluster: string; action: string; kind?: string; id?: string | null };
}

/** Tells one address of one entry of the log, in the rights its keeper has now. */
export const deliver: Job = async (payload, house) => {
  const { clusterId, id } = payload as { clusterId: string; id: string };
  const telling = await readTelling(house, clusterId, id);
  if (!telling || telling.state === "paused") return;
  const ctx = await house.as({ personId: telling.personId, acting: telling.actingAs as Acting, clusterId });
  if (!ctx || !keeps(ctx, clusterId)) return giveUp(house, clusterId, telling, "keeper-gone");

  const event = await eventFor(house, ctx, clusterId, telling);
  if (!event) return forget(house, clusterId, id);
  const body = JSON.stringify(event);
  const at = house.now();
  const answer = await house.outside.post(telling.url, body, {
    "content-type": "application/cloudevents+json; charset=utf-8",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(telling.secret).sign(id, at, body),
  });
  if (answer.ok && delivered(answer.value.status))
    return arrived(house, clusterId, telling, answer.value.status, answer.value.ms);
  const problem = answer.ok ? answer.value.text : answer.problem;
  return failed(house, clusterId, telling, answer.ok ? answer.value.status : null, problem);
};

const keeps = (ctx: Context, clusterId: string) =>
  can(ctx.actor, "webhook.keep", { clusterId, visibility: "public", owners: [], wall: [] });

const readTelling = (house: JobHouse, clusterId: string, id: string): Promise<Telling | undefined> =>
  house.system("telling a webhook", ({ db }) =>
    db
      .selectFrom("webhookDelivery as d")
      .innerJoin("webhook as w", (join) =>
        join.onRef("w.clusterId", "=", "d.clusterId").onRef("w.id", "=", "d.webhookId"),
      )
      .select(["d.id", "d.webhookId", "d.type", "d.createdAt", "d.attempts", "d.seq", "w.name", "w.url"])
      .select(["w.secret", "w.state", "w.failingSince", "w.organisationId", "w.personId", "w.actingAs"])
      .where("d.clusterId", "=", clusterId)
      .where("d.id", "=", id)
      .where("d.state", "=", "waiting")
      .executeTakeFirst(),
  );

/** `null` where the keeper may not know of it: then it was never there. */
async function eventFor(
  house: JobHouse,
  ctx: Context,
  clusterId: string,
  { id, seq, type, createdAt, organisationId }: Telling,
): Promise<CloudEvent | null> {
  const cluster = ctx.cluster!.slug;
  const frame = {
    specversion: "1.0",
    id,
    source: `${house.publicUrl}/clusters/${cluster}`,
    type,
    datacontenttype: "application/json",
  } as const;
  const action = type.replace(/^kontor\./, "");
  if (seq === null) return { ...frame, time: createdAt.toISOString(), data: { cluster, action } };

  const entry = await house.system("telling a webhook", ({ db }) =>
    db
      .selectFrom("auditEntry")
      .select(["at", "subjectKind", "subjectId", "body"])
      .where("clusterId", "=", clusterId)
      .where("seq", "=", seq)
      .executeTakeFirst(),
  );
  if (!entry) return null;
  const { before, after } = JSON.parse(entry.body) as { before: Snapshot; after: Snapshot };
  const snapshots = [before, after];
  if (!snapshots.every((snapshot) => snapshot === null || mayKnow(ctx.actor, snapshot))) return null;
  if (organisationId !== null) {
    const kinds: readonly string[] = ORGANISATION_KINDS;
    if (!kinds.includes(entry.subjectKind)) return null;
    if (!organisationsIn(entry.subjectKind, entry.subjectId, snapshots).includes(organisationId)) return null;
  }
  return {
    ...frame,
    subject: `${entry.subjectKind}/${entry.subjectId ?? ""}`,
    time: entry.at.toISOString(),
    data: { cluster, action, kind: entry.subjectKind, id: entry.subjectId },
  };
}

const forget = (house: JobHouse, clusterId: string, id: string) =>
  house.system("a webhook's keeper may not know of this", async ({ db }) => {
    await db.deleteFrom("webhookDelivery").where("clusterId", "=", clusterId).where("id", "=", id).execute();
  });

const arrived = (house: JobHouse, clusterId: string, telling: Telling, status: number, ms: number) =>
  house.system("a webhook was told", async ({ db }) => {
    const now = house.now();
    await db
      .updateTable("webhookDelivery")
      .set({
        state: "delivered",
        attempts: telling.attempts + 1,
        triedAt: now,
        nextAt: null,
        status,
        problem: null,
        ms,
      })
      .where("clusterId", "=", clusterId)
      .where("id", "=", telling.id)
      .execute();
    if (telling.failingSince)
      await db
        .updateTable("webhook")
        .set({ failingSince: null })
        .where("clusterId", "=", clusterId)
        .where("id", "=", telling.webhookId)
        .execute();
  });

async function failed(
  house: JobHouse,
  clusterId: string,
  telling: Telling,
  status: number | null,
  problem: string,
): Promise<void> {
  const now = house.now();
  const attempts = telling.attempts + 1;
  // Nobody waits for the answer to a trial.
  const next = telling.seq === null ? null : nextTry(attempts, now);
  const since = telling.failingSince ?? now;
  await house.system("a webhook did not answer", async ({ db, enqueue }) => {
    await db
      .updateTable("webhookDelivery")
      .set({
        state: next ? "waiting" : "dead",
        attempts,
        triedAt: now,
        nextAt: next,
        status,
        problem: problem.slice(0, 2000),
      })
      .where("clusterId", "=", clusterId)
      .where("id", "=", telling.id)
      .execute();
    await db
      .updateTable("webhook")
      .set({ failingSince: since })
      .where("clusterId", "=", clusterId)
      .where("id", "=", telling.webhookId)
      .execute();
    if (next) await enqueue("webhooks.deliver", { clusterId, id: telling.id }, { at: next });
  });
  if (now.getTime() - since.getTime() > BROKEN_AFTER_MS) await giveUp(house, clusterId, telling, "no-answer");
}

/** The address is no longer told of anything, and its keeper hears of that. */
const giveUp = (
  house: JobHouse,
  clusterId: string,
  telling: Telling,
  why: "keeper-gone" | "no-answer",
): Promise<void> =>
  house.system("a webhook is given up", async (unit) => {
    const { db } = unit;
    await db
      .updateTable("webhook")
      .set({ state: "broken" })
      .where("clusterId", "=", clusterId)
      .where("id", "=", telling.webhookId)
      .execute();
    await db
      .updateTable("webhookDelivery")
      .set({ state: "dead", nextAt: null, problem: why })
      .where((eb) => eb.or([eb("triedAt", "is not", null), eb("seq", "is", null)]))
      .where("clusterId", "=", clusterId)
      .where("webhookId", "=", telling.webhookId)
      .where("state", "=", "waiting")
      .execute();
    // Nobody asked yet whether the keeper may know of these.
    await db
      .deleteFrom("webhookDelivery")
      .where("clusterId", "=", clusterId)
      .where("webhookId", "=", telling.webhookId)
      .where("state", "=", "waiting")
      .execute();
    const cluster = await db
      .selectFrom("cluster")
      .select("slug")
      .where("id", "=", clusterId)
      .executeTakeFirstOrThrow();
    await notify(unit, {
      to: telling.organisationId
        ? { organisation: telling.organisationId, roles: ["owner"] }
        : { team: clusterId, roles: ["manager"] },
      clusterId,
      topic: "webhook",
      text: {
        en: `The webhook “${telling.name}” is no longer told of anything: ${why === "no-answer" ? "its address has not answered for five days" : "whoever made it has left the role it was made in"}.`,
        de: `Der Webhook „${telling.name}“ erfährt nichts mehr: ${why === "no-answer" ? "seine Adresse antwortet seit fünf Tagen nicht" : "die Rolle, in der er angelegt wurde, ist beendet"}.`,
      },
      href: `/clusters/${cluster.slug}/webhooks/${telling.webhookId}`,
      key: `webhook.${telling.webhookId}`,
    });
  });
