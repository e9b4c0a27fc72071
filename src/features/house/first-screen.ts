import type { Acting, Identity } from "../../access/identity.ts";
import { type ClusterId, MEMBERSHIP_ROLES } from "../../kernel/actor.ts";

/**
 * Where a person's day begins, from the role they act in. An organisation in several clusters begins where its role weighs most,
 * then where it has been longest.
 */
export function firstScreen(
  identity: Identity,
  acting: Acting | null,
  since: ReadonlyMap<ClusterId, string> = new Map(),
): string {
  const office = identity.offices.find((held) => acting === `office:${held.id}`);
  if (office) return `/clusters/${office.clusterSlug}/today`;
  const seat = identity.seats.find((held) => acting === `seat:${held.id}`);
  const memberships = (seat?.memberships ?? []).map((held) => ({
    ...held,
    weight: held.role === "indirect" ? MEMBERSHIP_ROLES.length : MEMBERSHIP_ROLES.indexOf(held.role),
    since: since.get(held.clusterId) ?? "9999",
  }));
  const [first] = memberships.sort(
    (a, b) => a.weight - b.weight || a.since.localeCompare(b.since) || a.slug.localeCompare(b.slug),
  );
  if (first) return `/clusters/${first.slug}/today`;
  if (identity.operator) return "/installation";
  return "/organisations";
}
