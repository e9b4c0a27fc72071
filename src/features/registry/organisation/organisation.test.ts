import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, PERSONA_NAMES, SECRETS, type World } from "../../../app/testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const INSIDE = "/clusters/alpha/organisations";

describe("the page of an organisation", () => {
  it("tells everybody who it is, what it can do and with whom it works", async () => {
    const page = await (await world.as("stranger")).get("/organisations/anker");
    expect(page.status).toBe(200);
    for (const words of [
      "Anker GmbH",
      "naval architecture",
      "HULL",
      "Universitaet Nord",
      "Cluster alpha",
      "schema.org",
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain("one from one project");
  });

  it("opens the projects behind a competence and behind a partnership", async () => {
    const stranger = await world.as("stranger");
    const page = await stranger.get("/organisations/anker");
    expect(page.text).toContain('href="/projects?competence=%2F23%2F51%2F357&amp;organisation=anker"');
    expect(page.text).toContain('href="/projects?organisation=anker&amp;organisation=uni"');
  });

  it("is there inside a cluster for members and their partners, and for nobody else", async () => {
    const manager = await world.as("manager");
    expect((await manager.get(`${INSIDE}/anker`)).text).toContain("anchor member since 2020");
    expect((await manager.get(`${INSIDE}/stiftung`)).status).toBe(404);
    expect((await manager.get("/organisations/stiftung")).status).toBe(200);
  });

  it("keeps a hidden membership from whom it is hidden, byte for byte", async () => {
    const rival = await world.as("rival");
    const hidden = await rival.get(`${INSIDE}/verborgen`);
    const nowhere = await rival.get(`${INSIDE}/nowhere`);
    expect([hidden.status, hidden.text]).toEqual([404, nowhere.text]);
    expect((await (await world.as("owner")).get(`${INSIDE}/verborgen`)).status).toBe(200);
    for (const persona of ["rival", "stranger"] as const)
      expect((await (await world.as(persona)).get("/organisations/verborgen")).text).not.toContain(
        "Cluster alpha",
      );
  });

  it("names only the clusters in which one sees it", async () => {
    const uni = async (persona: (typeof PERSONA_NAMES)[number]) =>
      (await (await world.as(persona)).get("/api/v1/organisations/uni")).json.memberships.map(
        (membership: { cluster: string }) => membership.cluster,
      );
    expect(await uni("stranger")).toEqual(["alpha"]);
    expect((await (await world.as("elsewhere")).get("/clusters/beta/organisations/uni")).text).toContain(
      "Cluster beta",
    );
  });
});

describe("what is said about an organisation", () => {
  const sees: [keyof typeof SECRETS, (typeof PERSONA_NAMES)[number][]][] = [
    [
      "peers",
      [
        "owner",
        "editor",
        "reader",
        "rival",
        "professor",
        "both",
        "authority",
        "manager",
        "facilitator",
        "analyst",
        "auditor",
        "leaver",
      ],
    ],
    [
      "cluster",
      [
        "owner",
        "editor",
        "reader",
        "rival",
        "professor",
        "both",
        "manager",
        "facilitator",
        "analyst",
        "auditor",
        "leaver",
      ],
    ],
    ["organisation", ["owner", "editor", "reader", "both"]],
    ["private", ["owner"]],
    [
      "walled",
      [
        "owner",
        "editor",
        "reader",
        "professor",
        "both",
        "manager",
        "facilitator",
        "analyst",
        "auditor",
        "leaver",
      ],
    ],
  ];

  it.each(sees)(
    "at the level %s is for its readers alone, on the page and in the API",
    async (secret, readers) => {
      for (const persona of PERSONA_NAMES) {
        const visit = await world.as(persona);
        const page = await visit.get(`${INSIDE}/anker`);
        const facts = await visit.get(`/api/v1${INSIDE}/anker/facts`);
        const reads = readers.includes(persona);
        expect(page.text.includes(SECRETS[secret]), `page, ${persona}`).toBe(reads);
        expect(facts.text.includes(SECRETS[secret]), `API, ${persona}`).toBe(reads);
        expect(facts.json.total).toBe(facts.json.items.length);
      }
    },
  );

  it("shows outside of every cluster what is public, and nothing else", async () => {
    const page = await (await world.as("stranger")).get("/organisations/anker");
    expect(page.text).toContain(SECRETS.public);
    for (const secret of ["peers", "cluster", "organisation", "private", "walled"] as const)
      expect(page.text).not.toContain(SECRETS[secret]);
  });

  it("names walls to those who may change the fact", async () => {
    const walls = async (persona: "editor" | "reader" | "manager" | "analyst") =>
      (await (await world.as(persona)).get(`${INSIDE}/anker`)).text.includes("Never shown to Rivale GmbH");
    expect([
      await walls("editor"),
      await walls("manager"),
      await walls("reader"),
      await walls("analyst"),
    ]).toEqual([true, true, false, false]);
  });
});

describe("changing what is said", () => {
  const fact = (more: Record<string, string | string[]> = {}) => ({
    field: "machines",
    value: "Portal crane, 300 t",
    language: "en",
    visibility: "cluster",
    ...more,
  });
  const add = async (value: string, more: Record<string, string | string[]> = {}) => {
    const made = await (await world.as("editor")).api(
      "POST",
      `/api/v1${INSIDE}/anker/facts`,
      fact({ value, ...more }),
    );
    expect(made.status).toBe(201);
    return made.json as { id: string; version: number };
  };

  it("is for its owner and editors and the cluster's team", async () => {
    for (const persona of PERSONA_NAMES) {
      const form = await (await world.as(persona)).get(`${INSIDE}/anker/facts/new`);
      const may = ["owner", "editor", "both", "manager", "facilitator"].includes(persona);
      expect(form.status, persona).toBe(may ? 200 : 404);
    }
  });

  it("is there for strangers as soon as it is said, and gone as soon as it is taken back", async () => {
    const stranger = await world.as("stranger");
    const reads = async (word: string) => (await stranger.get("/organisations/anker")).text.includes(word);
    expect(await reads("Ropewalk")).toBe(false);
    const { id, version } = await add("Ropewalk, 200 m", { visibility: "public" });
    expect(await reads("Ropewalk")).toBe(true);
    const editor = await world.as("editor");
    await editor.post(`${INSIDE}/anker/facts/${id}/remove`, { version: String(version) });
    expect(await reads("Ropewalk")).toBe(false);
  });

  it("carries who said it and when", async () => {
    expect(
      (
        await (
          await world.as("editor")
        ).post(`${INSIDE}/anker/facts/new`, fact({ value: "Lathe by kranwort" }))
      ).status,
    ).toBe(303);
    const page = await (await world.as("owner")).get(`${INSIDE}/anker`);
    expect(page.text).toContain("kranwort");
    expect(page.text).toContain("declared by Person editor");
  });

  it("keeps what was typed and says at the field what is wrong", async () => {
    const answer = await (await world.as("editor")).post(
      `${INSIDE}/anker/facts/new`,
      fact({ value: " ", field: "capacity" }),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<option value="capacity" selected="">');
    expect(answer.text).toContain("Please fill this in.");
  });

  it("walls a fact off from the moment it is said", async () => {
    await add("Prices of preiswort", { wall: ["rivale"] });
    expect((await (await world.as("rival")).get(`${INSIDE}/anker`)).text).not.toContain("preiswort");
    expect((await (await world.as("professor")).get(`${INSIDE}/anker`)).text).toContain("preiswort");
  });

  it("lets nobody write what they would not see", async () => {
    const manager = await world.as("manager");
    const refused = await manager.post(`${INSIDE}/anker/facts/new`, fact({ visibility: "organisation" }));
    expect(refused.status).toBe(422);
    const walled = await (await world.as("editor")).api(
      "POST",
      `/api/v1${INSIDE}/anker/facts`,
      fact({ wall: ["anker"] }),
    );
    expect(walled.status).toBe(422);
  });

  it("answers the slower of two with what the other wrote, and loses nothing typed", async () => {
    const { id } = await add("First words");
    const owner = await world.as("owner");
    const editor = await world.as("editor");
    const at = `${INSIDE}/anker/facts/${id}`;
    expect((await owner.post(at, fact({ value: "Words of the owner", version: "1" }))).status).toBe(303);
    const conflict = await editor.post(at, fact({ value: "Words of the editor", version: "1" }));
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Words of the owner");
    expect(conflict.text).toContain("Person owner");
    expect(conflict.text).toContain("Words of the editor</textarea>");
    expect(conflict.text).toContain('name="version" value="2"');
    expect((await editor.post(at, fact({ value: "Words of the editor", version: "2" }))).status).toBe(303);

    const stale = await editor.api("PATCH", `/api/v1${at}`, { version: 1, value: "Too late" });
    expect(stale.status).toBe(409);
    expect(stale.json.detail).toContain("version 3");
  });

  it("undoes a removal, for the person who removed it", async () => {
    const { id } = await add("A thing of wiederwort", { wall: ["rivale"] });
    const editor = await world.as("editor");
    const gone = await editor.post(`${INSIDE}/anker/facts/${id}/remove`, { version: "1" });
    expect(gone.headers.get("location")).toBe(`${INSIDE}/anker?removed=${id}`);
    const page = await editor.get(gone.headers.get("location")!);
    expect(page.text).not.toContain("wiederwort");
    expect(page.text).toContain("Undo");
    expect((await (await world.as("owner")).get(`${INSIDE}/anker?removed=${id}`)).text).not.toContain("Undo");
    expect((await (await world.as("owner")).post(`${INSIDE}/anker/facts/${id}/restore`)).status).toBe(404);

    expect((await editor.post(`${INSIDE}/anker/facts/${id}/restore`)).status).toBe(303);
    expect((await editor.get(`${INSIDE}/anker`)).text).toContain("wiederwort");
    expect((await (await world.as("rival")).get(`${INSIDE}/anker`)).text).not.toContain("wiederwort");
    expect((await editor.post(`${INSIDE}/anker/facts/${id}/restore`)).status).toBe(404);
  });

  it("does not reach the facts of another organisation through its own address", async () => {
    const professor = await world.as("professor", "gruendung");
    expect((await professor.get(`${INSIDE}/gruendung/facts/${world.record.factCluster}`)).status).toBe(404);
    const other = await professor.api(
      "PATCH",
      `/api/v1${INSIDE}/gruendung/facts/${world.record.factCluster}`,
      { version: 1, value: "x" },
    );
    expect(other.status).toBe(404);
  });
});

describe("changing the public identity", () => {
  const form = (more: Record<string, string> = {}) => ({
    version: "1",
    name: "GRUENDUNG GMBH",
    shortName: "",
    url: "https://gruendung.example",
    sizeClass: "micro",
    industries: "C25.62, M71.12",
    street: "",
    postal: "20095",
    city: "HAMBURG",
    country: "DE",
    nuts: "DE600",
    lat: "53,56",
    lon: "10.01",
    vat: "",
    lei: "",
    ror: "",
    registerNumber: "",
    ...more,
  });

  it("is for its owner and editors, and for the team of a cluster it belongs to", async () => {
    const may = async (persona: (typeof PERSONA_NAMES)[number], path: string) =>
      (await (await world.as(persona)).get(path)).status === 200;
    expect(await may("owner", "/organisations/anker/edit")).toBe(true);
    expect(await may("reader", "/organisations/anker/edit")).toBe(false);
    expect(await may("manager", "/organisations/anker/edit")).toBe(false);
    expect(await may("manager", `${INSIDE}/anker/edit`)).toBe(true);
    expect(await may("manager", `${INSIDE}/kunde/edit`)).toBe(false);
    expect(await may("elsewhereManager", `${INSIDE}/anker/edit`)).toBe(false);
  });

  it("changes what is shown and found, and counts the commons on", async () => {
    const version = () =>
      world.house.gateway.system("the state of the commons", ({ db }) =>
        db.selectFrom("commonsVersion").select("version").executeTakeFirstOrThrow(),
      );
    const before = (await version()).version;
    const professor = await world.as("professor", "gruendung");
    expect(
      (await professor.post(`${INSIDE}/gruendung/edit`, form({ name: "Seewind Rotoren GmbH" }))).status,
    ).toBe(303);
    expect((await version()).version).toBe(before + 1);
    const page = await (await world.as("stranger")).get("/organisations/gruendung");
    expect(page.text).toContain("Seewind Rotoren GmbH");
    expect(page.text).toContain("Machining (C25.62); Engineering activities");
    const found = await (await world.as("stranger")).get("/api/v1/organisations?query=Seewind");
    expect(found.json.items.map((item: { slug: string }) => item.slug)).toEqual(["gruendung"]);
  });

  it("answers the slower of two with the fields that read differently now", async () => {
    const professor = await world.as("professor", "gruendung");
    const conflict = await professor.post(`${INSIDE}/gruendung/edit`, form({ city: "STADE" }));
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain("Seewind Rotoren GmbH");
    expect(conflict.text).toContain('value="STADE"');
  });

  it.each([
    ["url", "javascript:alert(1)"],
    ["lei", "123"],
    ["country", "Germany"],
    ["industries", "many things"],
    ["lat", ""],
  ])("refuses %s as %j", async (field, value) => {
    const professor = await world.as("professor", "gruendung");
    expect((await professor.post(`${INSIDE}/gruendung/edit`, form({ [field]: value }))).status).toBe(422);
  });

  it("by the API changes what is sent and leaves the rest", async () => {
    const owner = await world.as("owner");
    const now = (await owner.get("/api/v1/organisations/anker")).json;
    const changed = await owner.api("PATCH", "/api/v1/organisations/anker", {
      version: now.version,
      shortName: "Anker",
    });
    expect(changed.json).toMatchObject({ shortName: "Anker", city: now.city, version: now.version + 1 });
    const again = await owner.api("PATCH", "/api/v1/organisations/anker", {
      version: now.version,
      shortName: "A",
    });
    expect(again.status).toBe(409);
  });
});

describe("the partners of an organisation", () => {
  it("are listed, counted and exported alike", async () => {
    const stranger = await world.as("stranger");
    const { json } = await stranger.get("/api/v1/organisations/anker/partners");
    expect(json.items.map((item: { slug: string }) => item.slug)).toEqual(["uni"]);
    expect(json.total).toBe(1);
    expect((await stranger.get("/organisations/anker/partners?format=csv")).text).toContain(
      "Universitaet Nord",
    );
    const book = await stranger.get("/organisations/anker/partners?format=xlsx");
    expect(book.headers.get("content-type")).toContain("spreadsheetml");
  });
});
