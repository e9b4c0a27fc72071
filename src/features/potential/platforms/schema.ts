import { z } from "zod";
import { AREAS, LEVELS, PROCESSES, SCALES, SIDES } from "./words.ts";

const Url = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .nullable();

export const PlatformValues = z.strictObject({
  name: z.string().trim().min(1).max(120),
  text: z.string().trim().max(1000).default(""),
  url: Url.default(null),
  provider: z.string().trim().max(120).default(""),
  area: z.enum(AREAS),
  level: z.enum(LEVELS),
  scale: z.enum(SCALES),
  side: z.enum(SIDES),
  common: z.boolean().default(false),
});
export type PlatformValues = z.infer<typeof PlatformValues>;

export const UseValues = z.strictObject({
  process: z.enum(PROCESSES),
  since: z.iso.date().nullable().default(null),
  /** `organisation`: that one uses it stays in the house. */
  visibility: z.enum(["public", "peers", "cluster", "organisation"]).default("cluster"),
  /** Working days to leave the platform; for one's own eyes. */
  days: z.number().int().min(0).max(100_000).nullable().default(null),
});
export type UseValues = z.infer<typeof UseValues>;
