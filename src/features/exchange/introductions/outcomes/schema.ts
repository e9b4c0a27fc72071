import { z } from "zod";
import { OUTCOMES } from "../words.ts";

const Note = z.string().trim().max(1000);
const Programme = z.string().trim().min(1).max(200);
const MOST_CENTS = 100_000_000_000_000;

export const OutcomeBody = z.strictObject({
  kind: z.enum(OUTCOMES),
  happenedOn: z.iso.date().nullable().default(null),
  note: Note.default(""),
  /** In confidence: the two alone read it. */
  cents: z.number().int().min(1).max(MOST_CENTS).nullable().default(null),
  sums: z.boolean().default(false),
  programmes: z.array(Programme).max(20).default([]),
});

/** "12500", "12 500,50" and "12,500.50" are the same sum said by different people. */
export function centsOf(typed: string): number | null {
  const plain = typed.replaceAll(/[\s€'’]/g, "");
  const found = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  const cents = Number(found[1]!.replaceAll(/[.,]/g, "")) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return cents >= 1 && cents <= MOST_CENTS ? cents : null;
}

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const on = z.preprocess((value) => value === "on", z.boolean());

export const OutcomeForm = z.object({
  kind: z.enum(OUTCOMES),
  happenedOn: z.preprocess(blank, z.iso.date().nullable()),
  note: z.preprocess((value) => value ?? "", Note),
  cents: z.preprocess(blank, z.string().max(20).nullable()).transform((typed, check) => {
    if (typed === null) return null;
    const cents = centsOf(typed);
    if (cents !== null) return cents;
    check.addIssue({ code: "custom", message: "value" });
    return z.NEVER;
  }),
  sums: on,
  programmes: z.preprocess(
    (value) =>
      String(value ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    z.array(Programme).max(20),
  ),
});

export const ConfirmBody = z.strictObject({ sums: z.boolean().default(false) });
export const ConfirmForm = z.object({ sums: on });
export const ClaimBody = z.strictObject({ programme: Programme });
export const ClaimForm = z.object(ClaimBody.shape);
export const LinkBody = z.strictObject({ link: z.boolean() });
export const LinkForm = z.object({ link: z.enum(["yes", "no"]).transform((typed) => typed === "yes") });

const year = z.coerce.number().int().min(2000).max(2100);
export const FiguresFilter = z.object({
  year: year.optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
});
export const FiguresQuery = z.strictObject({ year: year.optional() });
