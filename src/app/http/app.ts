import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { problem, type Route } from "../../access/route.ts";
import type { House } from "../house.ts";
import { isLoopback, makeAddressOf } from "./address-of.ts";
import { assets } from "./assets.ts";
import { makeMetrics } from "./metrics.ts";
import { contentPolicy, problemJson, respond } from "./respond.tsx";
import { MAX_BODY, serve } from "./serve.ts";
import { localeOf, makeContext } from "./visit.ts";

interface Bindings {
  incoming?: { socket?: { remoteAddress?: string } };
}
type Env = { Bindings: Bindings; Variables: { address: string; requestId: string } };

/** The building: every feature's routes behind the same doors. */
export function buildApp(house: House): Hono<Env> {
  const app = new Hono<Env>();
  const addressOf = makeAddressOf(house.settings.trustProxy);
  const metrics = makeMetrics();
  const limiter =
    house.settings.rateLimit > 0
      ? new RateLimiterMemory({ points: house.settings.rateLimit, duration: 60 })
      : null;

  app.use(async (http, next) => {
    const started = performance.now();
    const address = addressOf(http.env?.incoming?.socket?.remoteAddress, http.req.header("x-forwarded-for"));
    http.set("address", address);
    await next();
    const status = http.res.status;
    harden(http.res.headers, house.settings.publicUrl.startsWith("https:"));
    const ms = performance.now() - started;
    metrics.request(http.req.method, http.req.routePath, status, ms);
    const line = {
      method: http.req.method,
      // The pattern, never the path: addresses of letters, feeds and resets hold secrets.
      route: http.req.routePath,
      status,
      ms: Math.round(ms * 10) / 10,
      address,
    };
    if (status >= 500) house.log.error(line, "request");
    else house.log.debug(line, "request");
  });

  app.get("/healthz", (http) => http.text("ok\n"));
  app.get("/readyz", async (http) =>
    (await house.ready()) ? http.text("ready\n") : http.text("not ready\n", 503),
  );
  // Figures about the house are for its operator: asked from the machine itself, not passed on by a proxy.
  app.get("/metrics", async (http) => {
    const direct = http.req.header("x-forwarded-for") === undefined && isLoopback(http.get("address"));
    return direct
      ? http.text(await metrics.print(), 200, { "content-type": metrics.type })
      : nowhere(house, http as never);
  });
  app.route("/assets", assets());

  app.use(async (http, next) => {
    if (!limiter) return next();
    const spent = await limiter.consume(http.get("address")).then(
      () => null,
      (waiting: { msBeforeNext: number }) => waiting,
    );
    if (!spent) return next();
    return new Response(problemJson("too-many", "Too many requests from this address. Wait a little."), {
      status: 429,
      headers: {
        "content-type": "application/problem+json",
        "retry-after": String(Math.max(1, Math.ceil(spent.msBeforeNext / 1000))),
      },
    });
  });

  const methods = new Map<string, Set<string>>();
  for (const feature of house.features) {
    for (const route of feature.routes) {
      app.on(route.method, route.path, bodyUpTo(route.upload?.maxBytes ?? MAX_BODY), (http) =>
        serve(house, feature, route, http as never, http.get("address")),
      );
      methods.set(route.path, (methods.get(route.path) ?? new Set()).add(route.method));
    }
  }
  for (const [path, known] of methods) {
    app.all(path, (http) => {
      if (http.req.method === "OPTIONS" || http.req.method === "HEAD")
        return new Response(null, { headers: { allow: [...known].join(", ") } });
      return new Response(problemJson("method-not-allowed"), {
        status: 405,
        headers: { "content-type": "application/problem+json", allow: [...known].join(", ") },
      });
    });
  }

  app.notFound((http) => nowhere(house, http as never));
  app.onError((error, http) => {
    house.log.error({ err: error, route: http.req.routePath }, "request failed");
    return unexpected(house, http as never);
  });
  return app;
}

/** Counted while it arrives: a body that does not say its length is no way around. */
const bodyUpTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () =>
      new Response(problemJson("too-large", `At most ${Math.floor(maxSize / 1_048_576)} MB.`), {
        status: 413,
        headers: { "content-type": "application/problem+json" },
      }),
  });

const PAGE: Route = {
  method: "GET",
  path: "*",
  door: "page",
  rule: "everyone",
  summary: "",
  handle: () => problem("not-found"),
};

/** Programs are answered as programs also where nothing is. */
const doorAt = (path: string): Route["door"] => (/^\/(api|scim)\//.test(path) ? "api" : "page");

const nowhereOn = (door: Route["door"]): Route => ({ ...PAGE, door });

async function nowhere(house: House, http: Parameters<typeof serve>[3]): Promise<Response> {
  const door = doorAt(http.req.path);
  return serve(house, house.features[0]!, nowhereOn(door), http, "");
}

/** The last resort leans on nothing that may be what broke: no session, no database. */
async function unexpected(house: House, http: Parameters<typeof serve>[3]): Promise<Response> {
  const door = doorAt(http.req.path);
  const visitor = { identity: null, acting: null, readOnly: false, by: "nobody" as const, csrf: "" };
  const ctx = makeContext(house, visitor, null, localeOf(http.req, undefined, null), { door, address: "" });
  return respond(
    {
      house: { ...house, features: [] },
      feature: house.features[0]!,
      route: nowhereOn(door),
      ctx,
      visitor,
      path: "/",
      search: new URLSearchParams(),
      theme: undefined,
      notice: undefined,
      rememberLanguage: false,
    },
    problem("failure"),
  );
}

function harden(headers: Headers, secure: boolean) {
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", contentPolicy(""));
  if (secure) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
}
