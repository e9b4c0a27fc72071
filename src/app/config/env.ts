import { BlockList, isIP } from "node:net";
import { z } from "zod";
import type { ConfigMessage } from "./messages.ts";

/** A refusal is the key of a sentence in messages.ts; the sentence says what to write instead. */
const wrong = (error: ConfigMessage) => ({ error });

const Port = z
  .string()
  .regex(/^\d{1,5}$/, wrong("port"))
  .transform(Number)
  .refine((port) => port <= 65535, wrong("port"));

const Level = z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], wrong("level"));

const Address = z
  .string()
  .refine((text) => hasScheme(text, ["http:", "https:"]) && isOrigin(text), wrong("address"));
// `postgresql://name@/database?host=/run/postgresql` is how a socket is written: a login, and no host.
const DatabaseUrl = z
  .string()
  .refine(
    (text) => hasScheme(text.replace("@/", "@localhost/"), ["postgresql:", "postgres:"]),
    wrong("databaseUrl"),
  );
const SmtpUrl = z
  .string()
  .refine((text) => hasScheme(text, ["smtp:", "smtps:"]) && hostOf(text) !== "", wrong("smtpUrl"));

// `user@host` or `Name <user@host>`, on one line: the mail library sees nothing that could be two addresses.
const Sender = z
  .string()
  .regex(/^(?:[^<>\r\n@,;]+<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, wrong("sender"));

/** Over the open net only with TLS: whoever could change the answer would be everybody. */
const Issuer = z
  .string()
  .refine(
    (text) =>
      hasScheme(text, ["https:"]) ||
      (hasScheme(text, ["http:"]) && ["localhost", "127.0.0.1", "[::1]"].includes(hostOf(text))),
    wrong("issuer"),
  );

const Ranges = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((ranges) => ranges.every(isRange), wrong("ranges"));

/** The settings, as strings come in. Their meaning is in config.ts, their description in docs/operator.md. */
export const settings = {
  PORT: Port.optional(),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, wrong("host"))
    .optional(),
  KONTOR_DATA: z.string().optional(),
  KONTOR_FILES: z.string().optional(),
  KONTOR_URL: Address.optional(),
  KONTOR_DEMO: z.enum(["on", "off"], wrong("onOff")).optional(),
  KONTOR_SECRET: z.string().min(32, wrong("secret")).optional(),
  KONTOR_TRUST_PROXY: Ranges.optional(),
  KONTOR_RATE_LIMIT: z
    .string()
    .regex(/^\d{1,7}$/, wrong("rateLimit"))
    .transform(Number)
    .optional(),
  KONTOR_OUTSIDE: Ranges.optional(),
  KONTOR_BACKUPS: z.string().optional(),
  KONTOR_BACKUP_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong("timeOfDay"))
    .optional(),
  KONTOR_BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, wrong("backupKeep"))
    .transform(Number)
    .optional(),
  KONTOR_BACKUP_PASSPHRASE: z.string().min(12, wrong("passphrase")).optional(),
  DATABASE_URL: DatabaseUrl.optional(),
  SMTP_URL: SmtpUrl.optional(),
  MAIL_FROM: Sender.optional(),
  KONTOR_OIDC_ISSUER: Issuer.optional(),
  KONTOR_OIDC_CLIENT_ID: z.string().optional(),
  KONTOR_OIDC_CLIENT_SECRET: z.string().optional(),
  KONTOR_OIDC_NAME: z.string().max(60, wrong("oidcName")).optional(),
  LOG_LEVEL: Level.optional(),
};

export const Env = z.object(settings);
export type Env = z.infer<typeof Env>;

const parsed = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);
const hasScheme = (text: string, schemes: string[]) => schemes.includes(parsed(text)?.protocol ?? "");
const hostOf = (text: string) => parsed(text)?.hostname ?? "";

/** Scheme, host and port alone: `https://kontor.example/app` would promise that Kontor works below a path. */
function isOrigin(text: string): boolean {
  const url = parsed(text);
  return url !== undefined && `${url.origin}/` === url.href;
}

function isRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const family = isIP(address);
  if (!family || more.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 4 ? "ipv4" : "ipv6");
    return true;
  } catch {
    return false;
  }
}
