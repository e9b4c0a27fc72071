import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import { likelyDuplicates } from "../duplicates/likely.ts";
import { addOrganisation } from "../membership/add-organisation.ts";
import { movedTo } from "./alias.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.house.gateway.system("two doubles", async ({ db, client }) => {
    const double = (slug: string, name: string, more: object) => ({
      id: uuidv7(),
      slug,
      name,
      country: "DE",
      kind: "enterprise",
      ...more,
    });
    await db
      .insertInto("organisation")
      .values([
        double("anker-zwei", "Anker GmbH", {
          city: "Hamburg",
          lat: 53.55,
          lon: 9.99,
          url: "https://anker.example",
          vat: "DE118509725",
        }),
        double("uni-zwei", "Universität Nord", { kind: "research", city: "Lübeck", lat: 53.87, lon: 10.69 }),
        // Of the same name as nobody, and known inside one cluster alone.
        double("geheim", "Geheim GmbH", { clusterId: world.cluster.alpha, visibility: "cluster" }),
        double("offen", "Offen GmbH", {}),
      ])
      .execute();
    await client.query(
      `insert into membership (cluster_id, id, organisation_id, role, since)
       select $1, gen_random_uuid(), id, 'associate', '2021-01-01' from organisation
       where slug in ('anker-zwei', 'uni-zwei', 'geheim', 'offen')`,
      [world.cluster.alpha],
    );
    await client.query("select index_organisations(array(select id from organisation))");
  });
  await world.job("registry.duplicates");
});
afterAll(() => world.close());

const HOME = "/api/v1/clusters/alpha";
const list = async (persona: "manager" | "facilitator" | "operator", query = "", base = HOME) =>
  (await (await world.as(persona)).api("GET", `${base}/duplicates${query}`)).json;

describe("suggestions of duplicates", () => {
  it("tell the team which members look like another organisation, and why", async () => {
    const found = await list("facilitator");
    expect(found.total).toBe(2);
    const anker = found.items.find((pair: { one: { slug: string } }) => pair.one.slug.startsWith("anker"));
    expect([anker.one.slug, anker.other.slug].sort()).toEqual(["anker", "anker-zwei"]);
    expect(anker.reasons).toEqual(["same-name", "near"]);
    const { text } = await (await world.as("manager")).get("/clusters/alpha/duplicates?lang=de");
    expect(text).toContain("gleicher Name");
  });

  it("do not exist for anybody else", async () => {
    for (const persona of ["rival", "owner", "elsewhere", "analyst", "stranger"] as const) {
      const visit = await world.as(persona);
      expect([persona, (await visit.get("/clusters/alpha/duplicates")).status]).toEqual([persona, 404]);
      expect([
        persona,
        (await visit.get("/clusters/alpha/merge?kept=anker&merged=anker-zwei")).status,
      ]).toEqual([persona, 404]);
    }
    expect((await (await world.as("facilitator")).get("/clusters/alpha/merges")).status).toBe(404);
    const operator = await world.as("operator");
    expect((await operator.get("/api/v1/installation/duplicates")).json.total).toBe(2);
  });

  it("stay away once the team says that they are two, until it takes that back", async () => {
    const visit = await world.as("facilitator");
    const pair = { one: "anker", other: "anker-zwei" };
    expect((await visit.post("/clusters/alpha/duplicates/refuse", pair)).status).toBe(303);
    expect((await list("manager")).total).toBe(1);
    expect((await list("manager", "?show=refused")).total).toBe(1);
    await world.job("registry.duplicates");
    expect((await list("manager")).total).toBe(1);
    expect((await visit.api("POST", `${HOME}/duplicates/reopen`, pair)).status).toBe(204);
    expect((await list("manager")).total).toBe(2);
    // Which two it was is the team's, not the log's to tell its readers, nor a webhook's.
    const entries = await world.house.gateway.system("test", ({ db }) =>
      db.selectFrom("auditEntry").select("body").where("action", "like", "duplicate.%").execute(),
    );
    expect(entries.map(({ body }) => JSON.parse(body).after)).toEqual([
      expect.objectContaining({ visibility: "private", wall: [] }),
      expect.objectContaining({ visibility: "private", wall: [] }),
    ]);
  });

  it("are looked for once for all that are added within a minute, among those that are new", async () => {
    const pool = makePool(world.adminUrl, 1);
    await world.house.gateway.system("a test", async (unit) => {
      for (const city of ["Kiel", "Husum"])
        await addOrganisation(unit, { name: "Sielwärter GmbH", kind: "enterprise", country: "DE", city });
    });
    const { rows } = await pool.query(
      `select payload, run_at > now() as later from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'registry.duplicates'`,
    );
    expect(rows).toEqual([{ payload: { fresh: true }, later: true }]);
    const found = async () => {
      await world.job("registry.duplicates", rows[0].payload);
      const pairs = await pool.query(
        "select from duplicate d join organisation o on o.id = d.low_id where o.name = 'Sielwärter GmbH'",
      );
      return pairs.rowCount;
    };
    expect(await found()).toBe(1);
    // Those of old are left to the nightly look.
    await pool.query(
      "delete from duplicate using organisation o where o.id = low_id and o.name like 'Siel%'",
    );
    await pool.query(
      "update organisation set updated_at = now() - interval '3 days' where name like 'Siel%'",
    );
    expect(await found()).toBe(0);
    await world.job("registry.duplicates");
    await pool.end();
  });

  it("are asked before another one is added", async () => {
    const ctx = await world.context("manager", "alpha");
    const found = await ctx.read((db) =>
      likelyDuplicates(db, ctx.actor, { name: "ANKER", country: "DE", city: "Hamburg" }),
    );
    expect(found.map(({ slug, likelihood }) => [slug, likelihood])).toEqual(
      expect.arrayContaining([
        ["anker", expect.any(String)],
        ["anker-zwei", expect.any(String)],
      ]),
    );
    const byNumber = await ctx.read((db) =>
      likelyDuplicates(db, ctx.actor, { name: "Another name", country: "DE", vat: "118 509 725" }),
    );
    expect(byNumber.map(({ slug }) => slug)).toEqual(["anker-zwei"]);
    const stranger = await world.context("rival", "alpha");
    expect(
      await stranger.read((db) => likelyDuplicates(db, stranger.actor, { name: "Something else entirely" })),
    ).toEqual([]);
  });
});

describe("merging an organisation that is no member here", () => {
  const blocked = async (kept: string, merged: string) =>
    (await (await world.as("manager")).api("GET", `${HOME}/merge?kept=${kept}&merged=${merged}`)).json
      .blocked;

  it("is for the operator, and says the same whether or not others have records of it", async () => {
    const manager = await world.as("manager");
    const [alone, elsewhere] = [await blocked("rivale", "stiftung"), await blocked("rivale", "fern")];
    expect(alone).toContain("Not both of them are members of this cluster");
    expect(elsewhere).toBe(alone);
    expect(await blocked("kunde", "fern")).toBe(alone);
    // Somebody has a seat in it, whom nobody here could ask.
    for (const pair of [
      { kept: "rivale", merged: "kunde" },
      { kept: "kunde", merged: "rivale" },
    ])
      expect((await manager.api("POST", `${HOME}/merges`, pair)).status).toBe(409);
    expect((await manager.get("/clusters/alpha/merge?kept=rivale&merged=kunde")).text).toContain(
      "Propose it to the operator",
    );
  });
});

describe("an organisation that not everybody sees", () => {
  const proposals = async () =>
    (
      await world.house.gateway.system("a test", ({ db }) =>
        db
          .selectFrom("auditEntry")
          .select("seq")
          .where("action", "=", "organisation.propose-merge")
          .execute(),
      )
    ).length;

  it("is not named to operators who do not see it", async () => {
    const manager = await world.as("manager");
    const pair = { kept: "rivale", merged: "geheim" };
    const answer = await manager.post("/clusters/alpha/merge/propose", pair);
    expect([answer.status, answer.text.includes("No operator sees both of them")]).toEqual([409, true]);
    expect((await manager.api("POST", `${HOME}/merges/propose`, pair)).status).toBe(409);
    expect(await proposals()).toBe(0);
    const open = { kept: "rivale", merged: "offen" };
    expect((await manager.api("POST", `${HOME}/merges/propose`, open)).status).toBe(200);
    expect(await proposals()).toBe(1);
  });

  it("does not lead strangers on by its former address, nor stands in the operator's list", async () => {
    const manager = await world.as("manager");
    const made = await manager.api("POST", `${HOME}/merges`, { kept: "offen", merged: "geheim" });
    expect(made.status).toBe(201);
    for (const persona of ["stranger", "operator", "elsewhere"] as const) {
      const visit = await world.as(persona);
      for (const path of ["/organisations/geheim", "/api/v1/organisations/geheim"])
        expect([persona, path, (await visit.get(path)).status]).toEqual([persona, path, 404]);
    }
    const led = await (await world.as("owner")).get("/clusters/alpha/organisations/geheim");
    expect([led.status, led.headers.get("location")]).toEqual([301, "/clusters/alpha/organisations/offen"]);
    const operator = await world.as("operator");
    for (const path of ["/api/v1/installation/merges", "/installation/log"])
      expect((await operator.get(path)).text.toLowerCase()).not.toContain("geheim");
    expect((await manager.get(`${HOME}/merges`)).text).toContain("geheim");
    expect((await operator.api("POST", `/api/v1/installation/merges/${made.json.id}/undo`, {})).status).toBe(
      404,
    );
    expect((await manager.api("POST", `${HOME}/merges/${made.json.id}/undo`, {})).status).toBe(200);
    expect((await (await world.as("stranger")).get("/organisations/geheim")).status).toBe(404);
    expect((await operator.get("/api/v1/installation/merges")).text.toLowerCase()).not.toContain("geheim");
  });
});

describe("merging through the doors", () => {
  it("shows what would happen, and only what the asker may see", async () => {
    const manager = await world.as("manager");
    const preview = (await manager.api("GET", `${HOME}/merge?kept=anker-zwei&merged=anker`)).json;
    expect(preview.allowed).toBe(true);
    expect(preview.memberships).toEqual([{ role: "anchor", since: "2020-01-01", until: null }]);
    // Of five facts the manager does not see the organisation's own and the private one.
    expect(preview.moves.find((one: { what: string }) => one.what === "Facts").rows).toBe(4);
    const { text } = await manager.get("/clusters/alpha/merge?kept=anker&merged=anker-zwei");
    expect(text).toContain("https://anker.example");
  });

  it("is for the operator where another cluster has records of either, and says no more than that", async () => {
    const manager = await world.as("manager");
    const refused = await manager.api("POST", `${HOME}/merges`, { kept: "uni", merged: "uni-zwei" });
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      expect.stringContaining("belongs to another cluster as well"),
    ]);
    expect(
      (await manager.post("/clusters/alpha/merge/propose", { kept: "uni", merged: "uni-zwei" })).status,
    ).toBe(303);
    const operator = await world.as("operator");
    const done = await operator.post("/installation/merge", { kept: "uni", merged: "uni-zwei" });
    expect(done.status).toBe(303);
    // Each cluster with records of it finds it in its own log.
    const logs = await world.house.gateway.system("a test", ({ client }) =>
      client.query("select distinct cluster_id from audit_entry where action = 'organisation.merge'"),
    );
    expect(logs.rowCount).toBeGreaterThan(0);
    const [made] = (await operator.get("/api/v1/installation/merges")).json.items;
    expect((await operator.post(`/installation/merges/${made.id}/undo`, {})).status).toBe(303);
    expect((await operator.get("/organisations/uni-zwei")).status).toBe(200);
  });

  it("merges, leads the old address on, and asks before an undo overwrites what was changed since", async () => {
    const manager = await world.as("manager");
    const form = { kept: "anker", merged: "anker-zwei", "take.url": "merged", "take.vat": "kept" };
    expect((await manager.post("/clusters/alpha/merge", form)).status).toBe(303);
    const { json: kept } = await manager.api("GET", "/api/v1/organisations/anker");
    expect([kept.url, kept.identifiers?.vat ?? kept.vat ?? null]).toEqual(["https://anker.example", null]);
    const ctx = await world.context("stranger", null);
    expect(await movedTo(ctx, "anker-zwei")).toBe("anker");
    const stranger = await world.as("stranger");
    for (const path of [
      "/organisations/anker-zwei",
      "/api/v1/organisations/anker-zwei",
      "/organisations/anker-zwei/partners",
    ]) {
      const led = await stranger.get(path);
      expect([led.status, led.headers.get("location")]).toEqual([301, path.replace("anker-zwei", "anker")]);
    }
    expect(
      (await list("manager")).items.map((pair: { one: { slug: string } }) => pair.one.slug),
    ).toHaveLength(1);

    const [merge] = (await manager.api("GET", `${HOME}/merges`)).json.items;
    const change = await manager.api("PATCH", "/api/v1/clusters/alpha/organisations/anker", {
      city: "Stade",
      version: kept.version,
    });
    expect(change.status).toBe(200);
    const asked = await manager.post(`/clusters/alpha/merges/${merge.id}/undo`, {});
    expect([asked.status, asked.text.includes("Something was changed since")]).toEqual([409, true]);
    expect((await manager.post(`/clusters/alpha/merges/${merge.id}/undo`, { confirmed: "yes" })).status).toBe(
      303,
    );
    expect((await manager.api("GET", "/api/v1/organisations/anker")).json.city).toBe("HAMBURG");
    expect(await movedTo(ctx, "anker-zwei")).toBeNull();
    expect((await manager.api("POST", `${HOME}/merges/${merge.id}/undo`, {})).status).toBe(409);
    for (const path of ["duplicates", "merges"])
      expect(
        (await manager.get(`/clusters/alpha/${path}?format=csv`)).text.split("\n").length,
      ).toBeGreaterThan(1);
  });
});
