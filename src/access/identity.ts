import {
  type Actor,
  type Belonging,
  type ClusterId,
  type OfficeRole,
  type OrganisationId,
  type PersonId,
  type SeatRole,
  STRANGER,
} from "../kernel/actor.ts";
import type { Locale } from "../kernel/locale.ts";
import type { Visibility } from "../kernel/visibility.ts";

export interface SeatHeld {
  id: string;
  role: SeatRole;
  title: string | null;
  organisationId: OrganisationId;
  organisationName: string;
  organisationSlug: string;
  organisationKind: string;
  /** `inner`: what the cluster's level shows is open, by the organisation's own level or by an inherited one. */
  memberships: { clusterId: ClusterId; slug: string; role: Belonging; inner?: boolean }[];
  /** What other organisations let this one do with their records. */
  grants?: { clusterId: ClusterId; organisationId: OrganisationId; may: "see" | "edit" }[];
}

export interface OfficeHeld {
  id: string;
  role: OfficeRole;
  title: string | null;
  clusterId: ClusterId;
  clusterSlug: string;
  nameEn: string;
  nameDe: string;
}

/** A signed-in person with every role they hold today. */
export interface Identity {
  personId: PersonId;
  name: string;
  email: string;
  locale: Locale;
  operator: boolean;
  seats: SeatHeld[];
  offices: OfficeHeld[];
}

/** The one role a person acts from: `seat:<id>` or `office:<id>`. */
export type Acting = `seat:${string}` | `office:${string}`;

/** The role asked for if it is held; otherwise the first office, otherwise the first seat. */
export function actingRole(identity: Identity, wanted: string | undefined): Acting | null {
  const held: Acting[] = [
    ...identity.offices.map((office): Acting => `office:${office.id}`),
    ...identity.seats.map((seat): Acting => `seat:${seat.id}`),
  ];
  return held.find((role) => role === wanted) ?? held[0] ?? null;
}

/** What a person may do in one cluster, from the role they act in. */
export function actorIn(
  identity: Identity | null,
  acting: Acting | null,
  clusterId: ClusterId | null,
  readOnly = false,
): Actor {
  if (!identity) return { ...STRANGER, clusterId };
  const office = identity.offices.find((o) => acting === `office:${o.id}` && o.clusterId === clusterId);
  const seat = identity.seats.find((s) => acting === `seat:${s.id}`);
  const belongs = seat?.memberships.find((m) => m.clusterId === clusterId);
  const membership = belongs?.role ?? null;
  const grants = seat?.grants?.filter((grant) => grant.clusterId === clusterId) ?? [];
  return {
    personId: identity.personId,
    clusterId,
    organisationId: seat?.organisationId ?? null,
    seatRole: seat?.role ?? null,
    office: office?.role ?? null,
    membership,
    ownOrganisations: identity.seats.map((s) => s.organisationId),
    levels: levelsOpen(office?.role ?? null, membership, seat?.organisationKind ?? null, belongs?.inner),
    groups: [],
    grantedSee: [...new Set(grants.map((grant) => grant.organisationId))],
    grantedEdit: grants.filter((grant) => grant.may === "edit").map((grant) => grant.organisationId),
    operator: identity.operator,
    readOnly,
  };
}

/**
 * The levels a cluster opens. Authorities and development institutions work with a cluster without being let into its secrets:
 * they see what federated clusters see. An applicant is still outside, and so is a member whose level leaves it there.
 */
export function levelsOpen(
  office: OfficeRole | null,
  membership: Belonging | null,
  kind: string | null,
  inner = membership !== "applicant",
): Visibility[] {
  if (office) return ["public", "peers", "cluster"];
  if (!membership || !inner) return ["public"];
  if (kind === "authority" || kind === "development") return ["public", "peers"];
  return ["public", "peers", "cluster"];
}
