import { randomBytes } from "node:crypto";
import { betterAuth } from "better-auth";
import { twoFactor } from "better-auth/plugins";
import { uuidv7 } from "../../kernel/ids.ts";
import { makePool } from "../database/pool.ts";
import { doors } from "./doors.ts";

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** Where the library finds the address that Kontor believes; whatever a browser sends under this name is overwritten. */
const ADDRESS = "x-kontor-address";
export function withAddress(headers: Headers, address: string): Headers {
  const known = new Headers(headers);
  known.set(ADDRESS, address);
  return known;
}

/** Fifty bits each, in letters and digits that are not taken for one another. */
const CODE_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const recoveryCodes = () =>
  Array.from({ length: 10 }, () => {
    const letters = Array.from(randomBytes(10), (byte) => CODE_LETTERS[byte % 32]).join("");
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });

export interface AuthSettings {
  databaseUrl: string;
  publicUrl: string;
  secret: string;
}

const makeLibrary = (settings: AuthSettings, pool: ReturnType<typeof makePool>) =>
  betterAuth({
    appName: "Kontor",
    baseURL: settings.publicUrl,
    basePath: "/auth",
    secret: settings.secret,
    database: pool,
    telemetry: { enabled: false },
    trustedOrigins: [new URL(settings.publicUrl).origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    // The list of sessions says when each was last seen: to five minutes.
    session: { expiresIn: 14 * 24 * 3600, updateAge: 300 },
    // Kontor limits sign-in itself, by address and by account.
    rateLimit: { enabled: false },
    // Who signs in by another house alone has no password to be asked for.
    plugins: [
      twoFactor({
        issuer: "Kontor",
        allowPasswordless: true,
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes },
      }),
      doors,
    ],
    advanced: {
      cookiePrefix: "kontor",
      useSecureCookies: settings.publicUrl.startsWith("https:"),
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: [ADDRESS] },
    },
    logger: { level: "error" },
  });

/**
 * Passwords, second factors and sessions, in the hands of a library many eyes read. It works in the schema `auth` as a role of its
 * own, on a pool of its own; nobody signs up by themselves.
 */
export function makeAuth(settings: AuthSettings) {
  const pool = makePool(settings.databaseUrl, 6, "-c role=kontor_auth -c search_path=auth");
  const library = makeLibrary(settings, pool);
  /** With all that opens it. */
  const remove = async (personId: string): Promise<void> => {
    const { internalAdapter } = await library.$context;
    await internalAdapter.deleteUserSessions(personId);
    await internalAdapter.deleteUser(personId);
  };

  return {
    library,
    pool,
    /** Tries a password; the cookies of the new session, or of the question for the second factor, when it is right. */
    async signIn(email: string, password: string, headers: Headers): Promise<string[] | null> {
      const response = await library.api
        .signInEmail({ body: { email, password }, headers, asResponse: true })
        .catch(() => null);
      return response?.ok ? response.headers.getSetCookie() : null;
    },
    async signOut(headers: Headers): Promise<string[]> {
      const response = await library.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    async session(headers: Headers): Promise<{ personId: string; token: string } | null> {
      const found = await library.api.getSession({ headers });
      return found ? { personId: found.user.id, token: found.session.token } : null;
    },
    /** Makes the account; the person's row is the registry's. Without a password it opens by another house alone. */
    async add(
      id: string,
      name: string,
      email: string,
      password: string | null,
      emailVerified = true,
    ): Promise<void> {
      const inner = await library.$context;
      await inner.internalAdapter.createUser(
        { id, name, email: email.toLowerCase(), emailVerified },
        { method: "admin" },
      );
      if (password === null) return;
      await inner.internalAdapter.linkAccount({
        userId: id,
        providerId: "credential",
        accountId: id,
        password: await inner.password.hash(password),
      });
    },
    /** Without a password, for a person who has no account yet; whatever else stood under the address goes. */
    async open({ id, name, email }: { id: string; name: string; email: string }): Promise<void> {
      const { internalAdapter } = await library.$context;
      if (await internalAdapter.findUserById(id)) return;
      const stale = await internalAdapter.findUserByEmail(email.toLowerCase());
      if (stale) await remove(stale.user.id);
      await internalAdapter.createUser(
        { id, name, email: email.toLowerCase(), emailVerified: false },
        { method: "admin" },
      );
    },
    remove,
    async removeByEmail(email: string): Promise<void> {
      const inner = await library.$context;
      const found = await inner.internalAdapter.findUserByEmail(email.toLowerCase());
      if (found) await remove(found.user.id);
    },
    /** At once: the next request by one of them is a stranger's. */
    async endSessions(personId: string, butToken?: string): Promise<number> {
      const { rowCount } = await pool.query(
        'delete from session where "userId" = $1 and ($2::text is null or token <> $2)',
        [personId, butToken ?? null],
      );
      return rowCount ?? 0;
    },
    close: () => pool.end(),
  };
}

export type Auth = ReturnType<typeof makeAuth>;
