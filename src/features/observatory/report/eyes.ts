import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../../access/context.ts";
import { STRANGER } from "../../../kernel/actor.ts";
import type { Db } from "../../../kernel/gateway.ts";
import { COMMONS } from "../../../kernel/visibility.ts";
import { LEVELS, type Level } from "./words.ts";

/** Of what a figure is made: everything that is open to whoever the report is for, up to a day. */
export interface Scope {
  cluster: { id: string; slug: string; nameEn: string; nameDe: string };
  level: Level;
  from: string;
  /** The last day that counts. */
  to: string;
  now: Date;
}

/** What those on a level see: it and all wider ones. */
export const levelsOf = (level: Level): readonly Level[] => LEVELS.slice(0, LEVELS.indexOf(level) + 1);

/** Open to all whom the report is for, and behind no wall: what some of them do not see counts for none. */
export const open = (alias: string, level: Level): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.visibility`)} in (${sql.join(levelsOf(level).map((one) => sql.lit(one)))})
    and ${sql.ref(`${alias}.wall`)} = '{}')`;

/** The same for what may lie in the commons. */
export const openHere = (alias: string, { level, cluster }: Scope): RawBuilder<boolean> =>
  sql<boolean>`(${open(alias, level)} and ${sql.ref(`${alias}.cluster_id`)} in (${COMMONS}::uuid, ${cluster.id}::uuid))`;

/** One of the readers, for what other parts of the house show: nobody in particular, who sees what all of them see. */
export const readerOf = (db: Db, { cluster, level, now }: Scope): Context => ({
  actor: { ...STRANGER, clusterId: cluster.id, levels: levelsOf(level) },
  identity: null,
  acting: null,
  cluster,
  locale: "en",
  now: () => now,
  today: () => now.toISOString().slice(0, 10),
  read: (work) => work(db),
  write: () => Promise.reject(new Error("A reader of reports changes nothing.")),
  system: () => Promise.reject(new Error("A reader of reports has no other rights.")),
});
