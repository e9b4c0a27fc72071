import { z } from "zod";
import { INTENTS, KINDS, STATES } from "../words.ts";
import type { FileRow } from "./files.ts";
import { REPEATS, type Side } from "./rules.ts";
import { FILE_STEPS, LEVELS, OPEN_STEPS } from "./schema.ts";
import type { Item, Teaser } from "./store.ts";

const Organisation = z.object({ slug: z.string(), name: z.string() });

const Common = {
  id: z.uuid(),
  cluster: z.string(),
  organisation: Organisation,
  kind: z.enum(KINDS),
  intent: z.enum(INTENTS),
  title: z.string(),
  text: z.string(),
  language: z.enum(["en", "de"]),
  competences: z.array(z.string()),
  codes: z.array(z.string()),
  countries: z.array(z.string()),
  place: z.string().nullable(),
  radiusKm: z.number().int().nullable(),
  deadline: z.iso.date().nullable(),
  state: z.enum(STATES),
  visibility: z.enum(LEVELS),
  across: z.boolean(),
  repeats: z.enum(REPEATS).nullable(),
  origin: z.string(),
  originNote: z.string().nullable(),
  /** The team wrote it down, and the member has not said yes to it yet. */
  waits: z.boolean(),
  openedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  closedBecause: z.string().nullable(),
  version: z.number().int(),
};

/** A need or an offer as programs get it. */
export const ItemOut = {
  need: z.object({ ...Common, step: z.enum(OPEN_STEPS), mediated: z.boolean() }),
  offer: z.object({ ...Common, availableFrom: z.iso.date().nullable() }),
} satisfies Record<Side, z.ZodType>;

export const FileOut = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  fromStep: z.enum(FILE_STEPS),
});

/** With what only its own page says: what is told after an agreement, the files; the wall and the teaser to its own people. */
const More = {
  detail: z.string(),
  files: z.array(FileOut),
  wall: z.array(z.string()),
};
export const ItemPageOut = {
  need: ItemOut.need.extend({
    ...More,
    reads: z.enum(["named", "agreed", "full"]),
    teaser: z.string(),
    secrecy: z.string(),
  }),
  offer: ItemOut.offer.extend({ ...More, reads: z.literal("full") }),
} satisfies Record<Side, z.ZodType>;

export const TeaserOut = z.object({
  id: z.uuid(),
  reads: z.literal("teaser"),
  kind: z.enum(KINDS),
  intent: z.enum(INTENTS),
  text: z.string(),
  language: z.enum(["en", "de"]),
  competences: z.array(z.string()),
  /** The month, as in `2026-11`. */
  since: z.string(),
  deadline: z.iso.date().nullable(),
});

export const listOut = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });

export const presentItem = (item: Item, waits: boolean) => ({
  id: item.id,
  cluster: item.clusterSlug,
  organisation: { slug: item.organisationSlug, name: item.organisationName },
  kind: item.kind,
  intent: item.intent,
  title: item.title,
  text: item.text,
  language: item.language,
  competences: item.competences,
  codes: item.codes,
  countries: item.countries,
  place: item.place,
  radiusKm: item.radiusKm,
  deadline: item.deadline,
  state: item.state,
  visibility: item.visibility,
  across: item.across,
  repeats: item.repeats,
  origin: item.origin,
  originNote: item.originNote,
  waits,
  openedAt: item.openedAt?.toISOString() ?? null,
  updatedAt: item.updatedAt.toISOString(),
  closedAt: item.closedAt?.toISOString() ?? null,
  closedBecause: item.closedBecause,
  version: item.version,
  ...(item.side === "need"
    ? { step: item.step, mediated: item.mediated }
    : { availableFrom: item.availableFrom }),
});

export const presentFile = ({ id, name, type, size, fromStep }: FileRow) => ({
  id,
  name,
  type,
  size,
  fromStep,
});

export const presentTeaser = (teaser: Teaser): z.infer<typeof TeaserOut> => ({
  id: teaser.needId,
  reads: "teaser",
  kind: teaser.kind,
  intent: teaser.intent,
  text: teaser.text,
  language: teaser.language,
  competences: teaser.competences,
  since: teaser.since.slice(0, 7),
  deadline: teaser.deadline,
});
