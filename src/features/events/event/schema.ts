import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { isZone } from "../times.ts";
import { STATES } from "../words.ts";

export const LEVELS = ["public", "peers", "cluster"] as const;
export const MOST_SESSIONS = 6;
export const MOST_TABLES = 200;
export const MOST_SLOTS = 200;

export const EventPath = ClusterPath.extend({ event: z.uuid() });

export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "time" });
export const Role = z.string().trim().min(1).max(60);

/** A stretch of talks: a morning, an afternoon. Times are those of the event's zone. */
export const Session = z
  .strictObject({ day: z.iso.date(), from: Time, to: Time })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "ends-before-it-starts" });
export type Session = z.output<typeof Session>;

export const What = {
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().max(8000),
  place: z.string().trim().max(200).nullable(),
  zone: z.string().max(60).refine(isZone, { error: "choose" }),
  sessions: z.array(Session).min(1, { error: "sessions" }).max(MOST_SESSIONS),
  talkMinutes: z.number().int().min(5).max(240),
  pauseMinutes: z.number().int().min(0).max(120),
  /** Days, to their end in the event's zone; at the latest until it begins. */
  registerUntil: z.iso.date(),
  wishUntil: z.iso.date(),
  onlyMutual: z.boolean(),
  onceForOrganisations: z.boolean(),
  mostTalks: z.number().int().min(1).max(200).nullable(),
  roles: z.array(Role).max(8),
  visibility: z.enum(LEVELS),
  /** Organisations that never hear of it, by their addresses. */
  wall: z.array(Slug).max(200),
};

export interface Wanted {
  title: string;
  text: string;
  place: string | null;
  zone: string;
  sessions: Session[];
  talkMinutes: number;
  pauseMinutes: number;
  registerUntil: string;
  wishUntil: string;
  onlyMutual: boolean;
  onceForOrganisations: boolean;
  mostTalks: number | null;
  roles: string[];
  visibility: (typeof LEVELS)[number];
  wall: string[];
}

export const NewEvent = z.strictObject({
  ...What,
  text: What.text.default(""),
  place: What.place.default(null),
  zone: What.zone.default("Europe/Berlin"),
  pauseMinutes: What.pauseMinutes.default(0),
  onlyMutual: What.onlyMutual.default(false),
  onceForOrganisations: What.onceForOrganisations.default(true),
  mostTalks: What.mostTalks.default(null),
  roles: What.roles.default([]),
  visibility: What.visibility.default("cluster"),
  wall: What.wall.default([]),
  /** How many tables; their names are given later. */
  tables: z.number().int().min(1).max(MOST_TABLES).default(10),
});
export type NewEvent = z.output<typeof NewEvent>;
export const EventChange = z.strictObject(What).partial();

const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema);
const number = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value), schema);
const words = (value: unknown) =>
  typeof value === "string"
    ? value
        .split(/[\n,;]/)
        .map((word) => word.trim())
        .filter(Boolean)
    : value;
const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");

/** Rows of a form as sessions; rows that say nothing are left out. */
export function sessionRows(
  typed: Readonly<Record<string, string | string[]>>,
): Record<keyof Session, string>[] {
  return Array.from({ length: MOST_SESSIONS }, (_, at) => {
    const said = (name: keyof Session) => String(typed[`sessions.${at}.${name}`] ?? "").trim();
    return { day: said("day"), from: said("from"), to: said("to") };
  }).filter((row) => row.day || row.from || row.to);
}

/** As the form sends it. */
export const EventForm = z.object({
  title: What.title,
  text: What.text.default(""),
  place: blank(What.place),
  zone: What.zone,
  sessions: What.sessions,
  talkMinutes: number(What.talkMinutes),
  pauseMinutes: number(blank(What.pauseMinutes.nullable()).transform((minutes) => minutes ?? 0)),
  registerUntil: What.registerUntil,
  wishUntil: What.wishUntil,
  onlyMutual: z.preprocess((value) => value === "on", z.boolean()),
  onceForOrganisations: z.preprocess((value) => value === "on", z.boolean()),
  mostTalks: number(blank(What.mostTalks)),
  roles: z.preprocess(words, What.roles),
  visibility: What.visibility,
  wall: z.preprocess(list, What.wall),
});
export const NewEventForm = EventForm.extend({ tables: number(z.number().int().min(1).max(MOST_TABLES)) });

const Link = z.url({ protocol: /^https?$/, hostname: /.+/ }).max(500);
export const Tables = z
  .array(z.strictObject({ name: z.string().trim().min(1).max(80), link: Link.nullable().default(null) }))
  .min(1)
  .max(MOST_TABLES);
export type Tables = z.output<typeof Tables>;

/** One table a line; an address at the end is where a talk online is held. */
export const tableLines = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const link = /\s(https?:\/\/\S+)$/.exec(` ${line}`)?.[1] ?? null;
      return { name: (link ? line.slice(0, line.length - link.length).trim() : line) || "–", link };
    });

export const NewRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("meet"), roles: z.tuple([Role, Role]) }),
  z.strictObject({ kind: z.literal("apart"), organisations: z.array(Slug).min(2).max(20) }),
]);
export type NewRule = z.output<typeof NewRule>;

export const LIST_WHEN = ["coming", "past", "all"] as const;
const Cursor = z.string().max(400);
export const ListFilter = z.object({
  when: z.enum(LIST_WHEN).catch("coming").default("coming"),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  cursor: Cursor.optional().catch(undefined),
});
export const ListQuery = z.strictObject({
  when: z.enum(LIST_WHEN).default("coming"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: Cursor.optional(),
});

const Instant = z.iso.datetime();
export const EventOut = z.object({
  id: z.uuid(),
  kind: z.literal("matchmaking"),
  title: z.string(),
  text: z.string(),
  place: z.string().nullable(),
  zone: z.string(),
  state: z.enum(STATES),
  /** Who is to act now, and until when. */
  turn: z.object({
    phase: z.string(),
    who: z.enum(["team", "participants", "nobody"]),
    until: Instant.nullable(),
  }),
  startsAt: Instant,
  endsAt: Instant,
  registerUntil: Instant,
  wishUntil: Instant,
  talkMinutes: z.number().int(),
  pauseMinutes: z.number().int(),
  onlyMutual: z.boolean(),
  onceForOrganisations: z.boolean(),
  mostTalks: z.number().int().nullable(),
  roles: z.array(z.string()),
  visibility: z.enum(LEVELS),
  /** As many of those who come as the asker may know of. */
  registrations: z.number().int(),
  registered: z.boolean(),
});
export const EventListOut = z.object({
  items: z.array(EventOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
export const EventDetailOut = EventOut.extend({
  sessions: z.array(Session),
  slots: z.array(z.object({ id: z.uuid(), from: Instant, to: Instant })),
  tables: z.array(z.object({ id: z.uuid(), name: z.string(), link: z.string().nullable() })),
});
export const RuleOut = z.object({
  id: z.uuid(),
  kind: z.enum(["meet", "apart"]),
  roles: z.array(z.string()),
  organisations: z.array(z.object({ slug: z.string(), name: z.string() })),
});
export const RulesOut = z.object({
  items: z.array(RuleOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
