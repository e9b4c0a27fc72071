import type { ActAs, Context } from "../../../access/context.ts";
import type { Acting } from "../../../access/identity.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { ok, type Result, refuse } from "../../../kernel/result.ts";
import { cleanQuery, MOST_WATCHED, type Results, resultsOf } from "./results.ts";
import { remembered } from "./seen.ts";
import * as store from "./store.ts";

export const MOST_SEARCHES = 50;

export interface Place {
  kind: store.SearchKind;
  /** The cluster's slug; `null` for the whole installation. */
  cluster: string | null;
  query: string;
}

export interface NewSearch extends Place {
  name: string;
  alert: store.Alert;
}

export type SearchProblem = "no-role" | "many" | "too-many";

export const listSearches = (ctx: Context): Promise<store.SavedSearch[]> =>
  ctx.read((db) => store.searchesOf(db, ctx.actor.personId!));

export const findSearch = (ctx: Context, id: string): Promise<store.SavedSearch | null> =>
  ctx.read((db) => store.searchOf(db, ctx.actor.personId!, id));

interface Eyes {
  clusterId: string | null;
  acting: Acting | null;
  results: Results;
}

/** What the person sees of a list from a role, as its page would show it to them. */
async function look(
  as: ActAs,
  personId: string,
  acting: Acting | null,
  clusterId: string | null,
  { kind, query }: Pick<Place, "kind" | "query">,
): Promise<Eyes | null> {
  const there = await as({ personId, acting, clusterId });
  const results = there && (await resultsOf(there, kind, query));
  return results ? { clusterId, acting, results } : null;
}

export async function lookAt(ctx: Context, as: ActAs, place: Place): Promise<Eyes | null> {
  let clusterId: string | null = null;
  if (place.cluster !== null) {
    const row = await ctx.read((db) =>
      db.selectFrom("cluster").select("id").where("slug", "=", place.cluster).executeTakeFirst(),
    );
    // A cluster that is not public is known by the role one acts in.
    const held = ctx.identity?.offices.find((office) => office.clusterSlug === place.cluster)?.clusterId;
    const member = ctx.identity?.seats
      .flatMap((seat) => seat.memberships)
      .find((membership) => membership.slug === place.cluster)?.clusterId;
    clusterId = row?.id ?? held ?? member ?? null;
    if (clusterId === null) return null;
  }
  const query = cleanQuery(place.kind, place.cluster !== null, place.query);
  return look(as, ctx.actor.personId!, ctx.acting, clusterId, { kind: place.kind, query });
}

export async function saveSearch(
  ctx: Context,
  as: ActAs,
  wanted: NewSearch,
): Promise<Result<string, SearchProblem>> {
  const eyes = await lookAt(ctx, as, wanted);
  if (!eyes) return refuse("no-role");
  const watched = wanted.alert !== "off";
  if (watched && eyes.results.total > MOST_WATCHED) return refuse("many");
  return ctx.write(async (unit) => {
    const personId = ctx.actor.personId!;
    if ((await store.searchesOf(unit.db, personId)).length >= MOST_SEARCHES) return refuse("too-many");
    const id = uuidv7();
    await unit.db
      .insertInto("savedSearch")
      .values({
        id,
        personId,
        clusterId: eyes.clusterId,
        acting: eyes.acting,
        kind: wanted.kind,
        name: wanted.name,
        query: cleanQuery(wanted.kind, wanted.cluster !== null, wanted.query),
        alert: wanted.alert,
        seen: watched ? remembered(id, eyes.results.ids, null) : null,
        askedAt: watched ? ctx.now() : null,
      })
      .execute();
    unit.audit({ action: "search.save", subjectKind: "search", subjectId: id });
    return ok(id);
  });
}

/** Another name or rhythm. Whoever begins to watch begins from what is there now. */
export async function changeSearch(
  ctx: Context,
  as: ActAs,
  search: store.SavedSearch,
  change: { name: string; alert: store.Alert },
): Promise<Result<null, SearchProblem>> {
  const begins = change.alert !== "off" && (search.alert === "off" || search.paused !== null);
  const eyes = begins ? await look(as, search.personId, search.acting, search.clusterId, search) : null;
  if (begins && !eyes) return refuse("no-role");
  if (eyes && eyes.results.total > MOST_WATCHED) return refuse("many");
  await ctx.write(async (unit) => {
    await store.updateSearch(unit, search.id, {
      ...change,
      ...(change.alert === "off" ? { seen: null, askedAt: null, paused: null } : {}),
      ...(eyes
        ? { seen: remembered(search.id, eyes.results.ids, null), askedAt: ctx.now(), paused: null }
        : {}),
    });
    unit.audit({ action: "search.change", subjectKind: "search", subjectId: search.id });
  });
  return ok(null);
}

export const removeSearch = (ctx: Context, search: store.SavedSearch): Promise<void> =>
  ctx.write(async (unit) => {
    await unit.db.deleteFrom("savedSearch").where("id", "=", search.id).execute();
    unit.audit({ action: "search.remove", subjectKind: "search", subjectId: search.id });
  });
