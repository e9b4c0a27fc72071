import { z } from "zod";
import { ClusterPath } from "../../../access/cluster-path.ts";
import { ORGANISATION_KINDS } from "./words.ts";

export const NeedPath = ClusterPath.extend({ need: z.uuid() });

const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");
const number = (most: number) =>
  z.preprocess((value) => (value === "" ? undefined : value), z.coerce.number().min(0).max(most).optional());

const shape = {
  least: number(20),
  most: number(20),
  countries: number(20),
  regions: number(20),
  /** In hundredths. */
  sme: number(100),
  /** Kinds of which there has to be one at least. */
  kind: z.preprocess(list, z.array(z.enum(ORGANISATION_KINDS)).max(8)),
  /** The most all together may cost, in euros, by what each usually had of a project. */
  budget: number(1_000_000_000),
  /** No two firms of one industry. */
  rivals: z.preprocess((value) => value === "on" || value === "true", z.boolean()),
  /** Further words to cover, besides those of the need. */
  words: z.string().trim().max(400),
  with: z.preprocess(list, z.array(Slug).max(20)),
  without: z.preprocess(list, z.array(Slug).max(60)),
};

/** What a page's address says; an odd one says nothing. */
export const TeamQuery = z.object({
  least: shape.least.catch(undefined),
  most: shape.most.catch(undefined),
  countries: shape.countries.catch(undefined),
  regions: shape.regions.catch(undefined),
  sme: shape.sme.catch(undefined),
  kind: shape.kind.catch([]),
  budget: shape.budget.catch(undefined),
  rivals: shape.rivals.catch(false),
  words: shape.words.catch(""),
  with: shape.with.catch([]),
  without: shape.without.catch([]),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export type TeamQuery = z.infer<typeof TeamQuery>;

export const TeamApiQuery = z.strictObject({ ...shape, words: shape.words.default("") });

const Rule = z.object({ name: z.string(), rule: z.string(), isMet: z.boolean(), sentence: z.string() });
export const TeamOut = z.object({
  keepsRules: z.boolean(),
  /** Covered share of what is asked for. */
  value: z.number(),
  /** At least this share of the best possible team; `null` where no team keeps the rules. */
  share: z.number().nullable(),
  optimal: z.boolean(),
  rules: z.array(Rule),
  conflict: z.array(z.string()).nullable(),
  covered: z.array(z.object({ competence: z.string(), code: z.string(), covered: z.number() })),
  partners: z.array(
    z.object({
      organisation: z.object({ slug: z.string(), name: z.string() }),
      contribution: z.number(),
      competences: z.array(z.object({ competence: z.string(), strength: z.number(), only: z.boolean() })),
      /** Names of the rules that break without this partner. */
      serves: z.array(z.string()),
      alternatives: z.array(z.object({ slug: z.string(), name: z.string(), value: z.number() })),
    }),
  ),
});
