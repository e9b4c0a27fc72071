import { z } from "zod";
import { EventPath, Role, Slug } from "../event/schema.ts";
import { REGISTRATION_STATES } from "../words.ts";

export const RegistrationPath = EventPath.extend({ registration: z.uuid() });

const What = {
  role: Role.nullable(),
  /** What the others read before they wish. */
  brings: z.string().trim().max(1000),
  seeks: z.string().trim().max(1000),
  /** Slots in which they have no time. */
  away: z.array(z.uuid()).max(200),
  mostTalks: z.number().int().min(1).max(200).nullable(),
  /** Organisations that do not learn of it, and never sit at a table with them. */
  wall: z.array(Slug).max(200),
};
export interface Wanted {
  personId: string;
  role: string | null;
  brings: string;
  seeks: string;
  away: string[];
  mostTalks: number | null;
  wall: string[];
}

export const NewRegistration = z.strictObject({
  personId: z.uuid(),
  role: What.role.default(null),
  brings: What.brings.default(""),
  seeks: What.seeks.default(""),
  away: What.away.default([]),
  mostTalks: What.mostTalks.default(null),
  wall: What.wall.default([]),
  /** For the team, which registers whoever rings up. */
  organisation: Slug.optional(),
});
export type NewRegistration = z.output<typeof NewRegistration>;
export const RegistrationChange = z.strictObject(What).partial();

const list = (value: unknown) => [value ?? []].flat().filter((one) => one !== "");
const blank = (value: unknown) => (value === "" || value === undefined ? null : value);

/** As the form sends it: the slots with a tick are those in which they have time. */
export const RegistrationForm = z.object({
  personId: z.uuid({ error: "choose" }),
  role: z.preprocess(blank, What.role),
  brings: What.brings.default(""),
  seeks: What.seeks.default(""),
  slots: z.preprocess(list, z.array(z.uuid()).min(1, { error: "no-slot" }).max(200)),
  mostTalks: z.preprocess(
    (value) => (blank(value) === null ? null : Number(value)),
    z.number().int().min(1).max(200).nullable(),
  ),
  wall: z.preprocess(list, What.wall),
});

export const Reason = z.string().trim().max(400).default("");

export const ParticipantFilter = z.object({
  state: z.enum(REGISTRATION_STATES).optional().catch(undefined),
  format: z.enum(["csv", "xlsx"]).optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
});
export const ParticipantQuery = z.strictObject({
  state: z.enum(REGISTRATION_STATES).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

export const RegistrationOut = z.object({
  id: z.uuid(),
  organisation: z.object({ slug: z.string(), name: z.string() }),
  person: z.object({ name: z.string() }).nullable(),
  state: z.enum(REGISTRATION_STATES),
  role: z.string().nullable(),
  brings: z.string(),
  seeks: z.string(),
});
export const RegistrationListOut = z.object({
  items: z.array(RegistrationOut),
  total: z.number().int(),
  next: z.string().nullable(),
});
/** What only their own organisation and the team are told. */
export const RegistrationDetailOut = RegistrationOut.extend({
  away: z.array(z.uuid()),
  mostTalks: z.number().int().nullable(),
  wall: z.array(z.string()),
  wishedAt: z.iso.datetime().nullable(),
  registeredAt: z.iso.datetime(),
});
