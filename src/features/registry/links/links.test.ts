import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, SECRETS, type World } from "../../../app/testing/world.ts";

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

const BASE = "/clusters/alpha/links";
/** What the other sides will be told, before the notices' own job delivers it. */
const told = () =>
  world.house.gateway.system("what is told", async () => {
    const { rows } = await admin.query(
      "select payload -> 'notice' as notice from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notices.deliver' order by j.id",
    );
    return rows.map((row) => row.notice);
  });
const statement = (more: Record<string, string | string[]> = {}) => ({
  statement: "supplies:from",
  other: "rivale",
  since: "2018-01-01",
  strength: "4",
  visibility: "cluster",
  ...more,
});

describe("declaring a link", () => {
  it("needs an owner or editor acting for a member", async () => {
    for (const persona of ["stranger", "customer", "reader", "manager", "elsewhere"] as const) {
      const visit = await world.as(persona);
      expect((await visit.get(`${BASE}/new`)).status, persona).toBe(404);
    }
    const form = await (await world.as("editor")).get(`${BASE}/new?with=rivale`);
    expect(form.status).toBe(200);
    expect(form.text).toContain("is supplied by");
  });

  it("lets a firm supply, partly own and compete with another at once, each dated", async () => {
    const owner = await world.as("owner");
    for (const [said, since] of [
      ["supplies:from", "2018-01-01"],
      ["owns:from", "2020-06-01"],
      ["competes:from", "2022-03-01"],
    ] as const) {
      const answer = await owner.post(
        `${BASE}/new`,
        statement({ statement: said, since, other: "gruendung" }),
      );
      expect(answer.status).toBe(303);
    }
    const page = await owner.get("/clusters/alpha/organisations/gruendung");
    for (const words of ["is supplied by", "is partly owned by", "competes with", "2018", "2020", "2022"])
      expect(page.text).toContain(words);
  });

  it("tells the other side alone, which can confirm from the letter", async () => {
    const before = (await told()).length;
    const answer = await (await world.as("editor")).post(
      `${BASE}/new`,
      statement({ statement: "licences:to", other: "rivale" }),
    );
    expect(answer.status).toBe(303);
    const fresh = (await told()).slice(before);
    expect(fresh).toMatchObject([
      {
        to: { organisation: world.organisation.rivale },
        href: new URL(answer.headers.get("location")!, "http://localhost").pathname,
        act: { act: "link.confirm" },
      },
    ]);
    expect(fresh[0].text.en).toContain("has licences from");
  });

  it("keeps what was typed and says at the field what is wrong", async () => {
    const owner = await world.as("owner");
    const typed = statement({ since: "2024-01-01", until: "2023-01-01", note: "seat rails" });
    const answer = await owner.post(`${BASE}/new`, typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("The end lies before the beginning.");
    expect(answer.text).toContain("seat rails");
  });

  it("refuses the same statement twice, from whichever side", async () => {
    const owner = await world.as("owner");
    const rival = await world.as("rival");
    expect((await owner.post(`${BASE}/new`, statement({ statement: "complements:from" }))).status).toBe(303);
    const again = await rival.post(
      `${BASE}/new`,
      statement({ statement: "complements:from", other: "anker" }),
    );
    expect(again.status).toBe(422);
    expect(again.text).toContain("already known");
  });

  it("is refused for an end that walls itself out, and knows no organisation that the asker cannot see", async () => {
    const owner = await world.as("owner");
    expect(
      (await owner.post(`${BASE}/new`, statement({ statement: "alliance:from", wall: ["rivale"] }))).status,
    ).toBe(422);
    expect(
      (await owner.post(`${BASE}/new`, statement({ statement: "alliance:from", other: "nobody" }))).status,
    ).toBe(422);
  });
});

describe("where a link stands", () => {
  const declared = async (nature: string, end = "from") => {
    const answer = await (await world.as("owner")).post(
      `${BASE}/new`,
      statement({ statement: `${nature}:${end}` }),
    );
    return answer.headers.get("location")!;
  };

  it("tells each side whose turn it is", async () => {
    const address = await declared("contract");
    expect((await (await world.as("rival")).get(address)).text).toContain("It is your turn.");
    const own = await (await world.as("owner")).get(address);
    expect(own.text).toContain("It is the turn of Rivale GmbH.");
    expect(own.text).toContain("Withdraw");
    expect((await (await world.as("manager")).get(address)).text).not.toContain("Withdraw");
  });

  it("is confirmed by the other side, once, and the declarer is told", async () => {
    const address = await declared("joint-venture");
    expect((await (await world.as("owner")).post(`${address}/confirm`)).status).toBe(404);
    const rival = await world.as("rival");
    const before = (await told()).length;
    expect((await rival.post(`${address}/confirm`)).status).toBe(303);
    expect((await told()).slice(before)).toMatchObject([{ to: { organisation: world.organisation.anker } }]);
    expect((await rival.get(address)).text).toContain("confirmed by Rivale GmbH");
    expect((await rival.post(`${address}/confirm`)).status).toBe(404);
  });

  it("is shown to both sides and the team alone once the other side disputes it", async () => {
    const address = await declared("knows");
    const rival = await world.as("rival");
    expect((await rival.post(`${address}/dispute`, { reason: "" })).status).toBe(422);
    expect((await (await world.as("professor", "uni")).get(address)).status).toBe(200);
    expect((await rival.post(`${address}/dispute`, { reason: "We never met." })).status).toBe(303);
    for (const [persona, status] of [
      ["owner", 200],
      ["rival", 200],
      ["manager", 200],
      ["customer", 404],
    ] as const)
      expect([persona, (await (await world.as(persona)).get(address)).status]).toEqual([persona, status]);
    expect((await (await world.as("professor", "uni")).get(address)).status).toBe(404);
    const unfiltered = await world.house.gateway.read(
      (await world.context("professor", "alpha", "uni")).actor,
      (db) => db.selectFrom("link").select("id").where("id", "=", address.split("/").at(-1)!).execute(),
    );
    expect(unfiltered).toEqual([]);
    expect((await (await world.as("owner")).get(address)).text).toContain("We never met.");
  });

  it("is said anew by who declared it, and the other side is asked again", async () => {
    const address = await declared("competes");
    const [owner, rival] = [await world.as("owner"), await world.as("rival")];
    await rival.post(`${address}/dispute`, { reason: "Not since 2018." });
    expect((await rival.get(`${address}/edit`)).status).toBe(404);
    const form = {
      since: "2020-01-01",
      until: "",
      issue: "",
      strength: "4",
      digitalLevel: "",
      note: "",
      visibility: "cluster",
    };
    expect((await owner.post(`${address}/edit`, form)).status).toBe(303);
    expect((await rival.get(address)).text).toContain("It is your turn.");
    expect((await rival.post(`${address}/confirm`)).status).toBe(303);
  });

  it("is changed after confirmation only with the other side's word", async () => {
    const address = await declared("alliance");
    const [owner, rival] = [await world.as("owner"), await world.as("rival")];
    await rival.post(`${address}/confirm`);
    const api = `/api/v1${address}`;
    const body = {
      issue: "export",
      since: "2018-01-01",
      until: null,
      strength: 5,
      digitalLevel: null,
      note: null,
      visibility: "cluster",
    };
    expect((await owner.api("PUT", api, body)).json).toEqual({ outcome: "proposed" });
    expect((await owner.api("PUT", api, body)).status).toBe(409);
    expect((await owner.get(`/api/v1${address}`)).json.issue).toBeNull();
    expect((await owner.post(`${address}/proposal/accept`)).status).toBe(404);
    expect((await (await world.as("manager")).get(address)).text).not.toContain("A change is proposed");
    expect((await rival.get(address)).text).toContain("A change is proposed");
    expect((await rival.post(`${address}/proposal/accept`)).status).toBe(303);
    expect((await owner.get(`/api/v1${address}`)).json).toMatchObject({ issue: "export", strength: 5 });
  });

  it("lets the other side see and edit what an owner grants, until it is taken back", async () => {
    const address = await declared("owns");
    const [owner, rival] = [await world.as("owner"), await world.as("rival")];
    await rival.post(`${address}/confirm`);
    const facts = "/api/v1/clusters/alpha/organisations/anker/facts";
    const seen = async () => JSON.stringify((await rival.api("GET", facts)).json);
    expect(await seen()).not.toContain(SECRETS.organisation);
    expect((await rival.post(`${address}/grant`, { may: "edit" })).status).toBe(303);
    expect(await seen()).not.toContain(SECRETS.organisation);
    expect((await (await world.as("editor")).post(`${address}/grant`, { may: "see" })).status).toBe(404);
    expect((await owner.post(`${address}/grant`, { may: "see" })).status).toBe(303);
    const text = await seen();
    expect(text).toContain(SECRETS.organisation);
    expect(text).not.toContain(SECRETS.walled);
    expect(text).not.toContain(SECRETS.private);
    const edit = "/clusters/alpha/organisations/anker/edit";
    expect((await rival.get(edit)).status).toBe(404);
    expect((await owner.post(`${address}/grant`, { may: "edit" })).status).toBe(303);
    expect((await rival.get(edit)).status).toBe(200);
    expect((await owner.post(`${address}/grant`, { may: "none" })).status).toBe(303);
    expect((await rival.get(edit)).status).toBe(404);
    expect(await seen()).not.toContain(SECRETS.organisation);
  });

  it("grants nothing any more once it has ended, and nothing again when it is opened anew", async () => {
    const address = await declared("services", "to");
    const api = `/api/v1${address}`;
    const [owner, rival] = [await world.as("owner"), await world.as("rival")];
    await rival.post(`${address}/confirm`);
    const facts = "/api/v1/clusters/alpha/organisations/anker/facts";
    const seen = async () => JSON.stringify((await rival.api("GET", facts)).json);
    expect((await owner.post(`${address}/grant`, { may: "see" })).status).toBe(303);
    expect((await rival.post(`${address}/grant`, { may: "see" })).status).toBe(303);
    expect(await seen()).toContain(SECRETS.organisation);
    expect((await rival.post(`${address}/withdraw`)).status).toBe(303);
    expect(await seen()).not.toContain(SECRETS.organisation);
    expect((await owner.get(address)).text).not.toContain("What the other side may do");
    expect((await owner.post(`${address}/grant`, { may: "see" })).status).toBe(404);
    const { json } = await rival.api("GET", api);
    const { issue, since, strength, digitalLevel, note, visibility } = json;
    const open = { issue, since, until: null, strength, digitalLevel, note, visibility };
    expect((await rival.api("PUT", api, open)).json).toEqual({ outcome: "proposed" });
    expect((await owner.post(`${address}/proposal/accept`)).status).toBe(303);
    expect((await owner.api("GET", api)).json.state).toBe("confirmed");
    expect(await seen()).not.toContain(SECRETS.organisation);
    const standing = await world.house.gateway.system("a test", ({ db }) =>
      db
        .selectFrom("linkGrant")
        .select("grantedBy")
        .where("linkId", "=", address.split("/").at(-1)!)
        .where("revokedAt", "is", null)
        .execute(),
    );
    expect(standing).toEqual([]);
  });

  it("does not bring back grants that had run out by its date", async () => {
    const address = await declared("licences");
    const api = `/api/v1${address}`;
    const [owner, rival] = [await world.as("owner"), await world.as("rival")];
    await rival.post(`${address}/confirm`);
    await owner.post(`${address}/grant`, { may: "see" });
    await world.house.gateway.system("its date passes", ({ db }) =>
      db
        .updateTable("link")
        .set({ until: "2020-01-01" })
        .where("id", "=", address.split("/").at(-1)!)
        .execute(),
    );
    const { json } = await rival.api("GET", api);
    const { issue, since, strength, digitalLevel, note, visibility } = json;
    await rival.api("PUT", api, { issue, since, until: null, strength, digitalLevel, note, visibility });
    await owner.post(`${address}/proposal/accept`);
    expect((await owner.api("GET", api)).json.state).toBe("confirmed");
    const facts = await rival.api("GET", "/api/v1/clusters/alpha/organisations/anker/facts");
    expect(JSON.stringify(facts.json)).not.toContain(SECRETS.organisation);
  });

  it("is taken back by who declared it, and by nobody else", async () => {
    const address = await declared("neighbours");
    expect((await (await world.as("rival")).post(`${address}/withdraw`)).status).toBe(404);
    expect((await (await world.as("owner")).post(`${address}/withdraw`)).status).toBe(303);
    expect((await (await world.as("rival")).get(address)).status).toBe(404);
  });

  it("ends, and stays as history, once both had agreed on it", async () => {
    const address = await declared("services");
    await (await world.as("rival")).post(`${address}/confirm`);
    const owner = await world.as("owner");
    expect((await owner.post(`${address}/withdraw`)).status).toBe(303);
    expect((await owner.get(address)).text).toContain("It ended on");
  });

  it("leaves every step in the log", async () => {
    const address = await declared("exchange");
    await (await world.as("rival")).post(`${address}/confirm`);
    const id = address.split("/").at(-1)!;
    const entries = await world.house.gateway.system("the log", ({ db }) =>
      db.selectFrom("auditEntry").select("action").where("subjectId", "=", id).orderBy("seq").execute(),
    );
    expect(entries.map((entry) => entry.action)).toEqual(["link.declare", "link.confirm"]);
  });
});

describe("a walled link", () => {
  const walled = () => `${BASE}/${world.record.linkWalled}`;

  it("does not exist for the rival, in no list, count, export, page or API", async () => {
    const rival = await world.as("rival");
    const nobody = await rival.get(`${BASE}/01900000-0000-7000-8000-000000000000`);
    const refused = await rival.get(walled());
    expect([refused.status, refused.text]).toEqual([404, nobody.text]);
    for (const path of [
      BASE,
      `${BASE}?format=csv`,
      "/clusters/alpha/organisations/anker",
      "/clusters/alpha/organisations/gruendung",
    ])
      for (const trace of [SECRETS.walledLink, world.record.linkWalled!, "licences to,Gruendung GmbH"])
        expect((await rival.get(path)).text, path).not.toContain(trace);
    const csv = await (await world.as("owner")).get(`${BASE}?format=csv`);
    expect(csv.text).toContain("licences to,Gruendung GmbH");
    const list = await rival.get("/api/v1/clusters/alpha/links?limit=200");
    expect(list.json.items.map((item: { id: string }) => item.id)).not.toContain(world.record.linkWalled);
    expect(list.json.total).toBe(list.json.items.length);
  });

  it("names its walls to its ends alone", async () => {
    const owner = await (await world.as("owner")).get(walled());
    expect(owner.text).toContain("Hidden from");
    expect(owner.text).toContain("Rivale GmbH");
    const manager = await (await world.as("manager")).get(walled());
    expect(manager.status).toBe(200);
    expect(manager.text).not.toContain("Rivale");
  });
});

describe("the list of links", () => {
  it("shows strangers what is public, with its evidence", async () => {
    const stranger = await world.as("stranger");
    const list = await stranger.get("/api/v1/clusters/alpha/links");
    expect(list.json.items.map((item: { origin: string }) => item.origin)).toEqual(["derived"]);
    const one = await stranger.get(`/api/v1/clusters/alpha/links/${world.record.linkDerived}`);
    expect(one.json.projects.map((project: { acronym: string }) => project.acronym)).toEqual(["HULL"]);
    expect((await stranger.get(`${BASE}/${world.record.linkDerived}`)).text).toContain("Lighter hulls");
  });

  it("is walked by cursor without repeating or leaving out", async () => {
    const manager = await world.as("manager");
    for (const sort of ["-strength", "-since", "since"]) {
      const all = (await manager.get(`/api/v1/clusters/alpha/links?limit=200&sort=${sort}`)).json;
      const ids: string[] = [];
      for (let next: string | null = ""; next !== null; ) {
        const stretch: { items: { id: string }[]; next: string | null } = (
          await manager.get(
            `/api/v1/clusters/alpha/links?limit=2&sort=${sort}${next ? `&cursor=${next}` : ""}`,
          )
        ).json;
        ids.push(...stretch.items.map((item) => item.id));
        next = stretch.next;
      }
      expect(ids).toEqual(all.items.map((item: { id: string }) => item.id));
      expect(ids.length).toBe(all.total);
    }
  });

  it("filters by type, origin and what waits for the asker", async () => {
    const rival = await world.as("rival");
    const waiting = (await rival.get("/api/v1/clusters/alpha/links?waiting=me&limit=200")).json;
    expect(waiting.items.map((item: { id: string }) => item.id)).toContain(world.record.linkDeclared);
    expect(new Set(waiting.items.map((item: { origin: string }) => item.origin))).toEqual(
      new Set(["declared"]),
    );
    const formal = (await rival.get("/api/v1/clusters/alpha/links?type=formal&origin=derived")).json;
    expect(formal.items.map((item: { id: string }) => item.id)).toEqual([world.record.linkDerived]);
  });

  it("refuses an unknown filter in the API and overlooks it on the page", async () => {
    const stranger = await world.as("stranger");
    expect((await stranger.get("/api/v1/clusters/alpha/links?colour=red")).status).toBe(400);
    expect((await stranger.get(`${BASE}?type=red&cursor=nonsense`)).status).toBe(200);
  });
});

describe("the API for links", () => {
  it("declares for the organisation acted for, and for no other", async () => {
    const owner = await world.as("owner");
    const fresh = { from: "anker", to: "uni", nature: "contract", since: "2025-01-01" };
    const made = await owner.api("POST", "/api/v1/clusters/alpha/links", fresh);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      state: "declared",
      declaredFor: "anker",
      nature: "contract",
      type: "formal",
    });
    const foreign = await owner.api("POST", "/api/v1/clusters/alpha/links", { ...fresh, from: "rivale" });
    expect(foreign.status).toBe(422);
    expect(
      (await owner.api("POST", "/api/v1/clusters/alpha/links", { ...fresh, colour: "red" })).status,
    ).toBe(422);

    const professor = await world.as("professor", "uni");
    const confirmed = await professor.api("POST", `/api/v1/clusters/alpha/links/${made.json.id}/confirm`);
    expect(confirmed.json.state).toBe("confirmed");
    expect((await owner.api("DELETE", `/api/v1/clusters/alpha/links/${made.json.id}`)).status).toBe(204);
  });
});
