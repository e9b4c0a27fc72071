import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import { Slug } from "../schema.ts";
import { industryOf } from "../vocabulary/industries.ts";
import { languageCalled } from "../vocabulary/languages.ts";
import { type FactField, FIELDS, factShape } from "./shapes.ts";

/** Groups come with rooms; until then a fact is for one of these. */
export const FACT_LEVELS = ["public", "peers", "cluster", "organisation", "private"] as const;
export type FactLevel = (typeof FACT_LEVELS)[number];

const Wall = z.array(Slug).max(200);
export const Version = z.coerce.number().int().min(1);
const Tongue = z.enum(["en", "de"]).nullish();

const about = {
  language: Tongue,
  /** Left out, it is what the organisation chose for the field. */
  visibility: z.enum(FACT_LEVELS).optional(),
  /** Organisations that never see it, by their addresses. */
  wall: Wall.default([]),
};

const withField = <F extends FactField>(field: F) =>
  factShape(field).extend({ field: z.literal(field), ...about });

/** A new item: strict in every field, each with a shape of its own. */
export const NewFact = z.discriminatedUnion("field", [
  withField("description"),
  withField("industries"),
  withField("competences"),
  withField("products"),
  withField("capacity"),
  withField("certificates"),
  withField("machines"),
  withField("people"),
  withField("contact"),
  withField("languages"),
  withField("staff"),
  withField("turnover"),
  withField("interests"),
]);
export type NewFact = z.output<typeof NewFact>;

/** The version that was read comes back with the change, so that nobody writes over what they have not seen. */
export const FactChange = z.strictObject({
  version: Version,
  value: z.string().trim().min(1).max(8000).optional(),
  code: z.string().trim().min(1).max(160).optional(),
  validUntil: z.iso.date().nullish(),
  /** Replaces the whole of it; its shape is that of the fact's field. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
  language: Tongue,
  visibility: z.enum(FACT_LEVELS).optional(),
  wall: Wall.optional(),
});

const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");
const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const orNull = (value: unknown) => blank(value) ?? null;

const FormAbout = z.object({
  field: z.enum(FIELDS),
  language: z.preprocess(orNull, Tongue),
  visibility: z.enum(FACT_LEVELS),
  wall: z.preprocess(list, Wall),
  version: Version.optional(),
});

/** The names under which a form sends the parts of `detail`. */
export const DETAILS = {
  products: ["text", "url"],
  certificates: ["number", "issuer"],
  machines: ["maker", "model", "count", "year"],
  people: ["title", "email", "phone"],
} as const satisfies Partial<Record<FactField, readonly string[]>>;

const NUMBERS = ["count", "year"];

/** A form's text in the shape of an item: what is empty is left out, figures are numbers, a name stands for its code. */
function itemOf(field: FactField, typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value = blank(typed.value);
  const word = typeof value === "string" ? value.trim() : undefined;
  const code = blank(typed.code);
  if (field === "industries")
    return { code: code ?? (word && (industryOf(word.toUpperCase())?.code ?? word)) };
  if (field === "languages") return { code: code ?? (word && (languageCalled(word) ?? word)) };
  if (field === "competences") return { value: value ?? code, ...(code === undefined ? {} : { code }) };
  const names: readonly string[] = field in DETAILS ? DETAILS[field as keyof typeof DETAILS] : [];
  const detail = Object.fromEntries(
    names.flatMap((name) => {
      const one = blank(typed[name]);
      return one === undefined
        ? []
        : [[name, NUMBERS.includes(name) ? Number(String(one).replace(",", ".")) : one]];
    }),
  );
  return {
    value,
    ...(Object.keys(detail).length > 0 ? { detail } : {}),
    ...(field === "certificates" ? { validUntil: orNull(typed.validUntil) } : {}),
  };
}

export type FactForm = z.output<typeof FormAbout> & { item: z.output<ReturnType<typeof factShape>> };

/** What a form sent, or what is wrong with it by the names of its fields. */
export function readFactForm(
  typed: Readonly<Record<string, string | string[]>>,
): { success: true; data: FactForm } | { success: false; error: z.ZodError } {
  const around = FormAbout.safeParse(typed);
  const field = z.enum(FIELDS).safeParse(typed.field);
  const item = field.success ? factShape(field.data).safeParse(itemOf(field.data, typed)) : null;
  if (around.success && item?.success) return { success: true, data: { ...around.data, item: item.data } };
  return {
    success: false,
    error: new z.ZodError([
      ...(around.error?.issues ?? []),
      // In the form the parts of `detail` stand beside the others.
      ...(item?.error?.issues ?? []).map((issue) => ({
        ...issue,
        path: issue.path[0] === "detail" ? issue.path.slice(1) : issue.path,
      })),
    ]),
  };
}

export const FactPath = ClusterPath.extend({ slug: Slug, id: z.uuid() });
