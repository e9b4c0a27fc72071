import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { digestOf } from "./digest.ts";
import { tellNow } from "./tell.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const NEEDS = "/clusters/alpha/needs";
const API = "/api/v1/clusters/alpha";
const TERMS = "Tell nobody for five years.";

/** A confidential need of the anchor, opened by its owner. */
async function aNeed(more: Record<string, string | string[]> = {}): Promise<string> {
  const answer = await (await world.as("owner")).post(`${NEEDS}/new`, {
    title: "Second source for hull plates",
    text: "We want to leave our present supplier.",
    kind: "supplier",
    intent: "purchase",
    visibility: "cluster",
    step: "teaser",
    teaser: "A shipyard looks for thin plates.",
    competences: "welding, Anker Plating",
    ...more,
  });
  expect(answer.status, answer.text).toBe(303);
  return new URL(answer.headers.get("location")!, "http://localhost").pathname.split("/").at(-1)!;
}

type Persona = Parameters<World["as"]>[0];
const api = async (persona: Persona, method: string, path: string, body?: unknown) =>
  (await world.as(persona)).api(method, `${API}${path}`, body);
const readings = async (persona: Persona, need: string) =>
  (await api(persona, "GET", `/needs/${need}/reading`)).json;
const releaseOf = async (need: string, step: string) =>
  (await api("owner", "GET", `/needs/${need}/releases`)).json.items.find(
    (one: { step: string }) => one.step === step,
  );
const answer = (need: string, release: string, act: string, more = {}) =>
  api("owner", "PATCH", `/needs/${need}/releases/${release}`, { act, ...more });

describe("a need without a name", () => {
  it("is a teaser to others, without owner, title, day, or a competence called after its owner", async () => {
    const id = await aNeed();
    const { text, status } = await (await world.as("rival")).get(`${NEEDS}/${id}`);
    expect(status).toBe(200);
    expect(text).toContain("A shipyard looks for thin plates.");
    expect(text).toContain("welding");
    for (const secret of ["Second source", "present supplier", "Anker", world.organisation.anker])
      expect(text.replace(/<nav[\s\S]*?<\/nav>/g, ""), secret).not.toContain(secret);
  });

  it("is told no longer once it is closed, a draft, or only for matching", async () => {
    const teasers = async (id: string) =>
      world.house.gateway.system("a look", ({ db }) =>
        db.selectFrom("needTeaser").select("text").where("needId", "=", id).execute(),
      );
    const closed = await aNeed();
    expect(await teasers(closed)).toHaveLength(1);
    await (await world.as("owner")).post(`${NEEDS}/${closed}/close`, { because: "not-needed" });
    expect(await teasers(closed)).toEqual([]);
    expect((await (await world.as("rival")).get(`${NEEDS}/${closed}`)).status).toBe(404);
    expect(await teasers(await aNeed({ step: "match", teaser: "" }))).toEqual([]);
    expect(await teasers(await aNeed({ as: "draft" }))).toEqual([]);
  });
});

describe("climbing the ladder", () => {
  it("goes step by step: asked, granted, agreed, and back down", async () => {
    const id = await aNeed({ secrecy: TERMS, detail: "The contract ends in June." });
    const page = async () => (await (await world.as("rival")).get(`${NEEDS}/${id}`)).text;

    const asked = await api("rival", "POST", `/needs/${id}/ask`, { message: "We roll plates." });
    expect([asked.status, asked.json.step, asked.json.state]).toEqual([201, "named", "asked"]);
    expect((await api("rival", "POST", `/needs/${id}/ask`, {})).status).toBe(409);
    const seen = await releaseOf(id, "named");
    expect([seen.organisation.slug, seen.message]).toEqual(["rivale", "We roll plates."]);
    expect((await answer(id, seen.id, "grant")).json.state).toBe("granted");
    expect(await page()).toContain("Second source for hull plates");
    expect(await page()).not.toContain("The contract ends");

    const reading = await readings("rival", id);
    expect([reading.reads, reading.next.step, reading.terms.text]).toEqual([3, "agreed", TERMS]);
    expect((await api("rival", "POST", `/needs/${id}/ask`, {})).status).toBe(422);
    const stale = { terms: digestOf("Other terms."), name: "Rita Rival" };
    expect((await api("rival", "POST", `/needs/${id}/ask`, { agreement: stale })).status).toBe(422);
    const agreement = { terms: reading.terms.digest, name: "Rita Rival" };
    expect((await api("rival", "POST", `/needs/${id}/ask`, { agreement })).status).toBe(201);
    await answer(id, (await releaseOf(id, "agreed")).id, "grant");
    expect(await page()).toContain("The contract ends in June.");
    expect((await releaseOf(id, "agreed")).agreed).toMatchObject({ text: TERMS, name: "Rita Rival" });

    expect((await answer(id, seen.id, "revoke")).json.state).toBe("revoked");
    expect((await readings("rival", id)).reads).toBe(1);
    expect(await page()).not.toContain("Second source");
    expect((await answer(id, seen.id, "restore")).json.state).toBe("granted");
    expect((await readings("rival", id)).reads).toBe(3);
  });

  it("keeps the terms as they were agreed to when they change", async () => {
    const id = await aNeed({ secrecy: TERMS });
    await api("owner", "POST", `/needs/${id}/releases`, { organisation: "rivale", step: "named" });
    const offered = await api("owner", "POST", `/needs/${id}/releases`, {
      organisation: "rivale",
      step: "agreed",
    });
    expect(offered.json.state).toBe("offered");
    expect((await readings("rival", id)).reads).toBe(3);
    const wrong = { terms: digestOf("Something else"), name: "Rita" };
    expect((await api("rival", "POST", `/needs/${id}/terms`, wrong)).status).toBe(422);
    expect(
      (await api("rival", "POST", `/needs/${id}/terms`, { ...wrong, terms: digestOf(TERMS) })).status,
    ).toBe(204);
    expect((await readings("rival", id)).reads).toBe(4);
    await world.house.gateway.system("new terms", ({ db }) =>
      db.updateTable("need").set({ secrecy: "Tell everybody." }).where("id", "=", id).execute(),
    );
    expect((await releaseOf(id, "agreed")).agreed.text).toBe(TERMS);
  });

  it("is the owner's people's to grant: not a reader's, not the asker's, not the team's", async () => {
    const id = await aNeed();
    await api("rival", "POST", `/needs/${id}/ask`, {});
    const { id: release } = await releaseOf(id, "named");
    for (const persona of ["rival", "reader", "manager", "facilitator", "professor", "elsewhere"] as const) {
      const path = `/needs/${id}/releases/${release}`;
      expect((await api(persona, "PATCH", path, { act: "grant" })).status, persona).toBe(404);
    }
    for (const persona of ["reader", "authority", "stranger", "applicant"] as const)
      expect((await api(persona, "POST", `/needs/${id}/ask`, {})).status, persona).toBe(404);
  });

  it("stops at a wall, also one that is put up later", async () => {
    const id = await aNeed({ wall: ["rivale"] });
    expect((await api("rival", "POST", `/needs/${id}/ask`, {})).status).toBe(404);
    const grant = { organisation: "rivale", step: "named" };
    expect((await api("owner", "POST", `/needs/${id}/releases`, grant)).status).toBe(422);

    const open = await aNeed({ detail: "Deep secret" });
    await api("owner", "POST", `/needs/${open}/releases`, grant);
    await api("owner", "POST", `/needs/${open}/releases`, { ...grant, step: "full" });
    expect((await (await world.as("rival")).get(`${NEEDS}/${open}`)).text).toContain("Deep secret");
    await world.house.gateway.system("a wall", ({ db }) =>
      db
        .updateTable("need")
        .set({ wall: [world.organisation.rivale] })
        .where("id", "=", open)
        .execute(),
    );
    expect((await (await world.as("rival")).get(`${NEEDS}/${open}`)).status).toBe(404);
    const rows = await world.house.gateway.read((await world.context("rival", "alpha")).actor, (db) =>
      db.selectFrom("needDetail").selectAll().where("needId", "=", open).execute(),
    );
    expect(rows).toEqual([]);
  });

  it("does not tell who asked which of the owner's people answered", async () => {
    const id = await aNeed();
    const asked = await api("rival", "POST", `/needs/${id}/ask`, {});
    await answer(id, asked.json.id, "refuse", { reason: "Not now." });
    const actor = (await world.context("rival", "alpha")).actor;
    const found = await world.house.gateway.read(actor, async (db) => [
      await db.selectFrom("needRelease").selectAll().where("id", "=", asked.json.id).execute(),
      await db.selectFrom("needReleaseAct").selectAll().execute(),
    ]);
    expect(JSON.stringify(found)).toContain("Not now.");
    expect(JSON.stringify(found)).not.toContain(world.person.owner);
    expect((await (await world.as("owner")).get(`${NEEDS}/${id}/readers`)).text).toContain("Person owner");
  });
});

describe("letters about it", () => {
  it("name nothing, reach the side concerned alone, and answer by one click", async () => {
    const id = await aNeed();
    const asked = await api("rival", "POST", `/needs/${id}/ask`, { message: "Tell us." });
    const told: { to: unknown; text: { en: string }; href: string; act?: unknown }[] = [];
    await collecting("asked", asked.json.id, told);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      to: { organisation: world.organisation.anker },
      href: "/clusters/alpha/releases",
      act: [{ act: "release.grant", subject: { release: asked.json.id } }],
    });
    expect(JSON.stringify(told[0]!.text) + told[0]!.href).not.toMatch(
      new RegExp(`${id}|rival|anker|source`, "i"),
    );

    const ctx = await world.context("owner", "alpha");
    const act = world.house.features.map((feature) => feature.acts?.["release.grant"]).find(Boolean)!;
    expect((await act.offer(ctx, { release: asked.json.id }))?.title).toContain("Rivale");
    expect(await act.offer(await world.context("rival", "alpha"), { release: asked.json.id })).toBeNull();
    expect((await act.perform(ctx, { release: asked.json.id })).ok).toBe(true);
    expect((await readings("rival", id)).reads).toBe(3);
    expect((await act.perform(ctx, { release: asked.json.id })).ok).toBe(false);
  });

  it("say to both sides that an ask has expired", async () => {
    const id = await aNeed();
    const asked = await api("rival", "POST", `/needs/${id}/ask`, {});
    await world.house.gateway.system("two weeks pass", ({ db }) =>
      db
        .updateTable("needRelease")
        .set({ expiresAt: new Date(Date.now() - 1000) })
        .where("id", "=", asked.json.id)
        .execute(),
    );
    await world.job("exchange.ladder.expire");
    expect((await releaseOf(id, "named")).state).toBe("expired");
    const told: { to: { organisation: string } }[] = [];
    await collecting("expired", asked.json.id, told);
    expect(told.map(({ to }) => to.organisation).sort()).toEqual(
      [world.organisation.anker, world.organisation.rivale].sort(),
    );
    expect((await readings("rival", id)).next.step).toBe("named");
  });
});

/** What is told about a release, as the job hands it on. */
async function collecting(about: "asked" | "expired", release: string, told: unknown[]) {
  await world.house.gateway.system("listening", async (unit) => {
    const listening = {
      ...unit,
      enqueue: async (_task: string, payload: Record<string, unknown>) => void told.push(payload.notice),
    };
    await tellNow(listening, { clusterId: world.cluster.alpha, release, about, by: null }, "2026-11-24");
  });
}

describe("the pages", () => {
  it("let the owner look with the eyes of others", async () => {
    const id = await aNeed({ secrecy: TERMS, detail: "Behind the terms" });
    const seen = async (as: string) =>
      (await (await world.as("owner")).get(`${NEEDS}/${id}/readers/preview?as=${as}`)).text;
    expect(await seen("stranger")).toContain("nothing; for them it does not exist");
    expect(await seen("member")).toContain("A shipyard looks for thin plates.");
    expect(await seen("member")).not.toContain("present supplier");
    expect(await seen("named")).toContain("present supplier");
    expect(await seen("named")).not.toContain("Behind the terms");
    expect(await seen("agreed")).toContain("Behind the terms");
    expect((await (await world.as("rival")).get(`${NEEDS}/${id}/readers`)).status).toBe(404);
    expect((await (await world.as("manager")).get(`${NEEDS}/${id}/readers`)).status).toBe(404);
  });

  it("warn of a teaser that says its owner's name", async () => {
    const id = await aNeed({ teaser: "Anker looks for plates." });
    expect((await (await world.as("owner")).get(`${NEEDS}/${id}/readers`)).text).toContain(
      "tell who you are: ANKER",
    );
  });

  it("ask, keep what was typed, withdraw, and list it for both sides", async () => {
    const id = await aNeed({ secrecy: TERMS });
    const rival = await world.as("rival");
    const owner = await world.as("owner");
    expect((await rival.get(`${NEEDS}/${id}/ask`)).text).toContain("Ask whose need it is");
    expect((await rival.post(`${NEEDS}/${id}/ask`, { message: "Hello there" })).status).toBe(303);
    expect((await owner.get("/clusters/alpha/releases?format=csv")).text).toContain("Hello there");
    expect((await rival.get("/clusters/alpha/releases")).text).toContain("A shipyard looks for thin plates.");
    expect((await rival.post(`${NEEDS}/${id}/ask/withdraw`)).status).toBe(303);
    expect((await releaseOf(id, "named")).state).toBe("withdrawn");

    expect(
      (await owner.post(`${NEEDS}/${id}/readers`, { organisation: "rivale", step: "named" })).status,
    ).toBe(303);
    const wrong = await rival.post(`${NEEDS}/${id}/ask`, {
      message: "Typed before",
      name: "",
      terms: digestOf(TERMS),
    });
    expect([wrong.status, wrong.text.includes("Typed before")]).toEqual([422, true]);
    expect(wrong.text).toContain("Type your full name");
  });

  it("leave the team's log without a word of it", async () => {
    const id = await aNeed();
    await api("rival", "POST", `/needs/${id}/ask`, {});
    for (const persona of ["manager", "auditor", "rival"] as const) {
      const actor = (await world.context(persona, "alpha")).actor;
      const rows = await world.house.gateway.read(actor, (db) =>
        db.selectFrom("auditEntry").select(["action", "ownOf"]).where("subjectId", "=", id).execute(),
      );
      expect([persona, rows.map(({ action }) => action)]).toEqual([
        persona,
        persona === "rival" ? ["need.release.ask"] : [],
      ]);
    }
  });
});
