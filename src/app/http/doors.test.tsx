import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Feature } from "../../access/feature.ts";
import { api, created, get, json, page, post, redirect } from "../../access/route.ts";
import { backInside } from "../../kernel/back.ts";
import { makeWorld, ORIGIN, type World } from "../testing/world.ts";
import { makeAddressOf } from "./address-of.ts";

let world: World;
let acts = 0;

/** A capability small enough to see the doors themselves. */
const probe: Feature = {
  name: "probe",
  messages: { done: { en: "It is done.", de: "Erledigt." } },
  routes: [
    get("/probe", {
      rule: "everyone",
      summary: "A page",
      handle: () => page({ title: "Probe" }, <p>hello</p>),
    }),
    get("/probe/mine", {
      rule: "signed-in",
      summary: "A page of one's own",
      handle: ({ ctx }) => page({ title: "Mine", personal: true }, <p>{ctx.identity!.name}</p>),
    }),
    get("/probe/broken", {
      rule: "everyone",
      summary: "A bug",
      handle: () => Promise.reject(new Error("secret detail of a bug")),
    }),
    get("/probe/letter/:token", {
      rule: "everyone",
      summary: "An address that is a secret",
      params: z.object({ token: z.string() }),
      handle: ({ params }) =>
        params.token === "broken-secret"
          ? Promise.reject(new Error("a bug"))
          : page({ title: "L" }, <p>l</p>),
    }),
    post("/probe", { rule: "signed-in", summary: "A form", handle: () => redirect("/probe", "done") }),
    api.get("/api/v1/probe", {
      rule: "everyone",
      summary: "A list",
      query: z.strictObject({ limit: z.coerce.number().int().max(200).default(50) }),
      handle: ({ query }) => json({ limit: query.limit }),
    }),
    api.post("/api/v1/probe", {
      rule: "signed-in",
      summary: "An act",
      body: z.strictObject({ name: z.string().max(20) }),
      handle: ({ ctx, body }) =>
        ctx.write(async ({ audit }) => {
          acts += 1;
          audit({ action: "probe.act", subjectKind: "probe", after: body });
          return created({ act: acts, name: body.name }, "/api/v1/probe/1");
        }),
    }),
  ],
};

beforeAll(async () => {
  world = await makeWorld({ features: [probe], rateLimit: 0 });
});
afterAll(() => world.close());

const browser = async () => {
  const visit = await world.as("owner");
  return visit;
};

describe("every door", () => {
  it("sends the headers that keep a page among itself", async () => {
    const { headers, status } = await (await world.as("stranger")).get("/probe");
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toMatch(
      /script-src 'self' 'nonce-[\w+/=]+'; .*frame-ancestors 'none'/,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  it("makes a new nonce for each page", async () => {
    const visit = await world.as("stranger");
    const nonce = async () =>
      /nonce-([\w+/=]+)/.exec((await visit.get("/probe")).headers.get("content-security-policy")!)![1];
    expect(await nonce()).not.toBe(await nonce());
  });

  it("tells nothing of a bug to the outside", async () => {
    const { status, text } = await (await world.as("stranger")).get("/probe/broken");
    expect(status).toBe(500);
    expect(text).not.toContain("secret detail");
  });

  it("writes no secret of an address into the log, not even of a page that failed", async () => {
    const { log } = world.house;
    const written = (["debug", "error"] as const).map((level) => vi.spyOn(log, level));
    const visit = await world.as("stranger");
    for (const path of ["/probe/letter/open-secret", "/probe/letter/broken-secret", "/nowhere/other-secret"])
      await visit.get(`${path}?also=a-secret`);
    const lines = JSON.stringify(written.flatMap((spy) => spy.mock.calls));
    for (const spy of written) spy.mockRestore();
    expect(lines).toContain('"route":"/probe/letter/:token","status":200');
    expect(lines).toContain('"route":"/probe/letter/:token","status":500');
    expect(lines).not.toMatch(/secret(?! detail)/);
  });

  it("lets nobody keep what a signed-in person saw", async () => {
    expect((await (await browser()).get("/probe/mine")).headers.get("cache-control")).toBe(
      "private, no-store",
    );
  });

  it("leads a stranger to the sign-in and back", async () => {
    const { status, headers } = await (await world.as("stranger")).get("/probe/mine?a=1");
    expect([status, headers.get("location")]).toEqual([303, "/sign-in?next=%2Fprobe%2Fmine%3Fa%3D1"]);
  });

  it("answers an unknown method with the known ones", async () => {
    const response = await world.app.request(new Request(`${ORIGIN}/probe/mine`, { method: "DELETE" }));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET"]);
  });

  it("refuses a body of more than a megabyte", async () => {
    const { status } = await (await world.as("owner")).api("POST", "/api/v1/probe", {
      name: "x".repeat(1_100_000),
    });
    expect(status).toBe(413);
  });
});

describe("a body that does not say how long it is", () => {
  it("is refused once it has grown past a megabyte, and not read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(65_536).fill(97));
        if (sent >= 1_000) controller.close();
      },
    });
    const response = await world.app.request(
      new Request(`${ORIGIN}/api/v1/probe`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: endless,
        duplex: "half",
      } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(100);
  });
});

describe("a form", () => {
  it("is taken from our own page and says so on the next one", async () => {
    const visit = await browser();
    const sent = await visit.post("/probe");
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/probe"]);
    const cookie = sent.headers
      .getSetCookie()
      .find((line) => line.startsWith("kontor_notice"))!
      .split(";")[0]!;
    const next = await world.app.request(new Request(`${ORIGIN}/probe`, { headers: { cookie } }));
    expect(await next.text()).toContain("It is done.");
  });

  it.each([
    ["another site's", { "sec-fetch-site": "cross-site" }, {}],
    ["another origin's", { origin: "https://elsewhere.example" }, {}],
    ["one without the session's token", {}, { csrf: "" }],
    ["one with another session's token", {}, { csrf: "A".repeat(32) }],
  ])("is refused when it is %s", async (_, headers, form) => {
    const cookies = await world.house.auth.signIn(
      "owner@example.org",
      "a long enough password",
      new Headers(),
    );
    const cookie = (cookies ??
      (await browser().then(() =>
        world.house.auth.signIn("owner@example.org", "a long enough password", new Headers()),
      )))!
      .map((line) => line.split(";")[0])
      .join("; ");
    const response = await world.app.request(
      new Request(`${ORIGIN}/probe`, {
        method: "POST",
        headers: { cookie, ...headers },
        body: new URLSearchParams(form),
      }),
    );
    expect(response.status).toBe(403);
  });
});

describe("the API", () => {
  it("refuses fields it does not know", async () => {
    const visit = await world.as("owner");
    expect((await visit.api("GET", "/api/v1/probe?limit=5&page=2")).json).toMatchObject({
      status: 400,
      fields: [{ field: "page", problem: "unknown-field" }],
    });
    expect((await visit.api("POST", "/api/v1/probe", { name: "a", admin: true })).json).toMatchObject({
      status: 422,
      fields: [{ field: "admin" }],
    });
  });

  it("refuses a list where one value stands", async () => {
    expect((await (await world.as("owner")).api("GET", "/api/v1/probe?limit=5&limit=6")).status).toBe(400);
  });

  it("answers problems as problem+json", async () => {
    const directory = await (await world.as("stranger")).get("/scim/v2/nowhere");
    expect(directory.headers.get("content-type")).toBe("application/problem+json");
    const { headers, json: body } = await (await world.as("stranger")).get("/api/v1/nowhere");
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(body).toEqual({ type: "about:blank", title: "Not found", status: 404 });
  });

  it("takes a token that is none for an error, not for a stranger", async () => {
    const { status } = await (await world.as("stranger")).get("/api/v1/probe", {
      authorization: "Bearer kontor_nothing_of_the_kind",
    });
    expect(status).toBe(401);
  });

  it("lets a browser's session change nothing", async () => {
    await browser();
    const cookies = (await world.house.auth.signIn(
      "owner@example.org",
      "a long enough password",
      new Headers(),
    ))!;
    const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
    const response = await world.app.request(
      new Request(`${ORIGIN}/api/v1/probe`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: '{"name":"a"}',
      }),
    );
    expect(response.status).toBe(403);
  });

  it("refuses keys that reach for a prototype", async () => {
    const visit = await world.as("owner");
    void visit;
    const response = await world.app.request(
      new Request(`${ORIGIN}/api/v1/probe`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"__proto__":{"a":1}}',
      }),
    );
    expect(response.status).toBe(400);
  });
});

describe("an idempotency key", () => {
  it("makes a request sent twice act once and answer alike", async () => {
    const visit = await world.as("owner");
    const before = acts;
    const first = await visit.api("POST", "/api/v1/probe", { name: "once" }, { "idempotency-key": "k1" });
    const second = await visit.api("POST", "/api/v1/probe", { name: "once" }, { "idempotency-key": "k1" });
    expect([first.status, second.status, second.headers.get("idempotency-replayed")]).toEqual([
      201,
      201,
      "true",
    ]);
    expect(second.json).toEqual(first.json);
    expect(acts).toBe(before + 1);
  });

  it("is refused with another body", async () => {
    const visit = await world.as("owner");
    await visit.api("POST", "/api/v1/probe", { name: "a" }, { "idempotency-key": "k2" });
    expect(
      (await visit.api("POST", "/api/v1/probe", { name: "b" }, { "idempotency-key": "k2" })).status,
    ).toBe(422);
  });

  it("belongs to one person", async () => {
    await (await world.as("owner")).api("POST", "/api/v1/probe", { name: "a" }, { "idempotency-key": "k3" });
    const other = await (await world.as("rival")).api(
      "POST",
      "/api/v1/probe",
      { name: "b" },
      { "idempotency-key": "k3" },
    );
    expect(other.status).toBe(201);
  });

  it("makes ten at once act once", async () => {
    const visit = await world.as("owner");
    const send = () => visit.api("POST", "/api/v1/probe", { name: "race" }, { "idempotency-key": "k4" });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    const entries = await world.house.gateway.system("counting", ({ db }) =>
      db.selectFrom("auditEntry").select("body").where("action", "=", "probe.act").execute(),
    );
    expect(entries.filter((entry) => entry.body.includes('"race"'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 201).length).toBeGreaterThanOrEqual(1);
    expect(answers.every((answer) => [201, 409].includes(answer.status))).toBe(true);
  });
});

describe("the log", () => {
  it("says through which door the house's own hand was moved", async () => {
    const { gateway } = world.house;
    const note = { action: "probe.hand", subjectKind: "probe", clusterId: world.cluster.alpha };
    await (await world.context("owner", "alpha")).system("a page", async ({ audit }) => audit(note));
    await world.jobs.system("a job", async ({ audit }) => audit(note));
    await gateway.system("a command", async ({ audit }) => audit(note));
    const entries = await gateway.system("a test's look", ({ db }) =>
      db
        .selectFrom("auditEntry")
        .select(["body", "actingAs"])
        .where("action", "=", note.action)
        .orderBy("seq")
        .execute(),
    );
    expect(entries.map(({ body, actingAs }) => [JSON.parse(body).door, actingAs])).toEqual([
      ["page", "a page"],
      ["job", "a job"],
      ["command", "a command"],
    ]);
    expect((await world.house.engine.verifyAudit()).breaks).toEqual([]);
  });
});

describe("behind https", () => {
  it("gives out cookies for https alone and knows its people by them", async () => {
    const safe = await makeWorld({ features: [probe], publicUrl: "https://kontor.example" });
    try {
      const visit = await safe.as("owner");
      const mine = await visit.get("/probe/mine");
      expect([mine.status, mine.headers.get("strict-transport-security")]).toEqual([
        200,
        expect.stringContaining("max-age"),
      ]);
      const cookies = (await safe.house.auth.signIn(
        "owner@example.org",
        "a long enough password",
        new Headers(),
      ))!;
      expect(cookies.every((line) => /; Secure/.test(line) && /; HttpOnly/.test(line))).toBe(true);
    } finally {
      await safe.close();
    }
  });
});

describe("a limit on requests", () => {
  it("holds per address and says when to come back", async () => {
    const small = await makeWorld({ features: [probe], rateLimit: 3 });
    try {
      const visit = await small.as("stranger");
      const statuses = [];
      for (let i = 0; i < 5; i++) statuses.push((await visit.get("/probe")).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      expect(Number((await visit.get("/probe")).headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await small.close();
    }
  });
});

describe("the address of who asks", () => {
  const behindProxy = makeAddressOf(["10.0.0.0/8"]);

  it.each([
    [
      "is the peer's where no proxy is trusted",
      makeAddressOf([]),
      "203.0.113.9",
      "198.51.100.1",
      "203.0.113.9",
    ],
    ["is the forwarded one behind a trusted proxy", behindProxy, "10.0.0.1", "198.51.100.1", "198.51.100.1"],
    [
      "is not what a client claims in front of the proxy",
      behindProxy,
      "10.0.0.1",
      "1.2.3.4, 198.51.100.1",
      "198.51.100.1",
    ],
    [
      "passes over a chain of trusted proxies",
      behindProxy,
      "10.0.0.1",
      "198.51.100.1, 10.0.0.2",
      "198.51.100.1",
    ],
    [
      "stays the proxy's where nothing sensible was forwarded",
      behindProxy,
      "10.0.0.1",
      "nonsense",
      "10.0.0.1",
    ],
  ])("%s", (_, addressOf, peer, forwarded, expected) => {
    expect(addressOf(peer, forwarded)).toBe(expected);
  });
});

describe("the way back after an act", () => {
  it.each([
    ["/clusters/alpha?view=map", "/clusters/alpha?view=map"],
    ["//evil.example", "/"],
    ["https://evil.example", "/"],
    ["/\\evil.example", "/"],
    ["", "/"],
  ])("%s leads to %s", (back, expected) => {
    expect(backInside(back, "/")).toBe(expected);
  });
});
