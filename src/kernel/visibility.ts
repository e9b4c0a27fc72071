import type { OrganisationId } from "./actor.ts";

/** From everybody to oneself. Each level includes the ones before it in this list. */
export const VISIBILITIES = ["public", "peers", "cluster", "group", "organisation", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The commons: what belongs to no single cluster because everybody may see it. */
export const COMMONS = "00000000-0000-0000-0000-000000000000";

/** What a record says about who may see it. */
export interface Visible {
  clusterId: string;
  visibility: Visibility;
  /** The organisations whose record it is: one, or both ends of a link. Each of them sees it; a grant opens it only if all gave one. */
  owners: readonly OrganisationId[];
  groupId?: string | null;
  /** The one person who sees it when it is private. */
  personId?: string | null;
  /** Organisations that never see the record, whatever its level. */
  wall: readonly OrganisationId[];
}
