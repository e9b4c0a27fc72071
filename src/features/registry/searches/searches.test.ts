import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { told } from "./job.ts";
import { remembered, unseen } from "./seen.ts";

let world: World;
let admin: pg.Pool;
beforeAll(async () => {
  world = await makeWorld();
  admin = makePool(world.adminUrl, 1);
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const API = "/api/v1/searches";

/** Runs the search's job and answers what it leaves in the outbox to be told. */
async function asked(id: string): Promise<string[]> {
  await admin.query("delete from graphile_worker._private_jobs");
  await world.job("searches.ask", { id });
  const { rows } = await admin.query(
    `select payload -> 'notice' -> 'text' ->> 'en' as text
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'notices.deliver' and payload -> 'notice' ->> 'topic' = 'searches'`,
  );
  return rows.map((row) => row.text);
}

const join = (organisation: "kunde" | "fern", visibility: "public" | "cluster", wall: string[] = []) =>
  world.house.gateway.system("a new member", async ({ db }) => {
    await db
      .insertInto("membership")
      .values({
        clusterId: world.cluster.alpha,
        id: crypto.randomUUID(),
        organisationId: world.organisation[organisation],
        role: "core",
        since: "2024-01-01",
        visibility,
        wall,
      })
      .execute();
  });
const leave = (organisation: "kunde" | "fern") =>
  world.house.gateway.system("no member any more", async ({ db }) => {
    await db
      .deleteFrom("membership")
      .where("clusterId", "=", world.cluster.alpha)
      .where("organisationId", "=", world.organisation[organisation])
      .execute();
  });

describe("a saved search", () => {
  it("is one person's own, kept as its filters, and opened, renamed, deleted", async () => {
    const owner = await world.as("owner");
    const saved = await owner.api("POST", API, {
      name: "Firms",
      kind: "organisations",
      cluster: "alpha",
      query: "kind=enterprise&cursor=abc&odd=1&view=table",
    });
    expect(saved.status).toBe(201);
    expect(saved.json).toMatchObject({ cluster: "alpha", query: "kind=enterprise&view=table", alert: "off" });
    const { id } = saved.json;
    expect((await owner.get(`/searches/${id}/open`)).headers.get("location")).toBe(
      "/clusters/alpha/organisations?kind=enterprise&view=table",
    );
    expect((await owner.get("/searches")).text).toContain("Firms");
    const rival = await world.as("rival");
    expect((await rival.api("GET", `${API}/${id}`)).status).toBe(404);
    expect((await rival.api("DELETE", `${API}/${id}`)).status).toBe(404);
    expect((await rival.get(`/searches/${id}`)).status).toBe(404);
    expect((await rival.api("GET", API)).json.total).toBe(0);
    await owner.post(`/searches/${id}`, { name: "Enterprises", alert: "weekly" });
    expect((await owner.api("GET", `${API}/${id}`)).json).toMatchObject({
      name: "Enterprises",
      alert: "weekly",
    });
    expect((await owner.post(`/searches/${id}/remove`)).status).toBe(303);
    expect((await owner.api("GET", `${API}/${id}`)).status).toBe(404);
  });

  it("is offered on the lists to those who are signed in, and keeps what was typed", async () => {
    const owner = await world.as("owner");
    for (const path of [
      "/organisations?kind=research",
      "/clusters/alpha/organisations",
      "/projects?query=hull",
    ])
      expect((await owner.get(path)).text).toContain("/searches/new?");
    expect((await (await world.as("stranger")).get("/organisations")).text).not.toContain("/searches/new?");
    const form = await owner.get("/searches/new?kind=projects&query=query%3Dhulls");
    expect(form.text).toContain("It finds one result today.");
    const refused = await owner.post("/searches", {
      kind: "projects",
      query: "query=hulls",
      name: "",
      alert: "daily",
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="daily" checked');
  });
});

describe("an alert", () => {
  it("tells a new result once, and not again when it went and came back", async () => {
    const owner = await world.as("owner");
    const { json } = await owner.api("POST", API, {
      name: "Members",
      kind: "organisations",
      cluster: "alpha",
      alert: "at-once",
    });
    expect(await asked(json.id)).toEqual([]);
    await join("kunde", "cluster");
    expect(await asked(json.id)).toEqual(["New in your search “Members”: Kunde GmbH."]);
    expect(await asked(json.id)).toEqual([]);
    await leave("kunde");
    expect(await asked(json.id)).toEqual([]);
    await join("kunde", "cluster");
    expect(await asked(json.id)).toEqual([]);
    await leave("kunde");
  });

  it("tells nobody what they may not see, by name or number", async () => {
    const ask = async (persona: "owner" | "rival" | "authority" | "customer") => {
      const { json } = await (await world.as(persona)).api("POST", API, {
        name: `Of ${persona}`,
        kind: "organisations",
        cluster: "alpha",
        alert: "at-once",
      });
      return json.id as string;
    };
    const ids = {
      owner: await ask("owner"),
      rival: await ask("rival"),
      authority: await ask("authority"),
      customer: await ask("customer"),
    };
    await join("fern", "cluster", [world.organisation.rivale]);
    expect(await asked(ids.owner)).toHaveLength(1);
    expect(await asked(ids.rival)).toEqual([]);
    expect(await asked(ids.authority)).toEqual([]);
    expect(await asked(ids.customer)).toEqual([]);
    await leave("fern");
  });

  it("asks by what only the team knows for the team, and rests when the role has ended", async () => {
    const manager = await world.as("facilitator");
    const { json } = await manager.api("POST", API, {
      name: "Labelled",
      kind: "organisations",
      cluster: "alpha",
      query: `label=${world.record.label}`,
      alert: "daily",
    });
    await manager.api("PUT", `/api/v1/clusters/alpha/organisations/uni/labels/${world.record.label}`);
    expect(await asked(json.id)).toEqual([expect.stringContaining("Universitaet Nord")]);
    const found = await admin.query(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'notices.deliver'`,
    );
    await world.job("notices.deliver", found.rows[0].payload);
    expect((await manager.get("/notices")).text).toContain("New in your search");
    await world.house.gateway.system("the office ends", async ({ db }) => {
      await db
        .updateTable("office")
        .set({ until: "2020-02-01" })
        .where("personId", "=", world.person.facilitator)
        .execute();
    });
    await manager.api("PUT", `/api/v1/clusters/alpha/organisations/anker/labels/${world.record.label}`);
    expect(await asked(json.id)).toEqual([]);
    const rests = await world.house.gateway.system("see", ({ db }) =>
      db.selectFrom("savedSearch").select("paused").where("id", "=", json.id).executeTakeFirstOrThrow(),
    );
    expect(rests.paused).toBe("role");
    // What it had told is gone with the role, and what was still on its way is told to nobody.
    expect((await manager.get("/notices")).text).not.toContain("New in your search");
    const late = { ...found.rows[0].payload, delivery: crypto.randomUUID() };
    await world.job("notices.deliver", late);
    const { rows } = await admin.query("select from notice where delivery = $1", [late.delivery]);
    expect(rows).toEqual([]);
    await world.house.gateway.system("the office is back", async ({ db }) => {
      await db
        .updateTable("office")
        .set({ until: null })
        .where("personId", "=", world.person.facilitator)
        .execute();
    });
  });

  it("comes round for those whose turn it is", async () => {
    const owner = await world.as("owner");
    const { json } = await owner.api("POST", API, { name: "Weekly", kind: "projects", alert: "weekly" });
    const due = async () => {
      await world.job("searches.due");
      const { rows } = await admin.query("select from graphile_worker._private_jobs where key = $1", [
        `search:${json.id}`,
      ]);
      return rows.length;
    };
    expect(await due()).toBe(0);
    await world.house.gateway.system("a week passes", async ({ db }) => {
      await db
        .updateTable("savedSearch")
        .set({ askedAt: new Date(Date.now() - 7 * 24 * 3600_000) })
        .where("id", "=", json.id)
        .execute();
    });
    expect(await due()).toBe(1);
  });
});

describe("what was seen", () => {
  it("is known again and says nothing by itself", () => {
    const first = remembered("one", ["a", "b"], null);
    expect(unseen("one", ["b", "c"], first)).toEqual(["c"]);
    expect(unseen("one", ["a", "b", "c"], remembered("one", ["c"], first))).toEqual([]);
    expect(unseen("two", ["a"], first)).toEqual(["a"]);
    expect(
      remembered(
        "one",
        Array.from({ length: 30_000 }, (_, i) => String(i)),
        null,
      ).length,
    ).toBe(160_000);
  });

  it("is told in one line of at most 300 characters", () => {
    const long = Array.from({ length: 5 }, (_, i) => ({ name: `${"Firm ".repeat(20)}${i}`, href: "/" }));
    const sentence = told("A search\nwith lines", long, 9, "de");
    expect(sentence.length).toBeLessThanOrEqual(300);
    expect(sentence).not.toMatch(/[\u0000-\u001f]/);
    expect(sentence).toContain("…");
  });
});
