import type { Context as HonoContext } from "hono";
import { getCookie } from "hono/cookie";
import type { AccountFigures, Accounts, SessionSeen, SignedIn } from "../../access/accounts.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import type { House } from "../house.ts";
import { withAddress } from "./auth.ts";
import { PASSKEY_COOKIE, passkeyDoor, passkeysOf } from "./passkeys.ts";
import { PROVIDER_COOKIE, providerDoor, providerId } from "./provider.ts";
import { secondFactorBegun, secondFactorOf, secondFactorState } from "./second-factor.ts";

/** What a password, or another house, has opened: a session, or the question for the second factor. */
export const stepOf = (setCookies: readonly string[]): SignedIn["step"] =>
  setCookies.some((line) => /two_factor=[^;]/.test(line)) ? "second-factor" : "in";

export function accountsOf(house: House, http: HonoContext, address: string): Accounts {
  const { auth, now, settings } = house;
  const { library, pool } = auth;
  const headers = withAddress(http.req.raw.headers, address);
  const provider = settings.oidc ?? null;
  const { passkeyPerson, ...passkeys } = passkeyDoor({
    auth,
    publicUrl: settings.publicUrl,
    now,
    cookie: getCookie(http, PASSKEY_COOKIE),
  });
  const door =
    provider &&
    providerDoor({
      auth,
      settings: provider,
      key: settings.secret,
      publicUrl: settings.publicUrl,
      now,
      cookie: getCookie(http, PROVIDER_COOKIE),
    });
  const current = async () => (await auth.session(headers))?.token;
  const openSession = async (personId: string): Promise<SignedIn> => {
    const response = await library.api.openSession({ body: { userId: personId }, headers, asResponse: true });
    return { step: "in", personId, setCookies: response.headers.getSetCookie() };
  };

  return {
    endSessions: async (personId, but) => auth.endSessions(personId, but && (await current())),
    endSession: async (personId, sessionId) => {
      const { rowCount } = await pool.query('delete from session where "userId" = $1 and id = $2', [
        personId,
        sessionId,
      ]);
      return rowCount === 1;
    },
    sessions: async (personId) => {
      const token = await current();
      const { rows } = await pool.query<SessionSeen>(
        `select id, "createdAt" as since, "updatedAt" as "lastSeen", nullif("ipAddress", '') as address,
           nullif("userAgent", '') as "userAgent", token is not distinct from $3 as current
         from session where "userId" = $1 and "expiresAt" > $2 order by current desc, "updatedAt" desc limit 200`,
        [personId, now(), token ?? null],
      );
      return rows;
    },
    security: async (personId) => {
      const { rows } = await pool.query<{ verified: boolean; password: boolean; provider: boolean }>(
        `select u."emailVerified" as verified,
           exists (select from account a where a."userId" = u.id and a."providerId" = 'credential') as password,
           exists (select from account a where a."userId" = u.id and a."providerId" = $2) as provider
         from "user" u where u.id = $1`,
        [personId, provider ? providerId(provider) : ""],
      );
      return {
        addressVerified: rows[0]?.verified ?? false,
        password: rows[0]?.password ?? false,
        provider: rows[0]?.provider ?? false,
        passkeys: await passkeysOf(auth, personId),
        ...(await secondFactorState(auth, personId)),
      };
    },
    figures: async (people) => {
      const { rows } = await pool.query<AccountFigures & { id: string }>(
        `select u.id, u."twoFactorEnabled" as "secondFactor",
           (select max(s."updatedAt") from session s where s."userId" = u.id) as "lastSeen"
         from "user" u where u.id = any ($1)`,
        [people],
      );
      return new Map(rows.map(({ id, secondFactor, lastSeen }) => [id, { secondFactor, lastSeen }]));
    },

    passwordIs: async (personId, password) => {
      const inner = await library.$context;
      const { rows } = await pool.query<{ password: string | null }>(
        `select password from account where "userId" = $1 and "providerId" = 'credential'`,
        [personId],
      );
      const hash = rows[0]?.password;
      return hash ? inner.password.verify({ hash, password }) : false;
    },
    setPassword: async (personId, password) => {
      const inner = await library.$context;
      const hash = await inner.password.hash(password);
      await pool.query(
        `insert into account (id, "accountId", "providerId", "userId", password) values ($1, $2::text, 'credential', $2::text::uuid, $3)
         on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = now()`,
        [uuidv7(), personId, hash],
      );
    },
    setAddress: async (personId, email) => {
      const { rowCount } = await pool.query(
        `update "user" set email = $2, "emailVerified" = true, "updatedAt" = now()
         where id = $1 and not exists (select from "user" other where other.email = $2 and other.id <> $1)`,
        [personId, email],
      );
      return rowCount === 1;
    },

    secondFactorBegun: (personId) => secondFactorBegun(auth, personId),
    ...secondFactorOf(auth, headers),

    ...passkeys,
    signInByPasskey: async (answer) => {
      const personId = await passkeyPerson(answer);
      return personId === null ? null : openSession(personId);
    },

    provider: provider && { name: provider.name },
    askProvider: async (next, linkTo) => door?.askProvider(next, linkTo) ?? null,
    providerAnswer: async (search) =>
      door?.providerAnswer(search) ?? { ok: false, problem: "failed", setCookies: [] },
    linkProvider: async (personId, subject) => {
      if (!provider) throw new Error("The settings name no provider.");
      await pool.query(
        `insert into account (id, "accountId", "providerId", "userId") values ($1, $2, $3, $4)`,
        [uuidv7(), subject, providerId(provider), personId],
      );
    },
    unlinkProvider: async (personId) => {
      const { rowCount } = await pool.query(
        `delete from account where "userId" = $1 and "providerId" like 'oidc:%'
         and exists (select from account other where other."userId" = $1 and other."providerId" = 'credential')`,
        [personId],
      );
      return (rowCount ?? 0) > 0;
    },
    addVouched: async (personId, name, email) => {
      await auth.removeByEmail(email);
      await auth.add(personId, name, email, null);
    },
    // Who vouched for them may have asked for more than a password, or not: the second factor of this house is asked here.
    signInVouched: async (personId) => {
      const { rows } = await pool.query<{ on: boolean }>(
        'select "twoFactorEnabled" as on from "user" where id = $1',
        [personId],
      );
      if (!rows[0]?.on) return openSession(personId);
      const response = await library.api.askSecondFactor({
        body: { userId: personId },
        headers,
        asResponse: true,
      });
      return { step: "second-factor", personId, setCookies: response.headers.getSetCookie() };
    },
  };
}
