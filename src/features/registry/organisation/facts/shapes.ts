import { z } from "zod";
import { industryOf } from "../vocabulary/industries.ts";
import { isLanguage, languageName } from "../vocabulary/languages.ts";

/** What a cluster may know of an organisation beyond its public identity; of most fields there can be several items. */
export const FIELDS = [
  "description",
  "industries",
  "competences",
  "products",
  "capacity",
  "certificates",
  "machines",
  "people",
  "contact",
  "languages",
  "staff",
  "turnover",
  "interests",
] as const;
export type FactField = (typeof FIELDS)[number];
export const isFactField = (text: string): text is FactField => FIELDS.includes(text as FactField);

const text = (most: number) => z.string().trim().min(1).max(most);
const Url = z.url({ protocol: /^https?$/, error: "not-a-url" }).max(500);
const Year = z.number().int().min(1900).max(2100);

const Words = z.strictObject({ value: text(8000) });

/** The shape of one item by its field. Strict: page, API, import and export all go through it, and nothing else is kept. */
const SHAPES = {
  description: Words,
  capacity: Words,
  contact: Words,
  staff: Words,
  turnover: Words,
  interests: Words,
  industries: z.strictObject({
    code: z.string().refine((code) => industryOf(code) !== undefined, "not-a-nace"),
    /** Follows from the code and may be left out. */
    value: text(400).optional(),
  }),
  competences: z.strictObject({
    value: text(120),
    /** Of EuroSciVoc, of ESCO or of the cluster's own words; found by the value where it is left out. */
    code: text(160).optional(),
  }),
  products: z.strictObject({
    value: text(300),
    detail: z.strictObject({ text: text(4000).optional(), url: Url.optional() }).optional(),
  }),
  certificates: z.strictObject({
    value: text(300),
    validUntil: z.iso.date().nullish(),
    detail: z.strictObject({ number: text(120).optional(), issuer: text(200).optional() }).optional(),
  }),
  machines: z.strictObject({
    value: text(300),
    detail: z
      .strictObject({
        maker: text(200).optional(),
        model: text(200).optional(),
        count: z.number().int().min(1).max(100_000).optional(),
        year: Year.optional(),
      })
      .optional(),
  }),
  people: z.strictObject({
    value: text(200),
    detail: z
      .strictObject({
        title: text(200).optional(),
        email: z.email().max(254).optional(),
        phone: text(60).optional(),
      })
      .optional(),
  }),
  languages: z.strictObject({
    code: z.string().refine(isLanguage, "not-a-language"),
    value: text(100).optional(),
  }),
} satisfies Record<FactField, z.ZodObject>;

export type Shapes = typeof SHAPES;

/** The strict shape of an item: `{ value, code?, validUntil?, detail? }` as far as its field has them. */
export const factShape = <F extends FactField>(field: F): Shapes[F] => SHAPES[field];

/** What an item says, in the columns of its row. */
export interface FactValues {
  value: string;
  code: string | null;
  validUntil: string | null;
  detail: Record<string, string | number> | null;
}

/** An item of its shape as the columns it is kept in. The title of a code follows from the code, whatever was sent with it. */
export function factValues(field: FactField, item: z.output<Shapes[FactField]>): FactValues {
  const { value, code, validUntil, detail } = item as Partial<FactValues>;
  const said =
    field === "industries"
      ? industryOf(code!)!.title
      : field === "languages"
        ? languageName(code!, "en")
        : value;
  return {
    value: said!,
    code: code ?? null,
    validUntil: validUntil ?? null,
    detail: detail && Object.keys(detail).length > 0 ? detail : null,
  };
}

/** The other way round: a row as an item of its shape, for programs and exports. */
export function factItem(row: FactValues): {
  value: string;
  code?: string;
  validUntil?: string;
  detail?: FactValues["detail"];
} {
  return {
    value: row.value,
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.validUntil === null ? {} : { validUntil: row.validUntil }),
    ...(row.detail === null ? {} : { detail: row.detail }),
  };
}
