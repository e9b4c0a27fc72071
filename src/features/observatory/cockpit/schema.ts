import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { ChartParam } from "../../../ui/index.ts";
import { DIRECTIONS, FIELDS, UNITS } from "./words.ts";

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

export const IndicatorPath = ClusterPath.extend({ indicator: slug });
export const EntryPath = IndicatorPath.extend({ entry: z.uuid() });
export const SetPath = ClusterPath.extend({ set: slug });
export const DocumentPath = ClusterPath.extend({ document: z.uuid() });

const FORMATS = ["csv", "xlsx"] as const;
export const SetQuery = z.object({
  set: slug.optional().catch(undefined),
  format: z.enum(FORMATS).optional().catch(undefined),
});
/** Pages with a picture. */
export const ChartQuery = SetQuery.extend({ chart: ChartParam });
export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).optional().catch(undefined) });

/** Spreadsheets and people write numbers with a comma. */
const typedNumber = z
  .string()
  .trim()
  .max(20)
  .regex(/^-?\d+([.,]\d+)?$/, { error: "not-a-number" })
  .transform((text) => Number(text.replace(",", ".")));

const link = z.url({ protocol: /^https?$/, error: "not-a-url" }).max(500);

const note = z.string().trim().max(2000);
const day = z.iso.date({ error: "not-a-date" });
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    schema.optional(),
  );

/** As a page sends it. */
export const TypedEntry = z.object({
  value: optional(typedNumber),
  yes: optional(z.enum(["yes", "no"])),
  saidOn: day,
  note: note.default(""),
  url: optional(z.string().trim().pipe(link)),
});

/** As a program sends it. */
export const EntryIn = z.strictObject({
  /** A number, a share in percent, 1 for yes and 0 for no; left out where the day is what is said. */
  value: z.number().finite().optional(),
  saidOn: day,
  note: note.default(""),
  url: link.optional(),
});
export type EntryIn = z.infer<typeof EntryIn>;

const texts = (most: number) =>
  z.strictObject({ en: z.string().trim().min(1).max(most), de: z.string().trim().min(1).max(most) });

const IndicatorIn = z.strictObject({
  key: slug,
  field: z.enum(FIELDS),
  unit: z.enum(UNITS),
  threshold: z.number().min(0).max(1_000_000),
  /** Of numbers and shares; at least, unless said. */
  direction: z.enum(DIRECTIONS).optional(),
  name: texts(120),
  text: texts(600),
  hidden: z.boolean().default(false),
});

export const SetIn = z.strictObject({
  title: texts(120),
  indicators: z
    .array(IndicatorIn)
    .min(1)
    .max(80)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { error: "twice" })
    .refine((all) => all.some(({ hidden }) => !hidden), { error: "all-hidden" }),
  note: z.string().trim().max(1000).default(""),
});
export type SetIn = z.infer<typeof SetIn>;

const Texts = z.object({ en: z.string(), de: z.string() });
const Instant = z.iso.datetime();

const StandingOut = z.object({
  key: z.string(),
  field: z.enum(FIELDS),
  name: Texts,
  text: Texts,
  unit: z.enum(UNITS),
  threshold: z.number(),
  direction: z.enum(DIRECTIONS),
  how: z.enum(["computed", "entered"]).nullable(),
  value: z.number().nullable(),
  reached: z.boolean().nullable(),
  on: z.string().nullable(),
  part: z.number().int().nullable(),
  whole: z.number().int().nullable(),
  /** How much lacks to the threshold, in the value's unit. */
  lacks: z.number(),
  invented: z.boolean(),
});

const SetHead = z.object({
  slug: z.string(),
  version: z.number().int(),
  title: Texts,
  about: Texts,
  shipped: z.boolean(),
  copiedFrom: z.string().nullable(),
});

export const CockpitOut = z.object({
  set: SetHead,
  computedAt: Instant.nullable(),
  reached: z.number().int(),
  missed: z.number().int(),
  unknown: z.number().int(),
  total: z.number().int(),
  indicators: z.array(StandingOut),
  months: z.array(
    z.object({
      month: z.string(),
      version: z.number().int(),
      reached: z.number().int(),
      total: z.number().int(),
    }),
  ),
});

const EntryOut = z.object({
  id: z.string(),
  value: z.number().nullable(),
  saidOn: z.string(),
  note: z.string(),
  url: z.string().nullable(),
  fileName: z.string().nullable(),
  invented: z.boolean(),
  enteredBy: z.string().nullable(),
  enteredAt: Instant,
  withdrawnAt: Instant.nullable(),
});

const EvidenceOut = z.object({
  kind: z.string(),
  id: z.string().nullable(),
  name: z.string().nullable(),
  organisation: z.object({ slug: z.string(), name: z.string() }).nullable(),
  on: z.string().nullable(),
  mark: z.string().nullable(),
  counts: z.boolean(),
});

export const IndicatorOut = StandingOut.extend({
  computedAt: Instant.nullable(),
  inputs: z.record(z.string(), z.unknown()),
  /** Its records are read one by one by those who run the cluster. */
  innerOnly: z.boolean(),
  evidence: z.array(EvidenceOut),
  months: z.array(z.object({ month: z.string(), value: z.number(), kept: z.boolean() })),
  entries: z.array(EntryOut),
  /** Who of the team can be asked to add to it. */
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), office: z.string() })),
});
export const AskIn = z.strictObject({ person: z.uuid() });

export const SetOut = SetHead.extend({
  madeAt: Instant.nullable(),
  indicators: z.array(IndicatorIn.extend({ name: Texts, text: Texts })),
  versions: z.array(z.object({ version: z.number().int(), madeAt: Instant, note: z.string() })),
});
export const SetsOut = z.object({ items: z.array(SetHead) });

export const DocumentIn = z.strictObject({
  set: slug.default("excellence"),
  locale: z.enum(["en", "de"]).default("en"),
});
const DocumentOut = z.object({
  id: z.string(),
  set: z.string(),
  version: z.number().int(),
  locale: z.enum(["en", "de"]),
  state: z.enum(["waiting", "done", "failed"]),
  askedAt: Instant,
  madeAt: Instant.nullable(),
  pages: z.number().int().nullable(),
  checksum: z.string().nullable(),
});
export const DocumentsOut = z.object({ items: z.array(DocumentOut) });
export const MadeOut = z.object({ id: z.string() });
