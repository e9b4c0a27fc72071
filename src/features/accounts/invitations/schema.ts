import { z } from "zod";
import { OFFICE_ROLES, SEAT_ROLES } from "../../../kernel/actor.ts";
import { LOCALES } from "../../../kernel/locale.ts";
import { INVITATION_STATES } from "./rules.ts";

export const MOST_AT_ONCE = 200;

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const blankIsNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);
const Title = z.preprocess(blankIsNull, z.string().trim().max(200).nullable().default(null));

/** Several at once, as a program sends them. */
export const manyInvited = <R extends readonly [string, ...string[]]>(roles: R) =>
  z.strictObject({
    people: z
      .array(z.strictObject({ email: Email, name: z.string().trim().min(1).max(200).optional() }))
      .min(1)
      .max(MOST_AT_ONCE),
    role: z.enum(roles),
    title: Title,
    locale: z.enum(LOCALES).default("en"),
  });

/** The same as a page sends it: an address a line. */
export const manyTyped = <R extends readonly [string, ...string[]]>(roles: R) =>
  z.object({
    people: z.string().trim().min(1).max(50_000),
    role: z.enum(roles),
    title: Title,
    locale: z.enum(LOCALES),
  });

export interface Invited {
  email: string;
  name?: string | undefined;
}

export interface LineProblem {
  line: number;
  text: string;
  problem: "not-an-address" | "named-twice" | "too-many-lines";
}

/** `ada@example.org`, or with a name as letters know it: `Ada Lovelace <ada@example.org>`. Empty lines are passed over. */
export function linesOf(typed: string): { people: (Invited & { line: number })[]; problems: LineProblem[] } {
  const people: (Invited & { line: number })[] = [];
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of typed.split(/\r?\n/).entries()) {
    const text = raw.trim().replace(/[;,]$/, "");
    if (text === "") continue;
    const line = index + 1;
    const named = /^"?([^"<>]*)"?\s*<([^<>]+)>$/.exec(text);
    const email = Email.safeParse(named ? named[2] : text);
    const name = named?.[1]?.trim().slice(0, 200);
    if (!email.success) problems.push({ line, text: text.slice(0, 100), problem: "not-an-address" });
    else if (seen.has(email.data)) problems.push({ line, text: email.data, problem: "named-twice" });
    else if (people.length === MOST_AT_ONCE) {
      problems.push({ line, text: email.data, problem: "too-many-lines" });
      break;
    } else {
      seen.add(email.data);
      people.push({ line, email: email.data, ...(name ? { name } : {}) });
    }
  }
  return { people, problems };
}

export const Listed = z.strictObject({
  state: z.enum(INVITATION_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

export const InvitationAnswer = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string().nullable(),
  organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
  role: z.enum([...SEAT_ROLES, ...OFFICE_ROLES]),
  title: z.string().nullable(),
  state: z.enum(INVITATION_STATES),
  void: z.enum(["inviter-left", "organisation-left"]).nullable(),
  invitedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
});

export const InvitationList = z.object({
  items: z.array(InvitationAnswer),
  total: z.number().int(),
  next: z.string().nullable(),
});

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;

/** Who has no account yet says how they are called and how they want to be let in. */
export const NewPerson = z.object({
  name: z.string().trim().min(1).max(200),
  locale: z.enum(LOCALES),
  password: z.string().min(MIN_PASSWORD).max(MAX_PASSWORD),
});
export type NewPerson = z.output<typeof NewPerson>;

/** Of the link in a letter. */
export const LinkToken = z.string().min(20).max(100);
