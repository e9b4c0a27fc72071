import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { createAuthorizationURL, validateAuthorizationCode, validateToken } from "better-auth/oauth2";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Accounts, Identified, ProviderAnswer } from "../../access/accounts.ts";
import { newSecret } from "../../kernel/token.ts";
import { cookieHeader, sameToken } from "../http/cookies.ts";
import type { Auth } from "./auth.ts";

/** OpenID Connect: another house that vouches for people. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
}

export const PROVIDER_COOKIE = "kontor_provider";
/** How long one may take to sign in over there. */
const WAY_SECONDS = 600;
const PATIENCE_MS = 10_000;

const Discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});

const Claims = z.object({
  sub: z.string().min(1).max(255),
  nonce: z.string().optional(),
  azp: z.string().optional(),
  email: z.string().max(254).optional(),
  email_verified: z.boolean().optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
});

/** What the browser carries along the way, sealed: nothing of it can be read or chosen there. */
const Way = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  linkTo: z.string().nullable(),
  until: z.number(),
});

export const providerId = (settings: ProviderSettings) => `oidc:${settings.issuer}`;

interface Browser {
  auth: Auth;
  settings: ProviderSettings;
  /** The secret of the house. */
  key: string;
  publicUrl: string;
  now: () => Date;
  cookie: string | undefined;
}

export function providerDoor(browser: Browser): Pick<Accounts, "askProvider" | "providerAnswer"> {
  const { settings, key, publicUrl, now } = browser;
  const redirectURI = `${publicUrl}/sign-in/provider/answer`;
  const secure = publicUrl.startsWith("https:");
  const forget = cookieHeader(PROVIDER_COOKIE, null, secure);
  const options = { clientId: settings.clientId, clientSecret: settings.clientSecret };

  return {
    askProvider: async (next, linkTo) => {
      const provider = await discover(settings.issuer).catch(() => null);
      if (!provider) return null;
      const way = { state: newSecret(), nonce: newSecret(), verifier: newSecret(), next, linkTo };
      const to = await createAuthorizationURL({
        id: "oidc",
        options,
        authorizationEndpoint: provider.authorization_endpoint,
        redirectURI,
        state: way.state,
        nonce: way.nonce,
        codeVerifier: way.verifier,
        scopes: ["openid", "email", "profile"],
      });
      const sealed = await symmetricEncrypt({
        key,
        data: JSON.stringify({ ...way, until: now().getTime() + WAY_SECONDS * 1000 }),
      });
      return { to: to.href, setCookie: cookieHeader(PROVIDER_COOKIE, sealed, secure, WAY_SECONDS) };
    },

    providerAnswer: async (search): Promise<ProviderAnswer> => {
      const outdated = { ok: false, problem: "outdated", setCookies: [forget] } as const;
      const way = await opened(key, browser.cookie);
      if (!way || way.until < now().getTime()) return outdated;
      if (!sameToken(search.get("state") ?? "", way.state)) return outdated;
      const code = search.get("code");
      const known = code ? await identified(browser, way, code, redirectURI).catch(() => null) : null;
      if (!known) return { ok: false, problem: "failed", setCookies: [forget] };
      return { ok: true, known, next: way.next, setCookies: [forget] };
    },
  };
}

async function opened(key: string, cookie: string | undefined) {
  if (!cookie) return null;
  const text = await symmetricDecrypt({ key, data: cookie }).catch(() => "null");
  return Way.nullable().catch(null).parse(JSON.parse(text));
}

const known = new LRUCache<string, z.output<typeof Discovered>>({ max: 10, ttl: 600_000 });

async function discover(issuer: string) {
  const kept = known.get(issuer);
  if (kept) return kept;
  const provider = Discovered.parse(
    await fetchJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`),
  );
  // Otherwise one issuer could speak for another.
  if (provider.issuer !== issuer) throw new Error(`The provider calls itself ${provider.issuer}.`);
  known.set(issuer, provider);
  return provider;
}

async function identified(
  { auth, settings }: Browser,
  way: z.output<typeof Way>,
  code: string,
  redirectURI: string,
): Promise<Identified> {
  const provider = await discover(settings.issuer);
  const basic = provider.token_endpoint_auth_methods_supported.includes("client_secret_basic");
  const tokens = await validateAuthorizationCode({
    code,
    codeVerifier: way.verifier,
    redirectURI,
    options: { clientId: settings.clientId, clientSecret: settings.clientSecret },
    tokenEndpoint: provider.token_endpoint,
    authentication: basic ? "basic" : "post",
  });
  const { payload } = await validateToken(tokens.idToken ?? "", provider.jwks_uri, {
    issuer: settings.issuer,
    audience: settings.clientId,
    requiredClaims: ["sub", "exp", "iat"],
    clockTolerance: 30,
  });
  const claims = Claims.parse(payload);
  if (!sameToken(claims.nonce ?? "", way.nonce)) throw new Error("The answer is to another question.");
  if (claims.azp !== undefined && claims.azp !== settings.clientId)
    throw new Error("Issued for another client.");
  const more =
    claims.email === undefined && provider.userinfo_endpoint && tokens.accessToken
      ? Claims.parse(await fetchJson(provider.userinfo_endpoint, tokens.accessToken))
      : claims;
  if (more.sub !== claims.sub) throw new Error("The provider speaks of two people.");
  const { rows } = await auth.pool.query<{ userId: string }>(
    'select "userId" from account where "providerId" = $1 and "accountId" = $2',
    [providerId(settings), claims.sub],
  );
  return {
    subject: claims.sub,
    email: more.email?.trim().toLowerCase() ?? null,
    emailVerified: more.email_verified === true,
    name: more.name?.trim() || null,
    personId: rows[0]?.userId ?? null,
    linkTo: way.linkTo,
  };
}

async function fetchJson(url: string, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw new Error(`The provider answered ${response.status}.`);
  return response.json();
}
