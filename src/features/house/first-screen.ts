import type { Acting, Identity } from "../../access/identity.ts";

/** Where a person's day begins, from the role they act in. */
export function firstScreen(identity: Identity, acting: Acting | null): string {
  const office = identity.offices.find((held) => acting === `office:${held.id}`);
  if (office) return `/clusters/${office.clusterSlug}/today`;
  const seat = identity.seats.find((held) => acting === `seat:${held.id}`);
  const membership = seat?.memberships.find((held) => held.role !== "applicant") ?? seat?.memberships[0];
  if (membership) return `/clusters/${membership.slug}/today`;
  if (identity.operator) return "/installation";
  return "/organisations";
}
