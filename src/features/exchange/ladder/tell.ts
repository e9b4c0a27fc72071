import type { Job } from "../../../access/feature.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { notify } from "../../notices/feature.ts";
import { sayLadder } from "./messages.ts";
import { ASK_DAYS } from "./rules.ts";
import type { Done } from "./store.ts";

export const TOPIC = "releases";
export const TELL = "exchange.ladder.tell";

export type About = "asked" | "agreed" | "expired" | Done;
/** Whoever asked, and whoever grants, hears what the other side did; of an end without an answer both hear. */
const HEARS: Readonly<Record<About, readonly ("owner" | "reader")[]>> = {
  asked: ["owner"],
  agreed: ["owner"],
  expired: ["owner", "reader"],
  granted: ["reader"],
  offered: ["reader"],
  refused: ["reader"],
  revoked: ["reader"],
  restored: ["reader"],
};

export interface Telling {
  clusterId: string;
  release: string;
  about: About;
  by: PersonId | null;
}

/** By a job: whoever asks must not know whom to tell. */
export const tell = (unit: Unit, telling: Telling): Promise<void> => unit.enqueue(TELL, { ...telling });

export const tellJob: Job = (payload, house) =>
  house.system("telling of a release", (unit) =>
    tellNow(unit, payload as unknown as Telling, house.now().toISOString().slice(0, 10)),
  );

/**
 * A sentence that names nothing, to the side concerned alone, and a way to the page of all releases: an address with the need's id in a
 * letter to its owner would tell whoever sees the letter whose it is.
 */
export async function tellNow(unit: Unit, { clusterId, release: id, about, by }: Telling, today: string) {
  const { db } = unit;
  const release = await db
    .selectFrom("needRelease as release")
    .innerJoin("need", (join) =>
      join.onRef("need.clusterId", "=", "release.clusterId").onRef("need.id", "=", "release.needId"),
    )
    .select([
      "release.state",
      "release.organisationId as reader",
      "need.organisationId as owner",
      "need.wall",
    ])
    .where("release.clusterId", "=", clusterId)
    .where("release.id", "=", id)
    .executeTakeFirst();
  if (!release) return;
  for (const side of HEARS[about]) {
    const organisation = side === "owner" ? release.owner : release.reader;
    const cluster = await clusterFor(db, organisation, clusterId, today);
    if (!cluster) continue;
    const text = (locale: Locale) => sayLadder(locale)(`told.${about}.${side}` as "told.asked.owner");
    await notify(unit, {
      to: { organisation, roles: ["owner", "editor"] },
      ...(by ? { except: by } : {}),
      clusterId: cluster.id,
      topic: TOPIC,
      text: { en: text("en"), de: text("de") },
      href: `/clusters/${cluster.slug}/releases`,
      key: `release:${id}:${side}`,
      wall: release.wall,
      ...(about === "asked"
        ? {
            urgent: true,
            act: [
              {
                act: "release.grant",
                subject: { release: id },
                label: { en: sayLadder("en")("act.look"), de: sayLadder("de")("act.look") },
                days: ASK_DAYS,
              },
            ],
          }
        : {}),
    });
  }
}

/** The cluster under whose address this organisation finds it: the need's own if it belongs there. */
async function clusterFor(db: Db, organisationId: string, clusterId: string, today: string) {
  const clusters = await db
    .selectFrom("cluster")
    .innerJoin("membership", "membership.clusterId", "cluster.id")
    .select(["cluster.id", "cluster.slug"])
    .where("membership.organisationId", "=", organisationId)
    .where("membership.since", "<=", today)
    .where((q) => q.or([q("membership.until", "is", null), q("membership.until", ">", today)]))
    .orderBy("membership.since")
    .execute();
  return (
    clusters.find(({ id }) => id === clusterId) ??
    clusters[0] ??
    db.selectFrom("cluster").select(["id", "slug"]).where("id", "=", clusterId).executeTakeFirst()
  );
}
