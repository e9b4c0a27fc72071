/** What a profile is made of. Each part counts once, however many items it has. */
export const PARTS = [
  "description",
  "industries",
  "competences",
  "products",
  "people",
  "logo",
  "address",
  "website",
  "size",
  "languages",
  "proof",
] as const;
export type Part = (typeof PARTS)[number];

/**
 * How much each part weighs: what brings partners to a page (what it does and what it can) weighs most, then whom to ask, then the
 * public identity, then what rounds it off. `proof` is a certificate or a machine: what can be looked at.
 */
export const WEIGHTS: Readonly<Record<Part, number>> = {
  description: 15,
  competences: 15,
  products: 15,
  industries: 10,
  people: 10,
  logo: 10,
  address: 5,
  website: 5,
  size: 5,
  languages: 5,
  proof: 5,
};

/** Parts that an organisation of this kind is not expected to have. */
const NOT_FOR: Readonly<Record<string, readonly Part[]>> = {
  authority: ["products", "size", "proof"],
  development: ["products", "size", "proof"],
  association: ["size", "proof"],
  finance: ["proof"],
  service: ["proof"],
  inventor: ["size", "proof", "logo"],
};

export interface Completeness {
  /** From 0 to 100, of what counts for its kind. */
  percent: number;
  missing: Part[];
}

/** How complete a profile is: the weights of what is there over the weights of all that its kind should have. */
export function completeness(kind: string, has: Readonly<Record<Part, boolean>>): Completeness {
  const expected = PARTS.filter((part) => !NOT_FOR[kind]?.includes(part));
  const weight = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + WEIGHTS[part], 0);
  const missing = expected.filter((part) => !has[part]).sort((a, b) => WEIGHTS[b] - WEIGHTS[a]);
  const all = weight(expected);
  return { percent: Math.round((100 * (all - weight(missing))) / all), missing };
}

/** What there is, from the fields that have items and the public identity. */
export function partsOf(from: {
  fields: ReadonlySet<string>;
  /** Derived from projects; they count as well as stated ones. */
  derivedCompetences: boolean;
  industries: readonly string[];
  city: string | null;
  country: string | null;
  url: string | null;
  sizeClass: string | null;
  logo: boolean;
}): Record<Part, boolean> {
  const { fields } = from;
  return {
    description: fields.has("description"),
    industries: fields.has("industries") || from.industries.length > 0,
    competences: fields.has("competences") || from.derivedCompetences,
    products: fields.has("products"),
    people: fields.has("people") || fields.has("contact"),
    languages: fields.has("languages"),
    proof: fields.has("certificates") || fields.has("machines"),
    logo: from.logo,
    address: Boolean(from.city && from.country),
    website: Boolean(from.url),
    size: Boolean(from.sizeClass),
  };
}
