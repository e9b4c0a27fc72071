import { z } from "zod";
import { ClusterPath } from "../../../../access/cluster-path.ts";
import { INNER_SPACE } from "../rules.ts";
import { blank, Day } from "../schema.ts";

const Name = z.string().trim().min(1).max(80);
const Votes = z.coerce.number().int().min(0).max(1000);
const Benefit = z.string().trim().min(1).max(200);

const Fields = {
  nameEn: Name,
  nameDe: Name,
  position: z.coerce.number().int().min(0).max(1000).default(0),
  votesDirect: Votes.default(0),
  votesIndirect: Votes.default(0),
  benefits: z.array(Benefit).max(50),
  inherited: z.array(Benefit).max(50),
  /** From when these terms hold; a level changed today is not changed yesterday. */
  since: Day.optional(),
};
const handsDownItsOwn = (level: { benefits: string[]; inherited: string[] }) =>
  level.inherited.every((one) => level.benefits.includes(one));

/** A level as programs write it. */
export const LevelBody = z
  .strictObject(Fields)
  .refine(handsDownItsOwn, { path: ["inherited"], error: "not-a-benefit" });
export type LevelBody = z.output<typeof LevelBody>;

const lines = z.preprocess(
  (value) =>
    typeof value === "string"
      ? [
          ...new Set(
            value
              .split(/\r?\n/)
              .map((line) => line.trim())
              .filter((line) => line && line !== INNER_SPACE),
          ),
        ]
      : [],
  z.array(Benefit).max(50),
);
const ticked = z.preprocess((value) => value === "on" || value === "true", z.boolean());

/** As the form sends it: the house's own benefit is a tick of its own. */
export const LevelForm = z
  .object({
    ...Fields,
    position: blank(Fields.position),
    votesDirect: blank(Fields.votesDirect),
    votesIndirect: blank(Fields.votesIndirect),
    since: blank(Fields.since),
    benefits: lines,
    inherited: lines,
    inner: ticked,
    innerInherited: ticked,
  })
  .refine(handsDownItsOwn, { path: ["inherited"], error: "not-a-benefit" })
  .refine((level) => level.inner || !level.innerInherited, { path: ["innerInherited"], error: "not-inner" })
  .transform(
    ({ inner, innerInherited, ...level }): LevelBody => ({
      ...level,
      benefits: [...(inner ? [INNER_SPACE] : []), ...level.benefits],
      inherited: [...(innerInherited ? [INNER_SPACE] : []), ...level.inherited],
    }),
  );

const Cents = z.number().int().min(0).max(100_000_000_000);
const Dues = { nameEn: Name, nameDe: Name, note: z.string().trim().max(400).nullish() };
export const DuesBody = z.strictObject({
  ...Dues,
  position: Fields.position,
  amountCents: Cents,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
});
export type DuesBody = z.output<typeof DuesBody>;

export const DuesForm = z
  .object({
    ...Dues,
    position: blank(Fields.position),
    note: blank(Dues.note),
    amount: z.preprocess(
      (value) =>
        typeof value === "string" && value.trim() !== ""
          ? Number(
              value
                .replace(/\s/g, "")
                .replace(/\.(?=\d{3}(\D|$))/g, "")
                .replace(",", "."),
            )
          : undefined,
      z.number().min(0).max(1_000_000_000),
    ),
  })
  .transform(
    ({ amount, ...dues }): DuesBody => ({
      ...dues,
      amountCents: Math.round(amount * 100),
      currency: "EUR",
    }),
  );

export const LevelPath = ClusterPath.extend({ level: z.uuid() });
export const DuesPath = ClusterPath.extend({ dues: z.uuid() });
export const AssignForm = z.object({ role: z.string().max(20), level: z.uuid() });

export const SettingsBody = z.strictObject({
  takesApplications: z.boolean(),
  membersRenew: z.boolean(),
  endsUnrenewed: z.boolean(),
});
export const SettingsForm = z.object({
  takesApplications: ticked,
  membersRenew: ticked,
  endsUnrenewed: ticked,
});

export const LevelOut = z.object({
  id: z.uuid(),
  nameEn: z.string(),
  nameDe: z.string(),
  position: z.number().int(),
  given: z.boolean(),
  since: z.iso.date(),
  votesDirect: z.number().int(),
  votesIndirect: z.number().int(),
  benefits: z.array(z.string()),
  inherited: z.array(z.string()),
});
export const DuesOut = z.object({
  id: z.uuid(),
  nameEn: z.string(),
  nameDe: z.string(),
  position: z.number().int(),
  given: z.boolean(),
  amountCents: z.number().int(),
  currency: z.string(),
  note: z.string().nullable(),
});
export const LevelsOut = z.object({ levels: z.array(LevelOut), dues: z.array(DuesOut) });
