import type { Context as HonoContext, HonoRequest } from "hono";
import { getCookie } from "hono/cookie";
import type { ActAs, ClusterHere, Context } from "../../access/context.ts";
import { type Acting, actingRole, actorIn, type Identity } from "../../access/identity.ts";
import type { Origin, Unit } from "../../kernel/gateway.ts";
import { isLocale, type Locale } from "../../kernel/locale.ts";
import { hashToken, TOKEN_PREFIX } from "../../kernel/token.ts";
import type { House } from "../house.ts";
import { COOKIES, csrfToken } from "./cookies.ts";

/** Who came through the door, and how. */
export interface Visitor {
  identity: Identity | null;
  acting: Acting | null;
  /** A token may be for reading only. */
  readOnly: boolean;
  by: "nobody" | "session" | "token";
  csrf: string;
}

const NOBODY: Visitor = { identity: null, acting: null, readOnly: false, by: "nobody", csrf: "" };

export const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

type CameBy = Omit<Origin, "actingAs">;

/** For jobs and letters: a stored person, with the rights they have at this moment. */
export const actAs =
  (house: House, from: CameBy): ActAs =>
  async ({ personId, acting, clusterId }, by) => {
    const identity = await house.rolesOf(personId, dayOf(house.now()));
    if (!identity || (acting !== null && actingRole(identity, acting) !== acting)) return null;
    const cluster = clusterId === null ? null : await house.clusters.byId(clusterId);
    if (clusterId !== null && !cluster) return null;
    return makeContext(
      house,
      { identity, acting, readOnly: false, by: "session", csrf: "" },
      cluster,
      identity.locale,
      { ...from, door: by ?? from.door },
    );
  };

export async function whoCame(house: House, http: HonoContext): Promise<Visitor> {
  const bearer = /^Bearer (\S{10,200})$/.exec(http.req.header("authorization") ?? "")?.[1];
  if (bearer !== undefined) return (await byToken(house, bearer)) ?? NOBODY;
  if (!(http.req.header("cookie") ?? "").includes("kontor.session_token=")) return NOBODY;

  const session = await house.auth.session(http.req.raw.headers);
  if (!session) return NOBODY;
  const identity = await house.rolesOf(session.personId, dayOf(house.now()));
  if (!identity) return NOBODY;
  return {
    identity,
    acting: actingRole(identity, getCookie(http, COOKIES.acting)),
    readOnly: false,
    by: "session",
    csrf: csrfToken(house.settings.secret, session.token),
  };
}

async function byToken(house: House, token: string): Promise<Visitor | null> {
  if (!token.startsWith(TOKEN_PREFIX)) return null;
  const now = house.now();
  const row = await house.gateway.system("a token's person", async ({ db }) => {
    const found = await db
      .selectFrom("apiToken")
      .select(["id", "personId", "scope", "actingAs", "usedAt"])
      .where("hash", "=", hashToken(token))
      .where("revokedAt", "is", null)
      .where("expiresAt", ">", now)
      .executeTakeFirst();
    // Once a minute is often enough to tell a token in use from a forgotten one.
    if (found && (!found.usedAt || now.getTime() - found.usedAt.getTime() > 60_000))
      await db.updateTable("apiToken").set({ usedAt: now }).where("id", "=", found.id).execute();
    return found;
  });
  if (!row) return null;
  const identity = await house.rolesOf(row.personId, dayOf(now));
  // A token acts from the role it was made for; when that has ended, it is worth nothing.
  if (!identity || actingRole(identity, row.actingAs) !== row.actingAs) return null;
  return { identity, acting: row.actingAs as Acting, readOnly: row.scope === "read", by: "token", csrf: "" };
}

export function localeOf(req: HonoRequest, cookie: string | undefined, person: Identity | null): Locale {
  const asked = req.query("lang");
  if (isLocale(asked)) return asked;
  if (isLocale(cookie)) return cookie;
  if (person) return person.locale;
  for (const part of (req.header("accept-language") ?? "").split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return "en";
}

export interface IdempotentWrite {
  /** Runs inside the first transaction that writes: the key and the effect are kept together or not at all. */
  claim(unit: Unit): Promise<void>;
}

export function makeContext(
  house: House,
  visitor: Visitor,
  cluster: ClusterHere | null,
  locale: Locale,
  from: CameBy,
  idempotent?: IdempotentWrite,
): Context {
  const actor = actorIn(visitor.identity, visitor.acting, cluster?.id ?? null, visitor.readOnly);
  let claimed = false;
  return {
    actor,
    identity: visitor.identity,
    acting: visitor.acting,
    cluster,
    locale,
    now: house.now,
    today: () => dayOf(house.now()),
    read: (work) => house.gateway.read(actor, work),
    write: (work) =>
      house.gateway.write(actor, { ...from, actingAs: visitor.acting }, async (unit) => {
        if (idempotent && !claimed) {
          claimed = true;
          await idempotent.claim(unit);
        }
        return work(unit);
      }),
    system: (reason, work) => house.gateway.system(reason, work, from.door),
  };
}
