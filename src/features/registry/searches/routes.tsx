import { z } from "zod";
import type { Context } from "../../../access/context.ts";
import {
  api,
  created,
  type Desk,
  empty,
  get,
  json,
  page,
  post,
  problem,
  type Reply,
  type Route,
  redirect,
} from "../../../access/route.ts";
import { problemSentences, zodProblems } from "../../../ui/index.ts";
import { FORMATS, listFile } from "../../accounts/feature.ts";
import * as actions from "./actions.ts";
import { saySearch } from "./messages.ts";
import { cleanQuery, listPath, MOST_WATCHED } from "./results.ts";
import { ALERTS, type SavedSearch, SEARCH_KINDS } from "./store.ts";
import {
  alertWords,
  askedWords,
  NewSearchPage,
  openHref,
  placeWords,
  SearchesPage,
  SearchPage,
} from "./views.tsx";

const SearchPath = z.object({ search: z.uuid() });
const Name = z.string().trim().min(1).max(120);
const PlaceFields = {
  kind: z.enum(SEARCH_KINDS),
  cluster: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable()
    .default(null),
  query: z.string().max(4000).default(""),
};
const NewSearch = z.strictObject({ name: Name, alert: z.enum(ALERTS).default("off"), ...PlaceFields });
const Change = z.object({ name: Name, alert: z.enum(ALERTS) });

const typed = (body: unknown): Record<string, string> => {
  const { csrf: _, ...rest } = body as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String([value].flat()[0])]));
};
const sentences = (ctx: Context, error: z.ZodError) => problemSentences(zodProblems(error), ctx.locale);
const refusal = (ctx: Context, reason: actions.SearchProblem): Record<string, string> => {
  const say = saySearch(ctx.locale);
  if (reason === "many") return { alert: say("search.many", { most: MOST_WATCHED }) };
  if (reason === "too-many") return { "": say("search.too-many", { most: actions.MOST_SEARCHES }) };
  return { "": say("search.no-role") };
};

async function newPage(
  ctx: Context,
  desk: Desk,
  csrf: string,
  place: actions.Place,
  values: Record<string, string>,
  problems?: Record<string, string>,
): Promise<Reply> {
  const eyes = await actions.lookAt(ctx, desk.as, place);
  const query = cleanQuery(place.kind, place.cluster !== null, place.query);
  return page(
    { title: saySearch(ctx.locale)("search.new"), personal: true },
    <NewSearchPage
      ctx={ctx}
      csrf={csrf}
      count={eyes?.results.total ?? null}
      hidden={{ kind: place.kind, query, ...(place.cluster ? { cluster: place.cluster } : {}) }}
      back={`${listPath(place.kind, place.cluster)}${query ? `?${query}` : ""}`}
      values={values}
      problems={problems}
    />,
    problems ? 422 : 200,
  );
}

const editPage = (
  ctx: Context,
  csrf: string,
  search: SavedSearch,
  values: Record<string, string>,
  problems?: Record<string, string>,
): Reply =>
  page(
    { title: saySearch(ctx.locale)("search.edit", { name: search.name }), personal: true },
    <SearchPage ctx={ctx} csrf={csrf} search={search} values={values} problems={problems} />,
    problems ? 422 : 200,
  );

export const searchPages: Route[] = [
  get("/searches", {
    rule: "signed-in",
    summary: "One's saved searches",
    query: z.object({ format: z.enum(FORMATS).optional().catch(undefined) }),
    handle: async ({ ctx, path, query, publicUrl }) => {
      const searches = await actions.listSearches(ctx);
      const say = saySearch(ctx.locale);
      if (!query.format)
        return page(
          { title: say("searches.title"), personal: true },
          <SearchesPage ctx={ctx} path={path} searches={searches} />,
        );
      return listFile(
        query.format,
        say("searches.file"),
        [
          { label: say("search.name"), value: (one) => one.name, width: 40 },
          { label: say("search.what"), value: (one) => placeWords(one, ctx.locale), width: 32 },
          { label: say("search.filter"), value: (one) => askedWords(one.query, ctx.locale), width: 40 },
          { label: say("search.alert"), value: (one) => alertWords(one, ctx.locale) },
          { label: say("search.asked"), value: (one) => one.askedAt },
          { label: "URL", value: (one) => publicUrl + openHref(one), width: 60 },
        ],
        searches,
      );
    },
  }),
  get("/searches/new", {
    rule: "signed-in",
    summary: "The form to save what a list shows",
    query: z.object({
      kind: z.enum(SEARCH_KINDS).catch("organisations"),
      cluster: z
        .string()
        .regex(/^[a-z0-9-]{1,80}$/)
        .nullable()
        .catch(null),
      query: z.string().max(4000).catch(""),
    }),
    handle: ({ ctx, csrf, desk, query }) => {
      const words = new URLSearchParams(query.query).get("query") ?? "";
      return newPage(ctx, desk, csrf, query, { name: words, alert: "off" });
    },
  }),
  post("/searches", {
    rule: "signed-in",
    summary: "Saves a search under a name",
    handle: async ({ ctx, csrf, desk, body }) => {
      const values = typed(body);
      const place = z.object(PlaceFields).safeParse(values);
      if (!place.success) return problem("bad-request");
      const read = Change.safeParse(values);
      const again = (problems: Record<string, string>) =>
        newPage(ctx, desk, csrf, place.data, values, problems);
      if (!read.success) return again(sentences(ctx, read.error));
      const done = await actions.saveSearch(ctx, desk.as, { ...place.data, ...read.data });
      return done.ok ? redirect("/searches", "search.saved") : again(refusal(ctx, done.problem));
    },
  }),
  get("/searches/:search", {
    rule: "signed-in",
    summary: "The form to change a saved search",
    params: SearchPath,
    handle: async ({ ctx, csrf, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      return search
        ? editPage(ctx, csrf, search, { name: search.name, alert: search.alert })
        : problem("not-found");
    },
  }),
  get("/searches/:search/open", {
    rule: "signed-in",
    summary: "Leads to the list a saved search shows",
    params: SearchPath,
    handle: async ({ ctx, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      return search ? redirect(openHref(search)) : problem("not-found");
    },
  }),
  post("/searches/:search", {
    rule: "signed-in",
    summary: "Renames a saved search, or tells what is new in it at another rhythm",
    params: SearchPath,
    handle: async ({ ctx, csrf, desk, body, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      if (!search) return problem("not-found");
      const values = typed(body);
      const read = Change.safeParse(values);
      if (!read.success) return editPage(ctx, csrf, search, values, sentences(ctx, read.error));
      const done = await actions.changeSearch(ctx, desk.as, search, read.data);
      return done.ok
        ? redirect("/searches", "search.changed")
        : editPage(ctx, csrf, search, values, refusal(ctx, done.problem));
    },
  }),
  post("/searches/:search/remove", {
    rule: "signed-in",
    summary: "Deletes a saved search",
    params: SearchPath,
    handle: async ({ ctx, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      if (!search) return problem("not-found");
      await actions.removeSearch(ctx, search);
      return redirect("/searches", "search.removed");
    },
  }),
];

const SearchOut = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(SEARCH_KINDS),
  cluster: z.string().nullable(),
  query: z.string(),
  alert: z.enum(ALERTS),
  /** Why nothing is told: the role has ended, or it finds too much. */
  paused: z.enum(["role", "many"]).nullable(),
  askedAt: z.iso.datetime().nullable(),
});
const present = (search: SavedSearch) => ({
  id: search.id,
  name: search.name,
  kind: search.kind,
  cluster: search.clusterSlug,
  query: search.query,
  alert: search.alert,
  paused: search.paused,
  askedAt: search.askedAt?.toISOString() ?? null,
});
const wrong = (reason: actions.SearchProblem) =>
  problem("unprocessable", undefined, [
    { field: reason === "many" ? "alert" : reason === "no-role" ? "cluster" : "", problem: reason },
  ]);

export const searchApi: Route[] = [
  api.get("/api/v1/searches", {
    rule: "signed-in",
    summary: "One's saved searches",
    answer: z.object({ items: z.array(SearchOut), total: z.number().int(), next: z.null() }),
    handle: async ({ ctx }) => {
      const searches = await actions.listSearches(ctx);
      return json({ items: searches.map(present), total: searches.length, next: null });
    },
  }),
  api.post("/api/v1/searches", {
    rule: "signed-in",
    summary: "Saves a search under a name",
    body: NewSearch,
    answer: SearchOut,
    handle: async ({ ctx, desk, body }) => {
      const done = await actions.saveSearch(ctx, desk.as, body);
      if (!done.ok) return wrong(done.problem);
      const search = await actions.findSearch(ctx, done.value);
      return created(present(search!), `/api/v1/searches/${done.value}`);
    },
  }),
  api.get("/api/v1/searches/:search", {
    rule: "signed-in",
    summary: "One saved search",
    params: SearchPath,
    answer: SearchOut,
    handle: async ({ ctx, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      return search ? json(present(search)) : problem("not-found");
    },
  }),
  api.patch("/api/v1/searches/:search", {
    rule: "signed-in",
    summary: "Renames a saved search, or tells what is new in it at another rhythm",
    params: SearchPath,
    body: z.strictObject({ name: Name.optional(), alert: z.enum(ALERTS).optional() }),
    answer: SearchOut,
    handle: async ({ ctx, desk, body, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      if (!search) return problem("not-found");
      const done = await actions.changeSearch(ctx, desk.as, search, {
        name: body.name ?? search.name,
        alert: body.alert ?? search.alert,
      });
      if (!done.ok) return wrong(done.problem);
      return json(present((await actions.findSearch(ctx, params.search))!));
    },
  }),
  api.delete("/api/v1/searches/:search", {
    rule: "signed-in",
    summary: "Deletes a saved search",
    params: SearchPath,
    handle: async ({ ctx, params }) => {
      const search = await actions.findSearch(ctx, params.search);
      if (!search) return problem("not-found");
      await actions.removeSearch(ctx, search);
      return empty;
    },
  }),
];
