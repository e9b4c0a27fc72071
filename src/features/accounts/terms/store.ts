import type { AliasableExpression } from "kysely";
import type { Db } from "../../../kernel/gateway.ts";
import { encodeCursor, type Page } from "../../../kernel/page.ts";
import type { Term } from "./rules.ts";

/** What seats and offices have in common in the database. */
export const TERM_COLUMNS = ["id", "personId", "role", "title", "since", "until"] as const;

/** Where the next page begins. */
export type After = readonly [since: string, id: string];

export interface TermStretch {
  limit: number;
  after?: After | undefined;
}

/** A role held for a time, and by whom. */
export interface TermRow extends Term {
  name: string;
  email: string;
}

/** Who holds one of these roles and who held one, the latest first. */
export async function termsOf(
  db: Db,
  terms: AliasableExpression<Term>,
  { limit, after }: TermStretch,
): Promise<Page<TermRow>> {
  const known = db.selectFrom(terms.as("term")).innerJoin("person", "person.id", "term.personId");
  const rows = await known
    .selectAll("term")
    .select(["person.name", "person.email"])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple("term.since", "term.id"), "<", eb.tuple(after![0], after![1]))),
    )
    .orderBy("term.since", "desc")
    .orderBy("term.id", "desc")
    .limit(limit + 1)
    .execute();
  const { total } = await known
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    total: Number(total),
    next: rows.length > limit && last ? encodeCursor([last.since, last.id]) : null,
  };
}

/** One of them, as far as the asker may know by whom it is held. */
export const termOfId = (
  db: Db,
  terms: AliasableExpression<Term>,
  id: string,
): Promise<TermRow | undefined> =>
  db
    .selectFrom(terms.as("term"))
    .innerJoin("person", "person.id", "term.personId")
    .selectAll("term")
    .select(["person.name", "person.email"])
    .where("term.id", "=", id)
    .executeTakeFirst();
