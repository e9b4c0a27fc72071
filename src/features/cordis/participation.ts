import { cents, flag, number, RowRefused, required, text } from "./fields.ts";
import type { Fields } from "./read-rows.ts";

export const ROLES = {
  coordinator: "coordinator",
  participant: "participant",
  associatedPartner: "associated-partner",
  thirdParty: "third-party",
} as const;
export type Role = (typeof ROLES)[keyof typeof ROLES];

export interface Participation {
  project: string;
  organisation: string;
  role: Role;
  position: number;
  contributionCents: number | null;
  ended: boolean;
}

export function readParticipation(fields: Fields): Participation {
  const role = text(fields, "role", 40) ?? "participant";
  if (!Object.hasOwn(ROLES, role)) throw new RowRefused("unknown-role", role);
  return {
    project: required(fields, "project", 40),
    organisation: required(fields, "org", 60),
    role: ROLES[role as keyof typeof ROLES],
    position: Math.trunc(number(fields, "order") ?? 0),
    // The net amount leaves out what was passed on to third parties, who are listed themselves.
    contributionCents: cents(fields, "netEcContribution") ?? cents(fields, "ecContribution"),
    ended: flag(fields, "terminated"),
  };
}

/** The earlier programmes list no more than who took part. */
export function readBareParticipation(fields: Fields): Participation {
  return {
    project: required(fields, "rcn", 40),
    organisation: required(fields, "org", 60),
    role: "participant",
    position: 0,
    contributionCents: null,
    ended: false,
  };
}
