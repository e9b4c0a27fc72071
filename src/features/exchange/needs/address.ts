import type { Side } from "./rules.ts";

interface Here {
  slug: string;
}

const PLURAL = { need: "needs", offer: "offers" } as const satisfies Record<Side, string>;
export const plural = (side: Side) => PLURAL[side];

export const listHref = (cluster: Here, side: Side) => `/clusters/${cluster.slug}/${PLURAL[side]}`;
export const itemHref = (cluster: Here, { side, id }: { side: Side; id: string }) =>
  `${listHref(cluster, side)}/${id}`;
export const newHref = (cluster: Here, side: Side) => `${listHref(cluster, side)}/new`;
export const gatherHref = (cluster: Here, side: Side, organisation?: string) =>
  `${listHref(cluster, side)}/gather${organisation ? `?organisation=${encodeURIComponent(organisation)}` : ""}`;
/** My needs and offers: those of the organisation acted for. */
export const ownHref = (cluster: Here) => `/clusters/${cluster.slug}/exchange`;
export const organisationHref = (cluster: Here, organisation: string) =>
  `/clusters/${cluster.slug}/organisations/${organisation}`;
