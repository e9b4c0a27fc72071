import { sql } from "kysely";
import type { Job } from "../../../access/feature.ts";
import type { Db, Unit } from "../../../kernel/gateway.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { formatDate } from "../../../ui/index.ts";
import { sayNeeds } from "./messages.ts";
import { isConfidential, REMIND_DAYS, SIDES, type Side } from "./rules.ts";
import { type Named, setState } from "./state.ts";
import { type Item, loadItem } from "./store.ts";
import { tellOwners } from "./told.ts";

/**
 * Every morning: a week before its day its people are told, and after it an open one is shown to nobody any more; nor is what an
 * organisation said that has left the cluster.
 */
export const mindDays: Job = async (_, { now, system }) => {
  const today = now().toISOString().slice(0, 10);
  for (const side of SIDES) {
    const left = await system("looking for what former members said", ({ db }) =>
      leftBehind(db, side, today),
    );
    for (const item of left)
      await system("closing what a former member said", (unit) =>
        setState(unit, side, item, "closed", "membership-ended"),
      );
    const due = await system("looking for needs and offers whose day is near", ({ db }) =>
      dueOn(db, side, today),
    );
    // One by one: what goes wrong with one keeps no other from its day.
    for (const { id, over } of due)
      await system(over ? "ending what is over" : "reminding of a day that is near", async (unit) => {
        const item = await loadItem(unit.db, side, id);
        if (item) await (over ? expire(unit, item) : remind(unit, item, now()));
      });
  }
};

async function dueOn(db: Db, side: Side, today: string): Promise<{ id: string; over: boolean }[]> {
  const { rows } = await sql<{ id: string; over: boolean }>`
    select id, deadline < ${today}::date as over from ${sql.table(side)}
    where (state = 'open' and deadline < ${today}::date)
      or (state in ('open', 'in-talks') and reminded_at is null and deadline between ${today}::date and ${today}::date + ${REMIND_DAYS}::int)
    order by deadline, id`.execute(db);
  return rows;
}

async function leftBehind(db: Db, side: Side, today: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select said.cluster_id, said.id from ${sql.table(side)} said
    where said.state in ('open', 'in-talks')
      and not exists (select from membership m where m.cluster_id = said.cluster_id and m.organisation_id = said.organisation_id
        and m.role <> 'applicant' and m.since <= ${today}::date and (m.until is null or m.until > ${today}::date))
      and not exists (select from inherited_memberships(said.organisation_id, ${today}::date) i where i.cluster_id = said.cluster_id)
    order by said.id`.execute(db);
  return rows;
}

async function remind(unit: Unit, item: Item, at: Date) {
  await sql`update ${sql.table(item.side)} set reminded_at = ${at}
    where cluster_id = ${item.clusterId}::uuid and id = ${item.id}::uuid`.execute(unit.db);
  await tellOwners(unit, item, {
    text: sentence(item, "ends"),
    key: `exchange.ends:${item.id}`,
  });
}

async function expire(unit: Unit, item: Item) {
  const done = await setState(unit, item.side, item, "expired");
  if (!done.ok) return;
  await tellOwners(unit, item, {
    text: sentence(item, "over"),
    key: `exchange.ends:${item.id}`,
  });
}

/** Of what is kept in confidence a letter names nothing. */
const sentence = (item: Item, what: "ends" | "over") => (locale: Locale) =>
  sayNeeds(locale)(`told.${what}.${isConfidential(item) ? "kept" : item.side}`, {
    title: item.title,
    day: formatDate(item.deadline!, locale),
  });
