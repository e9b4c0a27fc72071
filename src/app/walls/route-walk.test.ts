import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTIONS, can } from "../../access/can.ts";
import type { Ask, Route } from "../../access/route.ts";
import { FEATURES } from "../features.ts";
import { addressesOf } from "../testing/addresses.ts";
import { makeWorld, PERSONA_NAMES, type Visit, type World } from "../testing/world.ts";

const ROUTES = FEATURES.flatMap((feature) =>
  feature.routes.map((route) => ({ feature: feature.name, route })),
);
const WALKERS = [
  "stranger",
  "rival",
  "reader",
  "owner",
  "manager",
  "analyst",
  "authority",
  "elsewhere",
] as const;
/**
 * Everybody reads the first address of a route; the other addresses, and what changes something, are tried by those whose rights
 * differ; and what would change something elsewhere, by those who might reach over.
 */
const walkersFor = (route: Route, nth: number): readonly (typeof PERSONA_NAMES)[number][] =>
  route.method === "GET" ? (nth === 0 ? PERSONA_NAMES : WALKERS) : nth === 0 ? WALKERS : REACHERS;
const REACHERS = ["rival", "owner", "manager", "elsewhere"] as const;
const KNOWN_OUTSIDE = ["/healthz", "/readyz", "/metrics", "/assets/:name"];

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

describe("every route", () => {
  it("declares who may", () => {
    for (const { route } of ROUTES) {
      const declared =
        route.rule === "everyone" || route.rule === "signed-in" || ACTIONS.includes(route.rule);
      expect([route.method, route.path, declared]).toEqual([route.method, route.path, true]);
    }
  });

  it("loads what its rule is asked about", () => {
    const without = ROUTES.filter(({ route }) => ACTIONS.includes(route.rule as never) && !route.subject).map(
      ({ route }) => route.rule,
    );
    expect(without.filter((rule) => rule !== "installation.inspect")).toEqual([]);
  });

  it("is on the list of a feature: nothing is served beside it", () => {
    const served = world.app.routes.filter((route) => !route.path.includes("*")).map((route) => route.path);
    const listed = new Set(ROUTES.map(({ route }) => route.path));
    expect([...new Set(served)].filter((path) => !listed.has(path) && !KNOWN_OUTSIDE.includes(path))).toEqual(
      [],
    );
  });

  it("stands once", () => {
    const doors = ROUTES.map(({ route }) => `${route.method} ${route.path}`);
    expect(doors.filter((door, i) => doors.indexOf(door) !== i)).toEqual([]);
  });
});

describe("the walk through every door", () => {
  it("finds each open to whom `can` opens it, and to the others as if it were not there", async () => {
    const lines: string[] = [];
    // Reading first: what the walk changes on its way must not hide what it looks for. Ending comes late, leaving last.
    const order = ROUTES.toSorted(
      (a, b) =>
        Number(a.route.method !== "GET") - Number(b.route.method !== "GET") ||
        Number(leaves(a.route)) - Number(leaves(b.route)) ||
        Number(ends(a.route)) - Number(ends(b.route)),
    );
    for (const { route } of order) {
      for (const [nth, address] of addressesOf(route, world).entries()) {
        const walkers = walkersFor(route, nth);
        const walk = async (persona: (typeof PERSONA_NAMES)[number]): Promise<string> => {
          const visit = await world.as(persona);
          const expected = await expectation(route, address, persona);
          const answer = await send(visit, route, address);
          const where = `${persona}: ${route.method} ${address}`;
          if (expected === "sign-in") {
            expect([where, answer.status]).toEqual([where, route.door === "api" ? 401 : 303]);
          } else if (expected === "no") {
            expect([where, answer.status]).toEqual([where, 404]);
            expect([where, answer.text]).toEqual([where, await nowhere(visit, route.door)]);
          } else {
            // Open: the empty request itself may still be refused, as a request, never as a person.
            expect([where, answer.status, [401, 405, 500, 503].includes(answer.status)]).toEqual([
              where,
              answer.status,
              false,
            ]);
            // What the rule lets through may still lack what it was asked for; then it, too, is like nothing at all.
            if (answer.status === 404)
              expect([where, answer.text]).toEqual([where, await nowhere(visit, route.door)]);
            // What a secret opens is for nobody here, for this one was made up; what is one person's own is for that person.
            if (
              nth === 0 &&
              route.method === "GET" &&
              route.rule !== "everyone" &&
              route.rule !== "signed-in" &&
              !route.path.includes(":token")
            )
              expect([where, answer.status === 404]).toEqual([where, false]);
          }
          return expected === "yes" ? persona : "";
        };
        const told: string[] = [];
        // Who only reads is in nobody's way.
        if (route.method === "GET") told.push(...(await Promise.all(walkers.map(walk))));
        else for (const persona of walkers) told.push(await walk(persona));
        const open = told.filter(Boolean);
        lines.push(
          `${route.method.padEnd(6)} ${readable(address)}\n       ${open.length === walkers.length ? "everyone" : open.join(", ") || "nobody"}`,
        );
      }
    }
    await expect(
      `Who finds what behind which door, in the small world of the tests.\n\n${lines.join("\n")}\n`,
    ).toMatchFileSnapshot("./route-walk.golden.txt");
  }, 600_000);
});

/** Nothing is granted any more with a link that has ended. */
const ends = ({ method, path }: Route) =>
  path.endsWith("/links/:id/withdraw") || (method === "DELETE" && path.endsWith("/links/:id"));
const leaves = (route: Route) => route.path === "/sign-out" || route.path === "/act-as";

async function expectation(
  route: Route,
  address: string,
  persona: (typeof PERSONA_NAMES)[number],
): Promise<"yes" | "no" | "sign-in"> {
  if (route.rule === "everyone") return "yes";
  const slug = /\/clusters\/([^/]+)/.exec(address)?.[1];
  const ctx = await contextOf(route, persona, slug);
  if (route.rule === "signed-in")
    return persona === "stranger" || (route.door === "api" && ctx.acting === null) ? "sign-in" : "yes";
  // An operator, for one, holds no role and so has no token: through the API they come as a stranger.
  const asking = route.door === "api" && ctx.acting === null ? await contextOf(route, "stranger", slug) : ctx;
  const params = paramsOf(route.path, address);
  const parsed = route.params?.safeParse(params);
  if (parsed && !parsed.success) return "no";
  const ask = {
    ctx: asking,
    params: parsed?.data ?? params,
    query: {},
    body: {},
    subject: null,
    search: new URLSearchParams(),
    path: address,
  };
  const subject = route.subject
    ? await route.subject(ask as unknown as Ask<never, never, never, null>)
    : null;
  if (route.subject && !subject) return "no";
  return can(asking.actor, route.rule, subject as never) ? "yes" : "no";
}

const CONTEXTS = new Map<string, ReturnType<World["context"]>>();

/** Nothing changes while everybody only reads; later each asks with the rights of that moment. */
function contextOf(route: Route, persona: (typeof PERSONA_NAMES)[number], slug: string | undefined) {
  const made = () => world.context(persona, (slug as "alpha" | "beta" | undefined) ?? null);
  if (route.method !== "GET") return made();
  const key = `${persona} ${slug ?? ""}`;
  const known = CONTEXTS.get(key) ?? made();
  CONTEXTS.set(key, known);
  return known;
}

function paramsOf(path: string, address: string): Record<string, string> {
  const values = address.split("/");
  return Object.fromEntries(
    path
      .split("/")
      .flatMap((part, i) =>
        part.startsWith(":") ? [[part.slice(1).replace(/\{.*/, ""), decodeURIComponent(values[i]!)]] : [],
      ),
  );
}

const send = (visit: Visit, route: Route, address: string) =>
  route.door === "api"
    ? visit.api(route.method, address, route.method === "GET" ? undefined : {})
    : route.method === "GET"
      ? visit.get(address)
      : visit.post(address);

const NOTHING = { api: new Map<Visit, string>(), page: new Map<Visit, string>() };

/** What the same person gets where certainly nothing is. */
async function nowhere(visit: Visit, door: Route["door"]): Promise<string> {
  const known = NOTHING[door].get(visit);
  if (known !== undefined) return known;
  const { text } = await (door === "api"
    ? visit.api("GET", "/api/v1/certainly/nothing")
    : visit.get("/certainly/nothing"));
  NOTHING[door].set(visit, text);
  return text;
}

const readable = (address: string) => {
  const names = new Map(
    [...Object.entries(world.record), ...Object.entries(world.organisation)].map(([name, id]) => [id, name]),
  );
  return address.replaceAll(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (id) => `{${names.get(id) ?? "id"}}`,
  );
};
