import { z } from "zod";
import type { Acting, Identity } from "../../../access/identity.ts";
import { MEMBERSHIP_ROLES, OFFICE_ROLES, SEAT_ROLES } from "../../../kernel/actor.ts";
import { LOCALES } from "../../../kernel/locale.ts";

export const Me = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  locale: z.enum(LOCALES),
  operator: z.boolean(),
  actingAs: z.string().nullable(),
  scope: z.enum(["read", "write"]),
  seats: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(SEAT_ROLES),
      title: z.string().nullable(),
      organisation: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
      memberships: z.array(
        z.object({ cluster: z.string(), role: z.enum([...MEMBERSHIP_ROLES, "indirect"]) }),
      ),
    }),
  ),
  offices: z.array(
    z.object({
      id: z.uuid(),
      role: z.enum(OFFICE_ROLES),
      title: z.string().nullable(),
      cluster: z.string(),
    }),
  ),
});

export const meOf = (identity: Identity, acting: Acting | null, readOnly: boolean): z.output<typeof Me> => ({
  id: identity.personId,
  name: identity.name,
  email: identity.email,
  locale: identity.locale,
  operator: identity.operator,
  actingAs: acting,
  scope: readOnly ? "read" : "write",
  seats: identity.seats.map(
    ({ id, role, title, organisationId, organisationSlug, organisationName, memberships }) => ({
      id,
      role,
      title,
      organisation: { id: organisationId, slug: organisationSlug, name: organisationName },
      memberships: memberships.map(({ slug, role }) => ({ cluster: slug, role })),
    }),
  ),
  offices: identity.offices.map(({ id, role, title, clusterSlug }) => ({
    id,
    role,
    title,
    cluster: clusterSlug,
  })),
});
