import type { Query } from "../../../ui/index.ts";
import { DEFAULT_KM, type PageQuery } from "./schema.ts";

/** The query of a kept address as a door would hand it on: one value as a text, several as a list. */
export function askedIn(query: string): Record<string, string | string[]> {
  const search = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/** What was understood of the address, as an address again: odd values and unknown names are gone. */
export function addressQuery(asked: PageQuery, inCluster: boolean): Query {
  return {
    query: asked.query || undefined,
    kind: asked.kind,
    size: asked.size,
    industry: asked.industry,
    country: asked.country,
    region: asked.region,
    competence: asked.competence,
    ...(inCluster
      ? {
          role: asked.role,
          level: asked.level,
          belongs: asked.belongs,
          label: asked.label,
          own: asked.own,
        }
      : { cluster: asked.cluster }),
    near: asked.near || undefined,
    km: asked.near && asked.km !== DEFAULT_KM ? String(asked.km) : undefined,
    sort: asked.sort ?? undefined,
    view: asked.view === "cards" ? undefined : asked.view,
    cursor: asked.cursor,
  };
}

/** Whether anything narrows the list. */
export const isFiltered = (asked: PageQuery): boolean =>
  asked.query !== "" ||
  asked.near !== "" ||
  [
    asked.kind,
    asked.size,
    asked.industry,
    asked.country,
    asked.region,
    asked.competence,
    asked.cluster,
    asked.role,
    asked.level,
    asked.belongs,
    asked.label,
    asked.own,
  ].some((chosen) => chosen.length > 0);
