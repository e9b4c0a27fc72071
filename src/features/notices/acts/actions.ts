import type { Context } from "../../../access/context.ts";
import type { Act, ActOffer } from "../../../access/feature.ts";
import type { Acting } from "../../../access/identity.ts";
import type { Desk } from "../../../access/route.ts";
import { isLocale, type Locale } from "../../../kernel/locale.ts";
import { hashToken, SECRET } from "../../../kernel/token.ts";
import type { Features } from "../topics.ts";
import { stateOf } from "./rules.ts";
import { claim, type LinkRow, letGo, linkBy, use } from "./store.ts";

/** What a link says when it is opened. `gone` is one answer for the expired, the void and those that never were. */
export type Opened =
  | { state: "gone" }
  /** There was something to do; somebody did it otherwise, or the right to it has ended. */
  | { state: "over"; locale: Locale }
  | { state: "used"; locale: Locale; done: string; to: string; at: Date }
  | { state: "open"; locale: Locale; name: string; offer: ActOffer };

interface Ready {
  row: LinkRow;
  person: Context;
  act: Act;
  subject: Record<string, string>;
  offer: ActOffer;
}

const house =
  (ctx: Context) =>
  <T>(work: Parameters<typeof ctx.system<T>>[1]) =>
    ctx.system("a letter's link", work);

/** Looks, and changes nothing. */
export async function openLink(
  ctx: Context,
  desk: Desk,
  features: Features,
  secret: string,
): Promise<Opened> {
  const found = await look(ctx, desk, features, secret);
  if ("state" in found) return found;
  const { row, person, offer } = found;
  return { state: "open", locale: localeOf(row), name: person.identity?.name ?? "", offer };
}

/**
 * Does it once, as the person the letter went to, with the rights of this moment. A link is taken in hand first and used up with
 * its success: what is refused or fails leaves it as it was.
 */
export async function useLink(
  ctx: Context,
  desk: Desk,
  features: Features,
  secret: string,
): Promise<Opened | { state: "refused"; locale: Locale; why: string }> {
  const found = await look(ctx, desk, features, secret);
  if ("state" in found) return found;
  const { row, person, act, subject } = found;
  const system = house(ctx);
  if (!(await system(({ db }) => claim(db, row.id, ctx.now())))) return openLink(ctx, desk, features, secret);
  try {
    const result = await act.perform(person, subject);
    if (!result.ok) {
      await system(({ db }) => letGo(db, row.id));
      return { state: "refused", locale: localeOf(row), why: result.problem };
    }
    const at = ctx.now();
    await system(({ db }) => use(db, row.id, at, result.value));
    // The act has its own entry in that person's name; this one says that it came by a letter.
    await person.write(async ({ audit }) =>
      audit({
        action: "letter.act",
        subjectKind: "letter",
        subjectId: row.id,
        after: { act: row.act, ...subject },
      }),
    );
    return { state: "used", locale: localeOf(row), ...result.value, at };
  } catch (error) {
    await system(({ db }) => letGo(db, row.id));
    throw error;
  }
}

async function look(ctx: Context, desk: Desk, features: Features, secret: string): Promise<Opened | Ready> {
  const row = SECRET.test(secret) ? await house(ctx)(({ db }) => linkBy(db, hashToken(secret))) : undefined;
  const state = row ? stateOf(row, ctx.now()) : "gone";
  if (!row || state === "gone") return { state: "gone" };
  const locale = localeOf(row);
  const person = await desk.as(
    { personId: row.personId, acting: row.acting as Acting | null, clusterId: row.clusterId },
    "letter",
  );
  const act = features.act(row.act);
  // Who has lost the role does not read any more what was done in it.
  if (!person || !act) return { state: "gone" };
  if (state === "used")
    return { state, locale, done: row.done ?? "", to: row.doneTo ?? "/", at: row.usedAt! };
  const subject = row.subject as unknown as Record<string, string>;
  const offer = await act.offer(person, subject);
  return offer ? { row, person, act, subject, offer } : { state: "over", locale };
}

const localeOf = (row: LinkRow): Locale => (isLocale(row.locale) ? row.locale : "en");
