import { join, resolve } from "node:path";
import type { Locale } from "../../kernel/locale.ts";
import { Env } from "./env.ts";
import { problemsOf } from "./problems.ts";

/** What the settings mean. Read once at start and handed down; nothing else looks at the environment. */
export type Config = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  address: { kind: "public"; url: string } | { kind: "local" };
  /** The folder that one running Kontor owns: lock, embedded database, secret. */
  data: string;
  files: string;
  database: { kind: "embedded"; folder: string } | { kind: "server"; url: string };
  mail: { kind: "smtp"; url: string; from: string } | { kind: "outbox"; from: string };
  secret: { kind: "given"; value: string } | { kind: "file"; path: string };
  /** Where backups go by themselves, when, and how many stay; `folder: null` makes none. */
  backups: { folder: string | null; at: string; keep: number; passphrase: string | null };
  /** A sign-in service that vouches for people, by OpenID Connect. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  demo: boolean;
  /** Proxies whose X-Forwarded-For is believed: addresses and ranges. */
  trustedProxies: readonly string[];
  /** Ranges inside the house that may be sent to where somebody types such an address. */
  outside: readonly string[];
  /** Requests per minute and address; 0 is no limit. */
  rateLimit: number;
  logLevel: NonNullable<Env["LOG_LEVEL"]>;
  locale: Locale;
};

export type ConfigResult = { ok: true; value: Config } | { ok: false; problems: readonly string[] };

type Strings = Readonly<Record<string, string | undefined>>;

/** Turns the environment into a `Config`, or into one sentence for each thing that is wrong with it. */
export function readConfig(environment: Strings): ConfigResult {
  const locale = localeOf(environment);
  // `PORT= npm start` means: as if it were not there.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const env = Env.safeParse(given);
  const problems = problemsOf({ given, issues: env.error?.issues ?? [], locale });
  if (!env.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { ...meaning(env.data), locale } };
}

function meaning(env: Env): Omit<Config, "locale"> {
  const data = resolve(env.KONTOR_DATA ?? ".kontor");
  const host = env.KONTOR_URL ? new URL(env.KONTOR_URL).hostname : "localhost";
  return {
    host: env.HOST ?? "127.0.0.1",
    port: env.PORT ?? 3000,
    address: env.KONTOR_URL ? { kind: "public", url: new URL(env.KONTOR_URL).origin } : { kind: "local" },
    data,
    files: env.KONTOR_FILES ? resolve(env.KONTOR_FILES) : join(data, "files"),
    database: env.DATABASE_URL
      ? { kind: "server", url: env.DATABASE_URL }
      : { kind: "embedded", folder: join(data, "postgres") },
    mail:
      env.SMTP_URL && env.MAIL_FROM
        ? { kind: "smtp", url: env.SMTP_URL, from: env.MAIL_FROM }
        : { kind: "outbox", from: env.MAIL_FROM ?? `kontor@${host}` },
    secret: env.KONTOR_SECRET
      ? { kind: "given", value: env.KONTOR_SECRET }
      : { kind: "file", path: join(data, "secret") },
    backups: {
      folder: env.KONTOR_BACKUPS ? resolve(env.KONTOR_BACKUPS) : null,
      at: env.KONTOR_BACKUP_AT ?? "03:15",
      keep: env.KONTOR_BACKUP_KEEP ?? 14,
      passphrase: env.KONTOR_BACKUP_PASSPHRASE ?? null,
    },
    oidc: providerOf(env),
    demo: env.KONTOR_DEMO !== "off",
    trustedProxies: env.KONTOR_TRUST_PROXY ?? [],
    outside: env.KONTOR_OUTSIDE ?? [],
    rateLimit: env.KONTOR_RATE_LIMIT ?? 1200,
    logLevel: env.LOG_LEVEL ?? "info",
  };
}

function providerOf(env: Env): Config["oidc"] {
  const {
    KONTOR_OIDC_ISSUER: issuer,
    KONTOR_OIDC_CLIENT_ID: clientId,
    KONTOR_OIDC_CLIENT_SECRET: clientSecret,
  } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: env.KONTOR_OIDC_NAME ?? new URL(issuer).hostname };
}

/** The address that people use, without a slash at its end. `port` is the one it really listens on. */
export const publicUrl = (config: Pick<Config, "address">, port: number) =>
  config.address.kind === "public" ? config.address.url : `http://localhost:${port}`;

/** The operator's language, as other programs on the machine find it. */
export const localeOf = (environment: Strings): Locale => {
  const tag = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^de\b|^de_/i.test(tag) ? "de" : "en";
};
