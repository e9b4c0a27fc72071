import { sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Db } from "../../../kernel/gateway.ts";

/**
 * What organisations are good at, as vectors: w(c) = ln(1 + projects with c) · ln(N / organisations with c). Both ways round, the
 * competences of an organisation and the organisations with a competence, in columns: comparing one with all is one pass.
 */
export interface Profiles {
  ids: readonly string[];
  position: ReadonlyMap<string, number>;
  codes: readonly string[];
  /** The competences of organisation i stand from `from[i]` up to `from[i + 1]`. */
  from: Uint32Array;
  code: Uint16Array;
  weight: Float64Array;
  norm: Float64Array;
  /** The organisations with competence c stand from `withFrom[c]` up to `withFrom[c + 1]`, as places in `weight` and its owners. */
  withFrom: Uint32Array;
  withEntry: Uint32Array;
  withOwner: Uint32Array;
}

const kept = new LRUCache<string, Promise<Profiles>>({ max: 3 });

/** Public and the same for everybody, so they are read once per state of the commons. */
export function profilesAt(db: Db, commons: string): Promise<Profiles> {
  const before = kept.get(commons);
  if (before) return before;
  const reading = readProfiles(db);
  kept.set(commons, reading);
  // A failed reading is tried again by the next who asks.
  reading.catch(() => kept.delete(commons));
  return reading;
}

async function readProfiles(db: Db): Promise<Profiles> {
  const competences = await db.selectFrom("competence").select("code").orderBy("code").execute();
  const { organisations } = await db
    .selectFrom("organisationSearch")
    .select(sql<number>`count(*)::int`.as("organisations"))
    .executeTakeFirstOrThrow();
  // One text for each organisation: position, projects, position, projects and so on.
  const { rows } = await sql<{ id: string; entries: string }>`
    with vocabulary as (select code, row_number() over (order by code) - 1 as at from competence)
    select oc.organisation_id as id, '[' || string_agg(v.at || ',' || oc.projects, ',' order by v.at) || ']' as entries
    from organisation_competence oc join vocabulary v on v.code = oc.code
    where oc.direct group by oc.organisation_id order by oc.organisation_id
  `.execute(db);
  return makeProfiles(
    rows.map(({ id, entries }) => ({ id, entries: JSON.parse(entries) })),
    competences.map(({ code }) => code),
    organisations,
  );
}

/** `entries`: the position of a competence in `codes`, then the number of projects with it, and so on. */
export function makeProfiles(
  rows: readonly { id: string; entries: readonly number[] }[],
  codes: readonly string[],
  organisations: number,
): Profiles {
  const from = new Uint32Array(rows.length + 1);
  const withFrom = new Uint32Array(codes.length + 1);
  for (const [i, { entries }] of rows.entries()) {
    from[i + 1] = from[i]! + entries.length / 2;
    for (let at = 0; at < entries.length; at += 2) withFrom[entries[at]! + 1]!++;
  }
  const idf = codes.map((_, c) => Math.max(Math.log((organisations + 1) / (withFrom[c + 1]! || 1)), 0));
  for (let c = 0; c < codes.length; c++) withFrom[c + 1]! += withFrom[c]!;

  const total = from[rows.length]!;
  const code = new Uint16Array(total);
  const weight = new Float64Array(total);
  const norm = new Float64Array(rows.length);
  const withEntry = new Uint32Array(total);
  const withOwner = new Uint32Array(total);
  const next = withFrom.slice();
  let entry = 0;
  for (const [i, { entries }] of rows.entries()) {
    let squares = 0;
    for (let at = 0; at < entries.length; at += 2) {
      const c = entries[at]!;
      code[entry] = c;
      weight[entry] = Math.log1p(entries[at + 1]!) * idf[c]!;
      squares += weight[entry]! ** 2;
      withEntry[next[c]!] = entry;
      withOwner[next[c]!++] = i;
      entry++;
    }
    norm[i] = Math.sqrt(squares);
  }
  const ids = rows.map(({ id }) => id);
  return {
    ids,
    position: new Map(ids.map((id, i) => [id, i])),
    codes,
    from,
    code,
    weight,
    norm,
    withFrom,
    withEntry,
    withOwner,
  };
}

export interface Neighbour {
  organisationId: string;
  /** From 0, nothing in common, to 1, the same profile. */
  similarity: number;
  /** The shared competences that count most. */
  codes: string[];
}

const LEAST = 0.05;

/** The organisations with the most similar profiles, the nearest first: the cosine over all competences, with each of the others. */
export function nearestTo(
  profiles: Profiles,
  id: string,
  { most, among }: { most: number; among: ReadonlySet<string> | null },
): Neighbour[] {
  const own = profiles.position.get(id);
  if (own === undefined || profiles.norm[own] === 0) return [];
  const { ids, from, code, weight, norm, withFrom, withEntry, withOwner } = profiles;
  const scores = new Float64Array(ids.length);
  for (let entry = from[own]!; entry < from[own + 1]!; entry++) {
    const c = code[entry]!;
    for (let at = withFrom[c]!; at < withFrom[c + 1]!; at++)
      scores[withOwner[at]!]! += weight[entry]! * weight[withEntry[at]!]!;
  }
  const near: { i: number; similarity: number }[] = [];
  let least = LEAST;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i] === 0 || i === own) continue;
    const similarity = scores[i]! / (norm[i]! * norm[own]!);
    if (similarity <= least || (among && !among.has(ids[i]!))) continue;
    // They come in the order of their ids: of equals the first stays.
    const before = near.findIndex((other) => other.similarity < similarity);
    near.splice(before < 0 ? near.length : before, 0, { i, similarity });
    if (near.length > most) near.pop();
    if (near.length === most) least = near[most - 1]!.similarity;
  }
  return near.map(({ i, similarity }) => ({
    organisationId: ids[i]!,
    similarity,
    codes: sharedMost(profiles, own, i),
  }));
}

function sharedMost({ codes, from, code, weight }: Profiles, one: number, other: number): string[] {
  const own = new Map<number, number>();
  for (let entry = from[one]!; entry < from[one + 1]!; entry++) own.set(code[entry]!, weight[entry]!);
  const shared: { c: number; share: number }[] = [];
  for (let entry = from[other]!; entry < from[other + 1]!; entry++) {
    const mine = own.get(code[entry]!);
    if (mine) shared.push({ c: code[entry]!, share: mine * weight[entry]! });
  }
  return shared
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(({ c }) => codes[c]!);
}
