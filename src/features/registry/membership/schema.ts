import { z } from "zod";
import { MEMBERSHIP_ROLES } from "../../../kernel/actor.ts";

export const LEAVING_REASONS = [
  "own-wish",
  "costs",
  "no-benefit",
  "closed",
  "merged",
  "moved",
  "not-renewed",
  "excluded",
  "other",
] as const;
export type LeavingReason = (typeof LEAVING_REASONS)[number];

/** What a member can be; who applies is not one yet. */
export const MEMBER_ROLES = MEMBERSHIP_ROLES.filter((role) => role !== "applicant") as [
  "anchor",
  "core",
  "associate",
  "partner",
];
export const SHOWN_LEVELS = ["public", "peers", "cluster"] as const;
export const ORGANISATION_KINDS = [
  "enterprise",
  "research",
  "authority",
  "development",
  "association",
  "finance",
  "service",
  "inventor",
] as const;

export const Slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const Day = z.iso.date().refine((day) => day >= "1500-01-01" && day <= "2200-01-01", "not-a-date");

export const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), schema);

const text = (most: number) => z.string().trim().min(1).max(most);

/** The public identity a new organisation begins with. */
export const NewOrganisation = z.object({
  name: text(400),
  shortName: text(120).nullish(),
  kind: z.enum(ORGANISATION_KINDS),
  sizeClass: z.enum(["micro", "small", "medium", "large", "sme"]).nullish(),
  industries: z
    .array(z.string().regex(/^[A-U](\d{2}(\.\d{1,2})?)?$/, "not-a-nace"))
    .max(20)
    .nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "not-a-country")
    .nullish(),
  nuts: z
    .string()
    .regex(/^[A-Z]{2}[A-Z0-9]{0,3}$/, "not-a-nuts")
    .nullish(),
  street: text(300).nullish(),
  postal: text(40).nullish(),
  city: text(200).nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  lon: z.number().min(-180).max(180).nullish(),
  url: z
    .url({ protocol: /^https?$/, error: "not-a-url" })
    .max(500)
    .nullish(),
  vat: text(40).nullish(),
  lei: text(20).nullish(),
  ror: text(40).nullish(),
  registerNumber: text(80).nullish(),
});
export type NewOrganisation = z.output<typeof NewOrganisation>;
