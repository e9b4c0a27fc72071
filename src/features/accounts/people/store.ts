import { type SelectQueryBuilder, sql } from "kysely";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Database, Db } from "../../../kernel/gateway.ts";
import { decodeCursor, encodeCursor, type Page } from "../../../kernel/page.ts";

export interface PersonRow {
  id: PersonId;
  name: string;
  email: string;
  operator: boolean;
  createdAt: Date;
  suspendedAt: Date | null;
}

export interface Stretch {
  query?: string | undefined;
  limit: number;
  after?: readonly [name: string, id: string] | undefined;
}

export function afterOf(cursor: string | undefined): Stretch["after"] {
  const [name, id] = (cursor === undefined ? null : decodeCursor(cursor, 2)) ?? [];
  return typeof name === "string" && typeof id === "string" ? [name, id] : undefined;
}

const byName = sql<string>`lower(person.name)`;

const matching = <O>(people: SelectQueryBuilder<Database, "person", O>, query: string | undefined) => {
  if (!query) return people;
  const pattern = `%${query.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return people.where((eb) =>
    eb.or([eb("person.name", "ilike", pattern), eb("person.email", "ilike", pattern)]),
  );
};

export async function peopleHere(db: Db, { query, limit, after }: Stretch): Promise<Page<PersonRow>> {
  const rows = await matching(
    db
      .selectFrom("person")
      .select(["id", "name", "email", "operator", "createdAt", "suspendedAt"])
      .select(byName.as("sorted")),
    query,
  )
    .$if(after !== undefined, (people) =>
      people.where(sql<boolean>`(lower(person.name), person.id) > (${after![0]}, ${after![1]}::uuid)`),
    )
    .orderBy(byName)
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const { total } = await matching(
    db.selectFrom("person").select(sql<number>`count(*)::int`.as("total")),
    query,
  ).executeTakeFirstOrThrow();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ sorted: _, ...person }) => person),
    total,
    next: rows.length > limit && last ? encodeCursor([last.sorted, last.id]) : null,
  };
}

export const peopleSizes = (db: Db, query: string | undefined) =>
  matching(
    db
      .selectFrom("person")
      .select(sql<number>`count(*) filter (where person.suspended_at is not null)::int`.as("suspended")),
    query,
  ).executeTakeFirstOrThrow();
