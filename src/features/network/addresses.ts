import { address, type QueryChange } from "../../ui/index.ts";
import type { Filters, PageQuery } from "./schema.ts";

/** Addresses of one cluster's network; whatever is filtered stays filtered. */
export interface Addresses {
  page: (changes?: QueryChange) => string;
  path: string;
  /** What is in the address of the page now, defaults left out. */
  query: Record<string, string | string[]>;
  organisation: (slug: string) => string;
  actor: (slug: string, other?: string) => string;
  link: (id: string) => string;
  project: (slug: string) => string;
  api: string;
}

export function addresses(cluster: string, asked: PageQuery): Addresses {
  const home = `/clusters/${cluster}`;
  const path = `${home}/network`;
  const query = named(asked);
  const {
    view: _,
    sort: __,
    cursor: ___,
    only: ____,
    actor: _____,
    query: ______,
    colour: _______,
    ...filters
  } = query;
  return {
    path,
    query,
    page: (changes = {}) => address(path, query, changes),
    organisation: (slug) => `${home}/organisations/${slug}`,
    actor: (slug, other) => address(`${path}/actors/${slug}`, filters, { other }),
    link: (id) => `${home}/links/${id}`,
    project: (slug) => `/projects/${slug}`,
    api: address(`/api/v1${path}`, filters, {}),
  };
}

function named(asked: PageQuery): Record<string, string | string[]> {
  const entries: [string, string | string[] | undefined][] = [
    ...filterPairs(asked),
    ["colour", asked.colour === "kind" ? undefined : asked.colour],
    ["view", asked.view === "graph" ? undefined : asked.view],
    ["only", asked.only],
    ["sort", asked.sort],
    ["cursor", asked.cursor],
    ["query", asked.query],
    ["actor", asked.actor],
  ];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  );
}

function filterPairs(filters: Filters): [string, string | string[] | undefined][] {
  return [
    ["with", filters.with === "members" ? undefined : filters.with],
    ["type", filters.type.length ? filters.type : undefined],
    ["evidence", filters.evidence.length ? filters.evidence : undefined],
    ["from", filters.from === null ? undefined : String(filters.from)],
    ["to", filters.to === null ? undefined : String(filters.to)],
    ["min", filters.min > 1 ? String(filters.min) : undefined],
  ];
}
