import { z } from "zod";
import { INTENTS, KINDS, STATES } from "../words.ts";

const listed = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");

/** Tolerant: an odd value in the address is left out, and the page still shows. */
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => listed(value).filter((one) => values.includes(one as string)),
    z.array(z.enum(values)),
  );
const strictly = <T extends z.ZodType>(schema: T) => z.preprocess(listed, z.array(schema).max(20));

/** When it ends: within a month, within a quarter, later, never, or its day is over. */
export const ENDS = ["month", "quarter", "later", "open-ended", "over"] as const;
export const SORTS = ["-opened", "opened", "deadline", "title"] as const;

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const Code = z.string().min(1).max(160);
const Words = z.string().trim().max(200);
const Cursor = z.string().max(400);

export interface Filter {
  kind: readonly string[];
  intent: readonly string[];
  state: readonly string[];
  competence: readonly string[];
  ends: readonly string[];
  organisation?: string | undefined;
  query?: string | undefined;
  /** Those of the organisation acted for, drafts included. */
  own: boolean;
  sort: (typeof SORTS)[number];
}

/** As a page's address says it. */
export const PageFilter = z.object({
  kind: several(KINDS),
  intent: several(INTENTS),
  state: several(STATES),
  competence: z.preprocess((value) => listed(value).slice(0, 20), z.array(Code)).catch([]),
  ends: several(ENDS),
  organisation: Slug.optional().catch(undefined),
  query: Words.optional().catch(undefined),
  own: z.literal("yes").optional().catch(undefined),
  /** The needs whose owner is not told. */
  names: z.literal("without").optional().catch(undefined),
  sort: z.enum(SORTS).catch("-opened"),
  view: z.enum(["cards", "table"]).catch("cards"),
  cursor: Cursor.optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export type PageFilter = z.output<typeof PageFilter>;

/** As a program says it: what is not understood is refused. */
export const ApiFilter = z.strictObject({
  kind: strictly(z.enum(KINDS)),
  intent: strictly(z.enum(INTENTS)),
  state: strictly(z.enum(STATES)),
  competence: strictly(Code),
  ends: strictly(z.enum(ENDS)),
  organisation: Slug.optional(),
  query: Words.optional(),
  own: z.enum(["yes", "no"]).default("no"),
  sort: z.enum(SORTS).default("-opened"),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What a page shows when its address asks for no state: what can still be answered. */
export const LIVE: readonly string[] = ["open", "in-talks"];
