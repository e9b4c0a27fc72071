import type { Context as HonoContext } from "hono";
import { getCookie } from "hono/cookie";
import type { z } from "zod";
import { can } from "../../access/can.ts";
import type { Feature } from "../../access/feature.ts";
import {
  type Ask,
  type FieldProblem,
  problem,
  type Reply,
  type Route,
  type Upload,
} from "../../access/route.ts";
import { backInside } from "../../kernel/back.ts";
import type { House } from "../house.ts";
import { COOKIES, sameToken } from "./cookies.ts";
import { deskOf } from "./desk.ts";
import { type KeyedRequest, keyedRequest, UsedBefore } from "./idempotency.ts";
import { respond, type Visit } from "./respond.tsx";
import { localeOf, makeContext, whoCame } from "./visit.ts";

export const MAX_BODY = 1_048_576;

/** Every route passes here: who asks, what for, may they; then the feature's handler; then the answer. */
export async function serve(
  house: House,
  feature: Feature,
  route: Route,
  http: HonoContext,
  address: string,
): Promise<Response> {
  const visitor = await whoCame(house, http);
  const locale = localeOf(http.req, getCookie(http, COOKIES.language), visitor.identity);
  const slug = http.req.param("cluster");
  const cluster = slug === undefined ? null : await house.clusters.bySlug(slug);
  const url = new URL(http.req.url);

  const body =
    route.method === "GET"
      ? { ok: true as const, value: undefined, text: "", files: {} }
      : route.upload && route.rule !== "everyone" && !visitor.identity
        ? UNREAD
        : await bodyOf(http, route);
  const keyed =
    body.ok && route.door === "api" && route.method === "POST"
      ? keyOf(house, visitor.identity?.personId, route, http, body.text)
      : null;
  const ctx = makeContext(house, visitor, cluster, locale, { door: route.door, address }, keyed ?? undefined);
  const visit: Visit = {
    house,
    feature,
    route,
    ctx,
    visitor,
    path: url.pathname,
    search: url.searchParams,
    theme: getCookie(http, COOKIES.theme),
    notice: getCookie(http, COOKIES.notice),
    rememberLanguage: url.searchParams.has("lang"),
  };
  const answer = (reply: Reply) => respond(visit, reply);

  // A token that is not one must not pass for a stranger: the program that sent it believes itself known.
  if (http.req.header("authorization") !== undefined && visitor.by === "nobody")
    return answer(problem("unauthenticated"));
  if (!body.ok) return answer(problem(body.problem));
  if (slug !== undefined && !cluster) return answer(problem("not-found"));
  if (route.method !== "GET") {
    const refused = forged(http, house, visitor.by, route, visitor.csrf, body.value);
    if (refused) return answer(problem("forbidden", refused));
  }

  const params = parsed(route.params, http.req.param());
  if (!params.ok) return answer(problem("not-found"));
  const query = parsed(route.query, queryOf(url.searchParams, route.door));
  const ask = {
    ctx,
    params: params.value,
    query: query.ok ? query.value : {},
    body: body.value,
    subject: null,
    files: body.files,
    path: url.pathname,
    search: url.searchParams,
    csrf: visitor.csrf,
    publicUrl: house.settings.publicUrl,
    desk: deskOf(house, http, address),
  } as Ask<never, never, never, never>;

  if (route.rule === "signed-in" && !visitor.identity) {
    if (route.door === "api") return answer(problem("unauthenticated"));
    return answer({
      kind: "redirect",
      to: `/sign-in?next=${encodeURIComponent(backInside(url.pathname + url.search, "/"))}`,
    });
  }
  if (route.rule !== "everyone" && route.rule !== "signed-in") {
    const subject = route.subject ? await route.subject(ask) : null;
    if (route.subject && (subject === null || subject === undefined)) {
      const moved = route.moved ? await route.moved(ask) : null;
      if (moved === null) return answer(problem("not-found"));
      return answer({
        kind: "said",
        status: 301,
        type: "text/plain",
        body: "",
        headers: { location: moved },
      });
    }
    if (!can(ctx.actor, route.rule, subject as never)) return answer(problem("not-found"));
    ask.subject = subject as never;
  }

  // Only now: what is wrong with a question is told to those who may ask it.
  if (!query.ok) return answer(problem("bad-request", undefined, query.fields));
  if (route.body) {
    const checked = parsed(route.body, body.value);
    if (!checked.ok) return answer(problem("unprocessable", undefined, checked.fields));
    ask.body = checked.value as never;
  }

  if (!keyed) return answer(await route.handle(ask));
  return onlyOnce(keyed, answer, () => route.handle(ask));
}

async function onlyOnce(
  keyed: KeyedRequest,
  answer: (reply: Reply) => Promise<Response>,
  handle: () => Promise<Reply> | Reply,
): Promise<Response> {
  const again = async () => {
    const earlier = await keyed.earlier();
    if (earlier === null) return null;
    if (earlier === "other-body")
      return answer(problem("unprocessable", "This Idempotency-Key was used with another body."));
    if (earlier === "unfinished")
      return answer(
        problem(
          "conflict",
          "A request with this Idempotency-Key was carried out or is being carried out; its answer was not kept.",
        ),
      );
    return new Response(earlier.answer || null, {
      status: earlier.status,
      headers: { "content-type": "application/json", "idempotency-replayed": "true" },
    });
  };
  const before = await again();
  if (before) return before;
  try {
    const response = await answer(await handle());
    if (response.ok) await keyed.keep(response.status, await response.clone().text());
    return response;
  } catch (error) {
    if (!(error instanceof UsedBefore)) throw error;
    return (await again()) ?? answer(problem("conflict"));
  }
}

function keyOf(
  house: House,
  personId: string | undefined,
  route: Route,
  http: HonoContext,
  body: string,
): KeyedRequest | null {
  const key = http.req.header("idempotency-key");
  if (key === undefined || personId === undefined || key.length === 0 || key.length > 200) return null;
  return keyedRequest(house, personId, `${route.method} ${http.req.path}`, key, body);
}

type Files = Record<string, Upload>;
type Body =
  | { ok: true; value: unknown; text: string; files: Files }
  | { ok: false; problem: "bad-request" | "too-large" };

/** Nobody need send a large file to be told that they are not known. */
const UNREAD: Body = { ok: true, value: {}, text: "", files: {} };

async function bodyOf(http: HonoContext, route: Route): Promise<Body> {
  const type = (http.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (route.upload) {
    if (type === "multipart/form-data") return sentForm(await http.req.formData().catch(() => null));
    if (route.door === "api" && type !== "application/json") {
      const bytes = new Uint8Array(await http.req.arrayBuffer());
      const name = nameSent(http.req.header("content-disposition"));
      return { ok: true, value: {}, text: "", files: { file: { name, type, bytes } } };
    }
  }
  const text = await http.req.text();
  if (Buffer.byteLength(text) > MAX_BODY) return { ok: false, problem: "too-large" };
  if (route.door === "api") {
    if (text === "") return { ok: true, value: {}, text, files: {} };
    if (type !== "application/json" && !type.endsWith("+json")) return { ok: false, problem: "bad-request" };
    try {
      return { ok: true, value: JSON.parse(text, refusePrototype), text, files: {} };
    } catch {
      return { ok: false, problem: "bad-request" };
    }
  }
  if (text !== "" && type !== "application/x-www-form-urlencoded")
    return { ok: false, problem: "bad-request" };
  return { ok: true, value: formValues(new URLSearchParams(text)), text, files: {} };
}

async function sentForm(form: FormData | null): Promise<Body> {
  if (!form) return { ok: false, problem: "bad-request" };
  const values = new URLSearchParams();
  const files: Files = Object.create(null);
  for (const [name, value] of form) {
    if (typeof value === "string") values.append(name, value);
    // A field left empty is sent as a nameless file of nothing.
    else if (value.name !== "" || value.size > 0)
      files[name] = { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return { ok: true, value: formValues(values), text: "", files };
}

const nameSent = (disposition: string | undefined) =>
  /filename="?([^";]{1,200})"?/.exec(disposition ?? "")?.[1] ?? "file";

function refusePrototype(this: unknown, key: string, value: unknown) {
  if (key === "__proto__" || key === "constructor") throw new SyntaxError("forbidden key");
  return value;
}

/** One value is a text, several are a list; names that could reach into an object's prototype are left out. */
export function formValues(search: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const key of new Set(search.keys())) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") continue;
    const all = search.getAll(key);
    values[key] = all.length === 1 ? all[0]! : all;
  }
  return values;
}

/** A page's `lang` belongs to the frame; an API refuses fields it does not know, so there it is not taken away. */
function queryOf(search: URLSearchParams, door: Route["door"]) {
  const values = formValues(search);
  if (door === "page") delete values.lang;
  return { ...values };
}

type Parsed = { ok: true; value: unknown } | { ok: false; fields: FieldProblem[] };

function parsed(schema: z.ZodType | undefined, value: unknown): Parsed {
  if (!schema) return { ok: true, value };
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    fields: result.error.issues.flatMap((issue): FieldProblem[] =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({ field: [...issue.path, key].join("."), problem: "unknown-field" }))
        : [{ field: issue.path.join("."), problem: issue.message }],
    ),
  };
}

/** Why a change sent from a browser is not believed to come from one of our own pages; `null` when it is. */
function forged(
  http: HonoContext,
  house: House,
  by: "nobody" | "session" | "token",
  route: Route,
  csrf: string,
  body: unknown,
): string | null {
  // A program has the API; at a page's form a token could make itself successors.
  if (by === "token") return route.door === "api" ? null : "API tokens work under /api/v1 only.";
  const site = http.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return "The request came from another site.";
  const origin = http.req.header("origin");
  const own = [new URL(house.settings.publicUrl).origin, new URL(http.req.url).origin];
  if (origin !== undefined && origin !== "null" && !own.includes(origin))
    return "The request came from another site.";
  if (route.door === "api")
    return by === "session" ? "Send an API token: a browser's session changes nothing here." : null;
  if (by === "session" && !sameToken(String((body as Record<string, unknown>)?.csrf ?? ""), csrf))
    return "The form is too old or was not made here. Load the page again.";
  return null;
}
