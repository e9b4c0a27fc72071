import type { Context } from "../../../../access/context.ts";
import { address, displayName, type QueryChange } from "../../../../ui/index.ts";
import type { HealthActor } from "../graph.ts";
import type { Picture, Standing } from "../measures/picture.ts";
import type { HealthSay } from "../messages.ts";
import type { Parts } from "../parts.ts";
import type { PageQuery, Section } from "../schema.ts";
import type { Health } from "../see-health.ts";

/** Everything the parts of the page speak of. */
export interface Stage {
  ctx: Context;
  say: HealthSay;
  section: Section;
  asked: PageQuery;
  health: Health<never>;
  picture: Picture;
  years: Parts["years"];
  clusterName: string;
  /** Members by their ids; whoever the asker does not see is not among them. */
  actor: (id: string) => HealthActor | undefined;
  /** Standings of the members seen. */
  standings: { actor: HealthActor; at: Standing }[];
  to: Addresses;
}

export interface Addresses {
  section: (section: Section, changes?: QueryChange) => string;
  /** This section with some of its query changed. */
  here: (changes?: QueryChange) => string;
  path: string;
  query: Record<string, string | string[]>;
  organisation: (slug: string) => string;
  /** The records behind a figure: the lists of the network, of the same year. */
  network: (changes: QueryChange) => string;
}

export function addresses(cluster: string, section: Section, asked: PageQuery, year: number): Addresses {
  const root = `/clusters/${cluster}/observatory/network`;
  const pathOf = (one: Section) => (one === "health" ? root : `${root}/${one}`);
  const chosen = asked.year === undefined ? {} : { year: String(year) };
  const query: Record<string, string | string[]> = {
    ...chosen,
    ...(section === "robustness" && asked.without.length ? { without: asked.without } : {}),
    ...(section === "brokers" && asked.only ? { only: asked.only } : {}),
    ...(section === "brokers" && asked.sort ? { sort: asked.sort } : {}),
    ...(section === "brokers" && asked.cursor ? { cursor: asked.cursor } : {}),
    ...(section === "mixing" && asked.by ? { by: asked.by } : {}),
    ...(section === "reach" && asked.country ? { country: asked.country } : {}),
  };
  const path = pathOf(section);
  return {
    path,
    query,
    section: (one, changes = {}) => address(pathOf(one), chosen, changes),
    here: (changes = {}) => address(path, query, changes),
    organisation: (slug) => `/clusters/${cluster}/organisations/${slug}`,
    network: (changes) => address(`/clusters/${cluster}/network`, {}, { from: year, to: year, ...changes }),
  };
}

export const nameOf = ({ name, shortName }: HealthActor, most = 80): string => {
  const full = displayName(name);
  if (full.length <= most) return full;
  return shortName && shortName.length <= most ? shortName : `${full.slice(0, most - 1).trimEnd()}…`;
};

export const shortNameOf = (actor: HealthActor): string => {
  const short = actor.shortName ? displayName(actor.shortName) : "";
  return short && short.length <= 24 ? short : nameOf(actor, 24);
};
