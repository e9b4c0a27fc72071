import { Graph } from "@kontor/analytics";

/** An actor as the measures need it: by what it is like others, and where it stands. */
export interface HealthActor {
  id: string;
  slug: string;
  name: string;
  shortName: string | null;
  kind: string;
  city: string | null;
  country: string | null;
  nuts: string | null;
  lat: number | null;
  lon: number | null;
  /** Section of the first industry it names; `null` where it names none. */
  sector: string | null;
}

/** A link by the places of its two ends in the list of actors. */
export interface HealthLink {
  id: string;
  from: number;
  to: number;
  strength: number;
  since: string | null;
  until: string | null;
}

/** The members of today, in the order of their ids, and every link between them, whenever it was alive. */
export interface HealthNetwork {
  actors: HealthActor[];
  links: HealthLink[];
  /** NUTS codes of the cluster's own region. */
  regions: readonly string[];
}

/** Without a beginning a link was always there, without an end it still is: as the filter by years of the network reads it. */
export const aliveIn = ({ since, until }: Pick<HealthLink, "since" | "until">, year: number): boolean =>
  (since === null || yearOf(since) <= year) && (until === null || yearOf(until) >= year);

export const yearOf = (day: string) => Number(day.slice(0, 4));

export const linksOf = (network: HealthNetwork, year: number): HealthLink[] =>
  network.links.filter((link) => aliveIn(link, year));

/** Several links between the same two are one edge; their strengths add up. */
export const graphOf = (network: HealthNetwork, year: number): Graph => {
  const links = linksOf(network, year);
  return Graph.from({
    nodes: network.actors.length,
    edges: {
      from: links.map(({ from }) => from),
      to: links.map(({ to }) => to),
      weight: links.map(({ strength }) => strength),
    },
    selfLoops: "drop",
  });
};

/** From the first year a link began to this one. */
export function yearsOf(network: HealthNetwork, thisYear: number): number[] {
  const begun = network.links.flatMap(({ since }) => (since ? [yearOf(since)] : []));
  const first = begun.reduce((least, year) => Math.min(least, year), thisYear);
  const from = Math.max(first, thisYear - MOST_YEARS + 1);
  return Array.from({ length: thisYear - from + 1 }, (_, i) => from + i);
}

const MOST_YEARS = 25;
