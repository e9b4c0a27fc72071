import { sql } from "kysely";
import type { JobHouse } from "../../../access/feature.ts";
import type { Letter, SystemUnit } from "../../../kernel/gateway.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { hashToken, newSecret } from "../../../kernel/token.ts";

/** What is asked of many people by letter, each with a link that needs no sign-in. */
export interface Asking<P> {
  /** Why the house's own hand is needed, for the log. */
  reason: string;
  /**
   * The table of whom a letter went to: `cluster_id, id, <subject>, organisation_id, person_id, seat_id, hashes, asked_at, reminders,
   * reminded_at`, each person once for a subject.
   */
  table: string;
  /** Its column of what was asked. */
  subject: string;
  /** Where the links begin, as `/answer`. */
  path: string;
  letter(about: "ask" | "remind", to: P, link: string): Letter;
}

interface ToAsk {
  clusterId: string;
  subjectId: string;
  organisationId: string;
  personId: string;
  seatId: string;
}

type House = Pick<JobHouse, "now" | "system" | "publicUrl">;

const PER_TRANSACTION = 100;

/** Writes to people for the first time. Doing it again writes to nobody twice. */
export const askByLetter = <P>(house: House, asking: Asking<P>, people: readonly (P & ToAsk)[]) =>
  inParts(house, asking, people, async (unit, part) => {
    const column = <K extends keyof ToAsk>(key: K) => part.map(({ to }) => to[key]);
    const { rows } = await sql<{ hash: string }>`
      insert into ${sql.table(asking.table)}
        (cluster_id, id, ${sql.ref(asking.subject)}, organisation_id, person_id, seat_id, hashes, asked_at)
      select n.cluster_id, n.id, n.subject_id, n.organisation_id, n.person_id, n.seat_id, array[n.hash], ${house.now()}
      from unnest(${column("clusterId")}::uuid[], ${part.map(() => uuidv7())}::uuid[], ${column("subjectId")}::uuid[],
        ${column("organisationId")}::uuid[], ${column("personId")}::uuid[], ${column("seatId")}::uuid[],
        ${part.map(({ hash }) => hash)}::text[])
        as n(cluster_id, id, subject_id, organisation_id, person_id, seat_id, hash)
      on conflict do nothing returning hashes[1] as hash`.execute(unit.db);
    const asked = new Set(rows.map(({ hash }) => hash));
    for (const { to, hash, link } of part)
      if (asked.has(hash)) await unit.mail(asking.letter("ask", to, link));
  });

/** Writes to them again, with a link of its own: the earlier ones go on working. */
export const remindByLetter = <P>(
  house: House,
  asking: Asking<P>,
  waiting: readonly (P & { clusterId: string; id: string })[],
) =>
  inParts(house, asking, waiting, async (unit, part) => {
    await sql`
      update ${sql.table(asking.table)} as k
      set hashes = array_append(k.hashes, n.hash), reminders = k.reminders + 1, reminded_at = ${house.now()}
      from unnest(${part.map(({ to }) => to.clusterId)}::uuid[], ${part.map(({ to }) => to.id)}::uuid[],
        ${part.map(({ hash }) => hash)}::text[]) as n(cluster_id, id, hash)
      where k.cluster_id = n.cluster_id and k.id = n.id`.execute(unit.db);
    for (const { to, link } of part) await unit.mail(asking.letter("remind", to, link));
  });

interface Linked<P> {
  to: P;
  hash: string;
  link: string;
}

async function inParts<P>(
  house: House,
  { reason, path }: Pick<Asking<never>, "reason" | "path">,
  people: readonly P[],
  write: (unit: SystemUnit, part: readonly Linked<P>[]) => Promise<void>,
) {
  for (let at = 0; at < people.length; at += PER_TRANSACTION)
    await house.system(reason, (unit) =>
      write(
        unit,
        people.slice(at, at + PER_TRANSACTION).map((to) => {
          const secret = newSecret();
          return { to, hash: hashToken(secret), link: `${house.publicUrl}${path}/${secret}` };
        }),
      ),
    );
}
