import { z } from "zod";
import { type Mapping, ROLES } from "../mapping/roles.ts";
import type { About, Bringing } from "./store.ts";

/** What columns mean and what the data are, as a program says it; what is left out stays as it was guessed. */
export const Mapped = z.strictObject({
  columns: z.array(z.enum(ROLES)).max(2000),
  decimal: z.enum([".", ","]).optional(),
  blank: z.enum(["missing", "secret"]).optional(),
  secret: z.array(z.string().max(20)).max(40).optional(),
  missing: z.array(z.string().max(20)).max(40).optional(),
  estimated: z.array(z.string().max(20)).max(40).optional(),
  negative: z.boolean().optional(),
  lenient: z.boolean().optional(),
  regionList: z.string().max(40).nullable().optional(),
  activityList: z.string().max(40).nullable().optional(),
  regionBy: z.string().max(80).nullable().optional(),
  activityBy: z.string().max(80).nullable().optional(),
  fromList: z.string().max(40).nullable().optional(),
  toList: z.string().max(40).nullable().optional(),
  title: z
    .strictObject({ en: z.string().max(200).optional(), de: z.string().max(200).optional() })
    .optional(),
  source: z.string().max(400).optional(),
  licence: z.string().max(200).optional(),
  credit: z.string().max(400).optional(),
  visibility: z.enum(["public", "peers", "cluster"]).optional(),
  measure: z.strictObject({ label: z.string().max(100), unit: z.string().max(60) }).optional(),
});

export const MappedInPart = Mapped.partial({ columns: true });

export function mappedAs(
  { about }: Pick<Bringing, "about">,
  mapping: Mapping,
  { title, source, licence, credit, visibility, measure, ...how }: z.output<typeof MappedInPart>,
): { mapping: Mapping; about: About } {
  const said = <T extends object>(values: T) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return {
    mapping: { ...mapping, ...said(how) },
    about: { ...about, ...said({ title, source, licence, credit, visibility, measure }) },
  };
}
