import type { Visibility } from "./visibility.ts";

export type PersonId = string;
export type OrganisationId = string;
export type ClusterId = string;

export const SEAT_ROLES = ["owner", "editor", "reader"] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];
export const OFFICE_ROLES = ["manager", "facilitator", "analyst", "auditor"] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];
export const MEMBERSHIP_ROLES = ["anchor", "core", "associate", "partner", "applicant"] as const;
export type MembershipRole = (typeof MEMBERSHIP_ROLES)[number];
/** How an organisation belongs to a cluster: by a membership of its own, or through an association that is a member. */
export type Belonging = MembershipRole | "indirect";

/**
 * Who is asking, in which cluster. Rights come from the one role the person acts in; walls from every role they hold:
 * a manager who also sits in a rival firm does not see over the wall.
 */
export interface Actor {
  personId: PersonId | null;
  clusterId: ClusterId | null;
  /** The organisation of the seat acted from, with the seat's role. */
  organisationId: OrganisationId | null;
  seatRole: SeatRole | null;
  /** The office acted from, if it is one in this cluster. */
  office: OfficeRole | null;
  /** How the organisation acted for belongs to this cluster, if it does. */
  membership: Belonging | null;
  ownOrganisations: readonly OrganisationId[];
  /** The levels below `group` that this cluster opens to the asker; `public` always. */
  levels: readonly Visibility[];
  groups: readonly string[];
  /** Organisations that let the one acted for see what is theirs in this cluster, by a link both have confirmed. */
  grantedSee: readonly OrganisationId[];
  /** Those of them that let it be edited as well. */
  grantedEdit: readonly OrganisationId[];
  operator: boolean;
  /** What an API token narrows: reading only. */
  readOnly: boolean;
}

export const STRANGER: Actor = {
  personId: null,
  clusterId: null,
  organisationId: null,
  seatRole: null,
  office: null,
  membership: null,
  ownOrganisations: [],
  levels: ["public"],
  groups: [],
  grantedSee: [],
  grantedEdit: [],
  operator: false,
  readOnly: false,
};
