import { betterAuth } from "better-auth";
import { uuidv7 } from "../../kernel/ids.ts";
import { makePool } from "../database/pool.ts";

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

export interface AuthSettings {
  databaseUrl: string;
  publicUrl: string;
  secret: string;
}

/**
 * Passwords and sessions, in the hands of a library many eyes read. It works in the schema `auth` as a role of its own, on a
 * pool of its own; nobody signs up by themselves.
 */
export function makeAuth(settings: AuthSettings) {
  const pool = makePool(settings.databaseUrl, 6, "-c role=kontor_auth -c search_path=auth");
  const auth = betterAuth({
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
    session: { expiresIn: 14 * 24 * 3600, updateAge: 3600 },
    // Kontor limits sign-in itself, by address and by account.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "kontor",
      useSecureCookies: settings.publicUrl.startsWith("https:"),
      database: { generateId: () => uuidv7() },
    },
    logger: { level: "error" },
  });

  return {
    /** Tries a password; the cookies of the new session when it is right. */
    async signIn(email: string, password: string, headers: Headers): Promise<string[] | null> {
      const response = await auth.api
        .signInEmail({ body: { email, password }, headers, asResponse: true })
        .catch(() => null);
      return response?.ok ? response.headers.getSetCookie() : null;
    },
    async signOut(headers: Headers): Promise<string[]> {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    async session(headers: Headers): Promise<{ personId: string; token: string } | null> {
      const found = await auth.api.getSession({ headers });
      return found ? { personId: found.user.id, token: found.session.token } : null;
    },
    /** Makes the account; the person's row is the registry's. */
    async add(id: string, name: string, email: string, password: string): Promise<void> {
      const inner = await auth.$context;
      await inner.internalAdapter.createUser(
        { id, name, email: email.toLowerCase(), emailVerified: true },
        { method: "admin" },
      );
      await inner.internalAdapter.linkAccount({
        userId: id,
        providerId: "credential",
        accountId: id,
        password: await inner.password.hash(password),
      });
    },
    async removeByEmail(email: string): Promise<void> {
      const inner = await auth.$context;
      const found = await inner.internalAdapter.findUserByEmail(email.toLowerCase());
      if (!found) return;
      await inner.internalAdapter.deleteUserSessions(found.user.id);
      await inner.internalAdapter.deleteUser(found.user.id);
    },
    close: () => pool.end(),
  };
}

export type Auth = ReturnType<typeof makeAuth>;
