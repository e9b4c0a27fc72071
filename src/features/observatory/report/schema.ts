import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { FIGURE_KEYS } from "./catalogue.ts";
import { LEVELS, SECTION_KINDS } from "./words.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const ReportPath = ClusterPath.extend({ report: slug.max(60) });
export const SectionPath = ReportPath.extend({ section: z.uuid() });
export const StoryPath = ReportPath.extend({ story: z.uuid() });
export const VersionPath = ReportPath.extend({ version: z.coerce.number().int().min(1).max(10_000) });

const version = z.coerce.number().int().min(1).max(10_000);
const FORMATS = ["csv", "xlsx"] as const;
export const FormatQuery = z.object({ format: z.enum(FORMATS).optional().catch(undefined) });
export const VersionQuery = z.object({ version: version.optional().catch(undefined) });
export const AnnexQuery = VersionQuery.extend({ format: z.enum(FORMATS).catch("csv") });
export const DocumentQuery = VersionQuery.extend({
  locale: z.enum(["en", "de"]).optional().catch(undefined),
});
export const CompareQuery = z.object({
  a: version.optional().catch(undefined),
  b: version.optional().catch(undefined),
});

const day = z.iso
  .date({ error: "not-a-date" })
  .refine((text) => text >= "1990-01-01" && text <= "2100-12-31", { error: "out-of-time" });

const title = (most: number) => z.string().trim().min(1).max(most);
const titles = (most: number) => z.strictObject({ en: title(most), de: title(most) });
const text = z
  .string()
  .max(20_000)
  .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
  .default("");
const texts = z.strictObject({ en: text, de: text });

const MOST_DAYS = 5 * 366;
const period = {
  periodFrom: day,
  periodTo: day,
};
const inOrder = <T extends z.ZodType<{ periodFrom: string; periodTo: string }>>(schema: T) =>
  schema
    .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, {
      path: ["periodTo"],
      error: "ends-before-it-starts",
    })
    .refine(
      ({ periodFrom, periodTo }) => Date.parse(periodTo) - Date.parse(periodFrom) <= MOST_DAYS * 86_400_000,
      { path: ["periodTo"], error: "too-long-a-time" },
    );

export const ReportIn = inOrder(
  z.strictObject({ title: titles(160), ...period, visibility: z.enum(LEVELS).default("public") }),
);
export type ReportIn = z.infer<typeof ReportIn>;

const revision = z.coerce.number().int().min(1).max(1_000_000);
/** Whoever changes something says which revision they have before them. */
export const DraftIn = inOrder(
  z.strictObject({ title: titles(160), ...period, visibility: z.enum(LEVELS), revision }),
);
export type DraftIn = z.infer<typeof DraftIn>;

export const NewSectionIn = z.strictObject({ kind: z.enum(SECTION_KINDS) });
export const SectionIn = z.strictObject({
  title: titles(160),
  text: texts,
  figures: z.array(z.enum(FIGURE_KEYS as [(typeof FIGURE_KEYS)[number], ...typeof FIGURE_KEYS])).max(60),
  revision,
});
export type SectionIn = z.infer<typeof SectionIn>;

/** `organisation` is the last word of its address. */
export const StoryIn = z.strictObject({
  title: titles(160),
  text: texts,
  organisation: slug.max(120).nullable().default(null),
  revision,
});
export type StoryIn = z.infer<typeof StoryIn>;
export const NewStoryIn = StoryIn.omit({ revision: true });
export type NewStoryIn = z.infer<typeof NewStoryIn>;

export const MoveIn = z.strictObject({ direction: z.enum(["up", "down"]) });
/** With `publish` it is out as soon as it is made. */
export const FreezeIn = z.strictObject({ on: day, publish: z.boolean().default(false) });
export type FreezeIn = z.infer<typeof FreezeIn>;
