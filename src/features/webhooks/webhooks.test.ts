import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeWorld, type World } from "../../app/testing/world.ts";
import type { CloudEvent } from "./deliver.ts";
import { nextTry, organisationsIn, WAITS } from "./rules.ts";

let world: World;
let heard: { headers: IncomingHttpHeaders; body: string; event: CloudEvent }[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    heard.push({ headers: request.headers, body, event: JSON.parse(body) });
    response.writeHead(status).end("noted");
  });
});
let url = "";
const API = "/api/v1/clusters/alpha/webhooks";

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  world = await makeWorld({ outside: ["127.0.0.1"] });
});
afterAll(async () => {
  server.close();
  await world.close();
});

const waiting = () =>
  world.house.gateway.system("test", ({ db }) =>
    db
      .selectFrom("webhookDelivery")
      .selectAll()
      .where("state", "=", "waiting")
      .orderBy("createdAt")
      .execute(),
  );

/** Does what the queue would do now. */
async function work() {
  for (const { clusterId, id } of await waiting()) await world.job("webhooks.deliver", { clusterId, id });
}

async function hook(persona: "manager" | "owner", kinds: string[] = ["*"]) {
  const answer = await (await world.as(persona)).api("POST", API, { name: "Receiver", url, kinds });
  expect(answer.status).toBe(201);
  heard = [];
  return answer.json as { id: string; secret: string };
}
const drop = async (persona: "manager" | "owner", id: string) =>
  expect((await (await world.as(persona)).api("DELETE", `${API}/${id}`)).status).toBe(204);

const addFact = async (visibility: string, wall: string[] = []) => {
  const owner = await world.as("owner");
  const answer = await owner.api("POST", "/api/v1/clusters/alpha/organisations/anker/facts", {
    field: "interests",
    value: `something ${visibility}`,
    visibility,
    wall,
  });
  expect(answer.status).toBe(201);
  return answer.json.id as string;
};

describe("a webhook", () => {
  it("hears in a signed event which record it was, and nothing that is in it", async () => {
    const { id, secret } = await hook("manager", ["fact"]);
    const fact = await addFact("cluster");
    await work();
    expect(heard).toHaveLength(1);
    const [{ headers, body, event }] = heard as [(typeof heard)[number]];
    expect(event).toMatchObject({
      specversion: "1.0",
      type: "kontor.fact.add",
      subject: `fact/${fact}`,
      data: { cluster: "alpha", kind: "fact", id: fact },
    });
    expect(body).not.toContain("something");
    expect(headers["content-type"]).toContain("application/cloudevents+json");
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual(event);
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    // Told once: a second run finds nothing to do.
    await work();
    expect(heard).toHaveLength(1);
    const sent = await (await world.as("manager")).api("GET", `${API}/${id}/deliveries`);
    expect(sent.json.items[0]).toMatchObject({ state: "delivered", status: 200, attempts: 1 });
    expect((await (await world.as("manager")).get(`/clusters/alpha/webhooks/${id}`)).text).toContain(
      "kontor.fact.add",
    );
    await drop("manager", id);
  });

  it("hears of many entries by jobs that are queued in one go", async () => {
    const hooks = [await hook("manager", ["fact"]), await hook("manager", ["fact"])];
    const queued = await world.house.gateway.system("test", async ({ client, audit }) => {
      for (let at = 0; at < 30; at += 1)
        audit({
          action: "fact.add",
          subjectKind: "fact",
          subjectId: `${at}`,
          clusterId: world.cluster.alpha,
        });
      return vi.spyOn(client, "query");
    });
    const trips = queued.mock.calls.filter(([text]) => String(text).includes("enqueue"));
    queued.mockRestore();
    expect(trips).toHaveLength(1);
    const deliveries = await waiting();
    expect(deliveries).toHaveLength(60);
    const admin = new pg.Client(world.adminUrl);
    await admin.connect();
    const { rows } = await admin.query(
      "select payload from graphile_worker._private_jobs where payload->>'id' = any ($1) order by payload->>'id'",
      [deliveries.map(({ id }) => id)],
    );
    await admin.end();
    const told = deliveries.map(({ clusterId, id }) => ({ payload: { clusterId, id } }));
    expect(rows).toEqual(told.sort((a, b) => (a.payload.id < b.payload.id ? -1 : 1)));
    for (const { id } of hooks) await drop("manager", id);
  });

  it("of a manager does not hear of what the manager may not see", async () => {
    const { id } = await hook("manager");
    await addFact("organisation");
    await work();
    expect(heard).toEqual([]);
    expect(await waiting()).toEqual([]);
    await drop("manager", id);
  });

  it("of an organisation hears of its own records alone", async () => {
    const { id } = await hook("owner");
    const own = await addFact("organisation");
    const rival = await (await world.as("rival")).api(
      "POST",
      "/api/v1/clusters/alpha/organisations/rivale/facts",
      {
        field: "interests",
        value: "another's",
        visibility: "cluster",
      },
    );
    expect([201, 404]).toContain(rival.status);
    await work();
    expect(heard.map(({ event }) => event.data.id)).toEqual([own]);
    await drop("owner", id);
  });

  it("that fails is tried again, given up in the end, shown, and sent again by hand", async () => {
    const { id } = await hook("manager", ["fact"]);
    status = 500;
    await addFact("cluster");
    for (const _ of [0, ...WAITS]) await work();
    expect(await waiting()).toEqual([]);
    expect(heard).toHaveLength(WAITS.length + 1);
    const manager = await world.as("manager");
    const page = await manager.get(`/clusters/alpha/webhooks/${id}`);
    expect(page.text).toContain("given up");
    expect(page.text).toContain("noted");
    status = 204;
    const [dead] = (await manager.api("GET", `${API}/${id}/deliveries`)).json.items;
    await manager.post(`/clusters/alpha/webhooks/${id}/deliveries/${dead.id}/retry`);
    await work();
    expect((await manager.api("GET", `${API}/${id}/deliveries`)).json.items[0].state).toBe("delivered");
    status = 200;
    await drop("manager", id);
  });

  it("that is paused shows nothing it was not allowed to hear, and sends what waited once it is on again", async () => {
    const { id } = await hook("owner");
    const owner = await world.as("owner");
    const state = (to: string) => owner.api("POST", `${API}/${id}/state`, { state: to });
    const own = await addFact("organisation");
    expect((await state("paused")).status).toBe(204);
    await work();
    expect(heard).toEqual([]);
    expect((await owner.api("GET", `${API}/${id}/deliveries`)).json.total).toBe(0);
    expect((await state("on")).status).toBe(204);
    await work();
    expect(heard.map(({ event }) => event.data.id)).toEqual([own]);
    await drop("owner", id);
  });

  it("of a person who left the role is told of nothing more", async () => {
    const { id } = await hook("manager", ["fact"]);
    await addFact("cluster");
    const suspend = (at: Date | null) =>
      world.house.gateway.system("test", ({ db }) =>
        db.updateTable("person").set({ suspendedAt: at }).where("id", "=", world.person.manager).execute(),
      );
    await suspend(new Date());
    await work();
    await suspend(null);
    expect(heard).toEqual([]);
    expect((await (await world.as("manager")).api("GET", `${API}/${id}`)).json.state).toBe("broken");
    await drop("manager", id);
  });

  it("never goes to an address inside the house, and keeps what was typed", async () => {
    const manager = await world.as("manager");
    for (const inside of ["http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]:5432/"]) {
      expect((await manager.api("POST", API, { name: "x", url: inside, kinds: ["*"] })).status).toBe(422);
      const form = await manager.post("/clusters/alpha/webhooks", {
        name: "My receiver",
        url: inside,
        kinds: "*",
      });
      expect(form.status).toBe(422);
      expect(form.text).toContain("private network");
      expect(form.text).toContain("My receiver");
    }
  });

  it("is nobody's but its keeper's, and its secret is shown once", async () => {
    const { id, secret } = await hook("manager");
    for (const persona of ["stranger", "owner", "rival", "facilitator", "auditor", "editor"] as const) {
      const visit = await world.as(persona);
      expect((await visit.get(`/clusters/alpha/webhooks/${id}`)).status).toBe(404);
      expect((await visit.api("GET", `${API}/${id}`)).status).toSatisfy(
        (code) => code === 404 || code === 401,
      );
    }
    const manager = await world.as("manager");
    for (const path of [`/clusters/alpha/webhooks/${id}`, "/clusters/alpha/webhooks"])
      expect((await manager.get(path)).text).not.toContain(secret);
    const seen = await world.house.gateway.read((await world.context("owner", "alpha")).actor, (db) =>
      db.selectFrom("webhook").select("id").execute(),
    );
    expect(seen).toEqual([]);
    await drop("manager", id);
  });
});

describe("the rules", () => {
  it("wait longer each time, and end", () => {
    const now = new Date("2026-11-21T00:00:00Z");
    const waits = WAITS.map((_, at) => nextTry(at + 1, now)!.getTime() - now.getTime());
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(nextTry(WAITS.length + 1, now)).toBeNull();
  });

  it("find the organisations an entry is about", () => {
    expect(organisationsIn("link", "l", [null, { fromOrganisationId: "a", toOrganisationId: "b" }])).toEqual([
      "a",
      "b",
    ]);
    expect(organisationsIn("organisation", "o", [{ name: "x" }, null])).toEqual(["o"]);
    expect(organisationsIn("fact", "f", [null, null])).toEqual([]);
  });
});
