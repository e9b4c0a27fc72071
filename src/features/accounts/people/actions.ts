import type { Accounts } from "../../../access/accounts.ts";
import type { Context } from "../../../access/context.ts";
import type { PersonId } from "../../../kernel/actor.ts";
import type { Gateway } from "../../../kernel/gateway.ts";
import type { Page } from "../../../kernel/page.ts";
import { type PersonRow, peopleHere, peopleSizes, type Stretch } from "./store.ts";

export interface PersonHere extends PersonRow {
  secondFactor: boolean;
  lastSeen: Date | null;
}

/** Accounts, not what their people do: the operator has no business in members' records. */
export async function listPeople(
  ctx: Context,
  accounts: Accounts,
  stretch: Stretch,
): Promise<Page<PersonHere> & { suspended: number }> {
  const { page, sizes } = await ctx.system("the operator's list of people", async ({ db }) => ({
    page: await peopleHere(db, stretch),
    sizes: await peopleSizes(db, stretch.query),
  }));
  const figures = await accounts.figures(page.items.map((person) => person.id));
  return {
    ...page,
    ...sizes,
    items: page.items.map((person) => ({
      ...person,
      secondFactor: figures.get(person.id)?.secondFactor ?? false,
      lastSeen: figures.get(person.id)?.lastSeen ?? null,
    })),
  };
}

/** What suspending needs of the house; the command has no browser. */
export interface Bouncer {
  system: Gateway["system"];
  now(): Date;
  endSessions(personId: PersonId): Promise<number>;
}

/** From the next request on the person is nobody: sessions end, and no token or feed finds anybody behind it. */
export async function suspend({ system, now, endSessions }: Bouncer, personId: PersonId): Promise<boolean> {
  const suspended = await system("suspending a person", ({ db }) =>
    db
      .updateTable("person")
      .set({ suspendedAt: now() })
      .where("id", "=", personId)
      .where("suspendedAt", "is", null)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!suspended) return false;
  await endSessions(personId);
  return true;
}

export async function restore({ system }: Pick<Bouncer, "system">, personId: PersonId): Promise<boolean> {
  const restored = await system("restoring a person", ({ db }) =>
    db
      .updateTable("person")
      .set({ suspendedAt: null })
      .where("id", "=", personId)
      .where("suspendedAt", "is not", null)
      .returning("id")
      .executeTakeFirst(),
  );
  return restored !== undefined;
}

/** By the operator: the log says who did it. */
export async function decide(
  ctx: Context,
  accounts: Accounts,
  act: "suspend" | "restore",
  personId: PersonId,
): Promise<boolean> {
  const bouncer = { system: ctx.system, now: ctx.now, endSessions: accounts.endSessions };
  const done = await (act === "suspend" ? suspend : restore)(bouncer, personId);
  if (done)
    await ctx.write(async ({ audit }) =>
      audit({ action: `person.${act}`, subjectKind: "person", subjectId: personId }),
    );
  return done;
}
