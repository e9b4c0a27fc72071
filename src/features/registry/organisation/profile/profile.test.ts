import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emailOf, makeWorld, type World } from "../../../../app/testing/world.ts";
import { uuidv7 } from "../../../../kernel/ids.ts";
import { listingsOf } from "./people.ts";
import { silentSince } from "./silent.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const HOME = "/clusters/alpha/organisations/anker";
const FACTS = `/api/v1${HOME}/facts`;

async function added(body: Record<string, unknown>): Promise<string> {
  const answer = await (await world.as("editor")).api("POST", FACTS, { visibility: "cluster", ...body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json.id;
}

const factRow = (id: string) =>
  world.house.gateway.system("a test looks", ({ db }) =>
    db.selectFrom("fact").selectAll().where("id", "=", id).executeTakeFirst(),
  );

/** Letters and jobs that a transaction left, looked at past the walls. */
const letters = () =>
  world.house.gateway.system("a test looks", ({ db }) =>
    db.selectFrom("mail").selectAll().orderBy("id").execute(),
  );

describe("an item of a profile", () => {
  it.each([
    [
      "a product",
      { field: "products", value: "Rudder", detail: { text: "Of carbon.", url: "https://anker.example" } },
    ],
    [
      "a certificate",
      { field: "certificates", value: "ISO 9001", validUntil: "2031-01-31", detail: { number: "12-3" } },
    ],
    [
      "a machine",
      { field: "machines", value: "Autoclave", detail: { maker: "Scholz", count: 2, year: 2019 } },
    ],
    ["a language", { field: "languages", code: "da" }],
    ["an industry", { field: "industries", code: "C30.11" }],
  ])("is kept as %s and read back as such", async (_, item) => {
    const editor = await world.as("editor");
    const id = await added(item);
    const found = (await editor.get(FACTS)).json.items.find((fact: { id: string }) => fact.id === id);
    expect(found).toMatchObject({ ...item, visibility: "cluster", origin: "declared" });
    expect(found.value.length).toBeGreaterThan(1);
  });

  it.each([
    ["a field of another kind", { field: "products", value: "X", validUntil: "2030-01-01" }],
    ["a detail nobody knows", { field: "people", value: "Ada", detail: { salary: "1" } }],
    ["an activity that is none", { field: "industries", code: "C99.99" }],
    ["a language that is none", { field: "languages", code: "qq" }],
    ["a page that is no page", { field: "products", value: "X", detail: { url: "javascript:alert(1)" } }],
    ["a year before machines", { field: "machines", value: "X", detail: { year: 12 } }],
  ])("is refused with %s", async (_, item) => {
    const answer = await (await world.as("editor")).api("POST", FACTS, { visibility: "cluster", ...item });
    expect([400, 422]).toContain(answer.status);
  });

  it("is there once for one code", async () => {
    const editor = await world.as("editor");
    await added({ field: "languages", code: "sv" });
    const again = await editor.api("POST", FACTS, { field: "languages", code: "sv" });
    expect([again.status, again.json.errors ?? again.json.fields]).toEqual([422, expect.anything()]);
  });

  it("keeps its shape when it is changed", async () => {
    const editor = await world.as("editor");
    const id = await added({ field: "certificates", value: "ISO 14001", validUntil: "2031-01-31" });
    const wrong = await editor.api("PATCH", `${FACTS}/${id}`, { version: 1, detail: { maker: "X" } });
    expect(wrong.status).toBe(422);
    const right = await editor.api("PATCH", `${FACTS}/${id}`, { version: 1, detail: { issuer: "TUEV" } });
    expect(right.json).toMatchObject({
      value: "ISO 14001",
      validUntil: "2031-01-31",
      detail: { issuer: "TUEV" },
    });
  });

  it("is added by forms that keep what was typed", async () => {
    const editor = await world.as("editor");
    const form = {
      field: "machines",
      of: "machines",
      from: "profile",
      value: "Lathe",
      year: "last",
      visibility: "cluster",
    };
    const wrong = await editor.post(`${HOME}/facts/new`, form);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Lathe"');
    const right = await editor.post(`${HOME}/facts/new`, { ...form, year: "1999" });
    expect([right.status, right.headers.get("location")]).toEqual([
      303,
      expect.stringContaining("/profile#machines"),
    ]);
  });

  it("expires in plain sight", async () => {
    await added({ field: "certificates", value: "EN 9100", validUntil: "2020-01-31", visibility: "public" });
    expect((await (await world.as("stranger")).get(HOME)).text).toMatch(/EN 9100.*expired on 31 Jan 2020/);
  });
});

describe("words for competences", () => {
  it("are those of the large vocabularies where they are the same", async () => {
    const id = await added({ field: "competences", value: "Naval  Architecture" });
    expect(await factRow(id)).toMatchObject({ code: "/23/51/357", value: "naval architecture" });
    const skill = await added({ field: "competences", value: "plastic welding" });
    expect((await factRow(skill))?.code).toMatch(/^esco:/);
  });

  it("become the cluster's own where nobody has them, and are offered to the next before they are doubled", async () => {
    await added({ field: "competences", value: "Rotorblattprüfung" });
    const professor = await world.as("professor", "gruendung");
    const form = { field: "competences", value: "rotorblattpruefungen", visibility: "cluster" };
    const at = "/clusters/alpha/organisations/gruendung";
    const offered = await professor.post(`${at}/facts/new`, form);
    expect(offered.status).toBe(200);
    expect(offered.text).toContain("Rotorblattprüfung");
    expect(offered.text).toContain('value="own:rotorblattprüfung"');
    const taken = await professor.post(`${at}/facts/new`, { ...form, code: "own:rotorblattprüfung" });
    expect(taken.status).toBe(303);
    const words = (await professor.get("/api/v1/clusters/alpha/competences")).json.items;
    expect(words[0]).toMatchObject({ code: "own:rotorblattprüfung", organisations: 2 });
  });

  it("are found before anything is typed, and by part of a word", async () => {
    const editor = await world.as("editor");
    expect((await editor.get(`${HOME}/facts/new?field=competences`)).text).toContain(
      "used by 2 organisations",
    );
    expect((await editor.get(`${HOME}/facts/new?field=competences&find=archi`)).text).toContain(
      "naval architecture",
    );
    expect((await editor.get(`${HOME}/facts/new?field=industries&find=ships`)).text).toContain("C30.11");
  });

  it("that only hidden items use are not there for others: not offered, not counted, not told apart from new ones", async () => {
    await added({ field: "competences", value: "Stealthglider", visibility: "organisation" });
    await added({ field: "competences", value: "Mauerfräsen", wall: ["rivale"] });
    const rival = await world.as("rival");
    for (const address of [
      "/clusters/alpha/competences",
      "/clusters/alpha/competences?format=csv",
      "/clusters/alpha/competences?word=own:stealthglider",
      "/clusters/alpha/competences?word=own:mauerfr%C3%A4sen",
      "/api/v1/clusters/alpha/competences",
      "/api/v1/clusters/alpha/competences/offers?words=stealthglider",
      "/api/v1/clusters/alpha/competences/offers?words=mauer",
      "/clusters/alpha/organisations/rivale/facts/new?field=competences",
      "/clusters/alpha/organisations/rivale/facts/new?field=competences&find=mauerfr",
      "/clusters/alpha/organisations?query=Mauerfr%C3%A4sen",
      HOME,
      `/api/v1${HOME}/facts`,
    ]) {
      const { text } = await rival.get(address);
      // What one looked for oneself stands in the search box.
      expect([address, text.replaceAll(/value="[^"]*"|“[^”]*”/g, "")]).not.toEqual([
        address,
        expect.stringMatching(/Stealthglider|Mauerfräsen/),
      ]);
    }
    const own = await rival.api("POST", "/api/v1/clusters/alpha/organisations/rivale/facts", {
      field: "competences",
      value: "stealthglider",
    });
    expect([own.status, own.json.code]).toEqual([201, "own:stealthglider"]);
  });

  it("are merged by the team, read as one everywhere, and stand apart again", async () => {
    const manager = await world.as("manager");
    await added({ field: "competences", value: "Faserverbund", visibility: "public" });
    await added({ field: "competences", value: "Composites", visibility: "public" });
    const pair = { word: "own:faserverbund", into: "own:composites" };
    expect((await (await world.as("editor")).post("/clusters/alpha/competences/merge", pair)).status).toBe(
      404,
    );
    expect(
      (await manager.post("/clusters/alpha/competences/merge", { ...pair, into: "own:nothing" })).status,
    ).toBe(422);
    const strangers = async () => (await (await world.as("stranger")).get(HOME)).text;
    expect(await strangers()).toContain("Faserverbund");
    expect((await manager.post("/clusters/alpha/competences/merge", pair)).status).toBe(303);
    expect(await strangers()).not.toContain("Faserverbund");
    const words = (await manager.get("/api/v1/clusters/alpha/competences")).json.items;
    expect(words.find((word: { code: string }) => word.code === "own:composites")).toMatchObject({
      organisations: 1,
      merged: [{ code: "own:faserverbund", name: "Faserverbund" }],
    });
    expect((await manager.post("/clusters/alpha/competences/unmerge", { word: pair.word })).status).toBe(303);
    expect(await strangers()).toContain("Faserverbund");
  });
});

describe("looking through somebody else's eyes", () => {
  it.each(["stranger", "member", "authority", "peer", "organisation.rivale"])(
    "shows what %s sees and names whose eyes they are",
    async (as) => {
      const page = await (await world.as("editor")).get(`${HOME}?as=${as}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain("You see the page as");
      const persona =
        ({ stranger: "stranger", member: "facilitator", authority: "authority", peer: "authority" } as const)[
          as
        ] ?? "rival";
      const theirs = (await (await world.as(persona)).get(HOME)).text;
      for (const word of [
        "quellwort",
        "nachbarwort",
        "clusterwort",
        "mauerwort",
        "hauswort",
        "einzelwort",
        "mauerband",
      ])
        expect([as, word, page.text.includes(word)]).toEqual([as, word, theirs.includes(word)]);
    },
  );

  it("shows the wall", async () => {
    const editor = await world.as("editor");
    expect((await editor.get(`${HOME}?as=member`)).text).toContain("mauerwort");
    expect((await editor.get(`${HOME}?as=organisation.rivale`)).text).not.toContain("mauerwort");
  });

  it("shows a member what its level opens, and no more", async () => {
    const level = crypto.randomUUID();
    const clusterId = world.cluster.alpha;
    await world.house.gateway.system("a level that stays outside", async ({ db }) => {
      await db
        .insertInto("membershipLevel")
        .values({ clusterId, id: level, nameEn: "Friends", nameDe: "Freunde" })
        .execute();
      await db
        .insertInto("membershipLevelTerm")
        .values({ clusterId, levelId: level, since: "0001-01-01", benefits: ["fair"] })
        .execute();
    });
    const rivaleIs = (levelId: string | null) =>
      world.house.gateway.system("another level", ({ db }) =>
        db
          .updateTable("membership")
          .set({ levelId })
          .where("clusterId", "=", clusterId)
          .where("organisationId", "=", world.organisation.rivale)
          .execute(),
      );
    const editor = await world.as("editor");
    const shown = async () =>
      (await editor.get(`${HOME}?as=organisation.rivale`)).text.includes("clusterwort");
    expect(await shown()).toBe(true);
    await rivaleIs(level);
    expect((await (await world.as("rival")).get(HOME)).text).not.toContain("clusterwort");
    expect(await shown()).toBe(false);
    await rivaleIs(null);
  });

  it("never shows more than one sees with one's own eyes", async () => {
    const id = "/clusters/alpha/organisations/uni";
    const hidden = await (await world.as("professor", "uni")).api("POST", `/api/v1${id}/facts`, {
      field: "capacity",
      value: "Frei: manageraugen",
      visibility: "cluster",
      wall: ["amt"],
    });
    expect(hidden.status).toBe(201);
    // Somebody of the team may keep the page, and does not see what stays in the house.
    const manager = await world.as("manager");
    const page = await manager.get(`${HOME}?as=organisation.anker`);
    expect([page.status, page.text.includes("hauswort")]).toEqual([200, false]);
    expect((await manager.get(`${id}?as=organisation.amt`)).text).not.toContain("manageraugen");
  });

  it("is for those who keep the page: others get the page as it is for them", async () => {
    const rival = await world.as("rival");
    const page = await rival.get(`${HOME}?as=member`);
    expect(page.text).not.toContain("You see the page as");
    expect(page.text).not.toContain("mauerwort");
    expect((await (await world.as("stranger")).get(`${HOME}?as=member`)).text).not.toContain("clusterwort");
  });
});

describe("a logo", () => {
  const picture = async (width: number, height: number) =>
    new File(
      [
        new Uint8Array(
          await sharp({ create: { width, height, channels: 3, background: "#a33" } })
            .withExif({ IFD0: { Artist: "geheimfotograf" } })
            .jpeg()
            .toBuffer(),
        ),
      ],
      "logo.jpg",
      { type: "image/jpeg" },
    );

  it("is drawn anew, small and without what the file told, and kept by browsers under its version", async () => {
    const editor = await world.as("editor");
    const put = await editor.upload(
      `${HOME}/logo/edit`,
      { visibility: "public" },
      { picture: await picture(1600, 800) },
    );
    expect(put.status).toBe(303);
    const page = (await (await world.as("stranger")).get("/organisations/anker")).text;
    const address = /\/organisations\/anker\/logo\?version=[\w-]+/.exec(page)![0];
    const answer = await world.app.request(new URL(address, "http://localhost:3000"));
    expect(answer.headers.get("content-type")).toBe("image/webp");
    expect(answer.headers.get("cache-control")).toContain("max-age=31536000");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.includes("geheimfotograf")).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 512, height: 256 });
  });

  it.each([
    [
      "a drawing that may be a program",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ["a page called a picture", "<html><script>alert(1)</script></html>"],
    ["half a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR"],
  ])("is refused as %s", async (_, text) => {
    const file = new File([Buffer.from(text, "latin1")], "logo.png", { type: "image/png" });
    const answer = await (await world.as("editor")).upload(`${HOME}/logo/edit`, {}, { picture: file });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('role="alert"');
  });

  it("is refused where a few bytes unfold into too many pixels", async () => {
    const [width, height] = [8_000, 5_100];
    const bomb = await sharp(Buffer.alloc(width * height), { raw: { width, height, channels: 1 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    const file = new File([new Uint8Array(bomb)], "logo.png", { type: "image/png" });
    const answer = await (await world.as("editor")).upload(`${HOME}/logo/edit`, {}, { picture: file });
    expect([answer.status, answer.text.includes("too many pixels")]).toEqual([422, true]);
  });

  it("may be for the cluster alone, and is nobody else's then", async () => {
    const owner = await world.as("owner");
    await owner.upload(`${HOME}/logo/edit`, { visibility: "cluster" }, { picture: await picture(64, 64) });
    expect((await owner.get(`${HOME}/logo`)).status).toBe(200);
    for (const address of [`${HOME}/logo`, "/organisations/anker/logo"])
      expect((await (await world.as("stranger")).get(address)).status).toBe(404);
    expect(
      (await (await world.as("rival")).upload(`${HOME}/logo/edit`, {}, { picture: await picture(9, 9) }))
        .status,
    ).toBe(404);
    expect((await owner.post(`${HOME}/logo/remove`)).status).toBe(303);
    expect((await owner.get(`${HOME}/logo`)).status).toBe(404);
  });
});

describe("keeping a profile true", () => {
  it("shows all fields, what is missing and how complete it is, to those who keep it", async () => {
    const editor = await world.as("editor");
    const page = await editor.get(`${HOME}/profile`);
    expect(page.text).toMatch(/\d+ % complete/);
    for (const words of ["Certificates", "a logo", "Who sees what is added"])
      expect(page.text).toContain(words);
    const told = (await editor.get(`/api/v1${HOME}/profile`)).json;
    expect(page.text).toContain(`${told.percent} % complete`);
    for (const persona of ["stranger", "rival", "reader", "authority"] as const)
      expect([persona, (await (await world.as(persona)).get(`${HOME}/profile`)).status]).toEqual([
        persona,
        404,
      ]);
  });

  it("notes what is still true, item by item and all at once, without becoming the one who said it", async () => {
    const id = await added({ field: "staff", value: "Forty people" });
    const editor = await world.as("editor");
    expect((await (await world.as("rival")).post(`${HOME}/facts/${id}/still-true`)).status).toBe(404);
    expect((await (await world.as("owner")).post(`${HOME}/facts/${id}/still-true`)).status).toBe(303);
    expect(await factRow(id)).toMatchObject({
      checkedBy: world.person.owner,
      declaredBy: world.person.editor,
      version: 1,
    });
    expect((await editor.api("POST", `/api/v1${HOME}/profile/still-true`)).json.checked).toBeGreaterThan(3);
    // What one does not see oneself is not confirmed along.
    expect((await factRow(world.record.factPrivate!))?.checkedAt).toBeNull();
  });

  it("starts new items at the level chosen for their field", async () => {
    const owner = await world.as("owner");
    expect(
      (await owner.post(`${HOME}/profile/levels`, { machines: "organisation", staff: "everywhere" })).status,
    ).toBe(303);
    const id = (await owner.api("POST", FACTS, { field: "machines", value: "Secret press" })).json.id;
    expect((await factRow(id))?.visibility).toBe("organisation");
    expect((await owner.get(`/api/v1${HOME}/profile`)).json.levels).toEqual({ machines: "organisation" });
  });

  it("lists the members by how complete they are, for the team, also as a file", async () => {
    const manager = await world.as("manager");
    const { items } = (await manager.get("/api/v1/clusters/alpha/profiles")).json;
    const percents = items.map((item: { percent: number }) => item.percent);
    expect(percents).toEqual([...percents].sort((a: number, b: number) => a - b));
    expect((await manager.get("/clusters/alpha/profiles")).text).toContain("Anker GmbH");
    expect((await manager.get("/clusters/alpha/profiles?format=csv")).text).toContain("ANKER GMBH");
    for (const persona of ["owner", "auditor", "stranger"] as const)
      expect((await (await world.as(persona)).get("/clusters/alpha/profiles")).status).toBe(404);
  });

  it("lists among them whoever belongs through a member, and what they say among the words of the cluster", async () => {
    const { cluster, organisation, house } = world;
    const manager = await world.as("manager");
    const slugs = async () =>
      (await manager.get("/api/v1/clusters/alpha/profiles")).json.items.map(
        (item: { slug: string }) => item.slug,
      );
    expect(await slugs()).not.toContain("fern");
    const id = uuidv7();
    await house.gateway.system("a test's association", async ({ db }) => {
      await db
        .insertInto("link")
        .values({
          id,
          clusterId: cluster.alpha,
          type: "formal",
          nature: "member",
          origin: "confirmed",
          fromOrganisationId: organisation.fern,
          toOrganisationId: organisation.anker,
          since: "2020-01-01",
          visibility: "cluster",
        })
        .execute();
      await db
        .insertInto("fact")
        .values({
          id: uuidv7(),
          clusterId: cluster.alpha,
          organisationId: organisation.fern,
          field: "competences",
          value: "Rope making",
          code: "own:rope-making",
          origin: "declared",
          visibility: "cluster",
        })
        .execute();
    });
    expect(await slugs()).toContain("fern");
    expect((await manager.get("/clusters/alpha/competences")).text).toContain("Rope making");
    await house.gateway.system("a test's end", async ({ db }) => {
      await db.deleteFrom("link").where("id", "=", id).execute();
      await db.deleteFrom("fact").where("code", "=", "own:rope-making").execute();
    });
    expect(await slugs()).not.toContain("fern");
  });

  it("finds who has been silent for long, until they say something", async () => {
    const ctx = await world.context("manager", "alpha");
    const about = { clusterId: world.cluster.alpha, now: ctx.now(), today: ctx.today() };
    const silent = () => ctx.read((db) => silentSince(db, ctx.actor, about));
    await world.house.gateway.system("a test goes back in time", ({ db }) =>
      db
        .updateTable("organisation")
        .set({ createdAt: new Date("2020-01-01"), touchedAt: null })
        .where("id", "=", world.organisation.rivale)
        .execute(),
    );
    expect((await silent()).map((one) => one.slug)).toEqual(["rivale"]);
    const rival = await world.as("rival");
    await rival.api("POST", "/api/v1/clusters/alpha/organisations/rivale/facts", {
      field: "staff",
      value: "Nine",
    });
    expect(await silent()).toEqual([]);
  });
});

describe("an organisation that moves", () => {
  const change = async (body: Record<string, unknown>) => {
    const owner = await world.as("owner");
    const { version } = (await owner.get("/api/v1/organisations/anker")).json;
    return (await owner.api("PATCH", "/api/v1/organisations/anker", { version, ...body })).json;
  };

  it("moves on the map, with its region", async () => {
    const moved = await change({ city: "Berlin" });
    expect([Math.round(moved.lat), Math.round(moved.lon), moved.nuts]).toEqual([53, 13, "DE300"]);
  });

  it("stands where it says it stands", async () => {
    expect(await change({ city: "Kiel", lat: 54.5, lon: 10.5 })).toMatchObject({ lat: 54.5, lon: 10.5 });
  });

  it("is left out of the map in a town nobody knows, and is told so", async () => {
    const owner = await world.as("owner");
    const { version } = (await owner.get("/api/v1/organisations/anker")).json;
    const form = { name: "ANKER GMBH", city: "Nirgendhausen-Xyz", country: "DE", version: String(version) };
    const same = { nuts: "", lat: "54.5", lon: "10.5" };
    const sent = await owner.post("/organisations/anker/edit", { ...form, ...same });
    expect(sent.status).toBe(303);
    expect((await owner.get("/api/v1/organisations/anker")).json).toMatchObject({ lat: null, lon: null });
  });
});

describe("what the clock does", () => {
  it("reminds of a certificate once at each mark, and those who keep it alone", async () => {
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const id = await added({ field: "certificates", value: "Endwort 27001", validUntil: soon });
    const waiting = async () => {
      const told = await notices();
      return told.filter((text) => text.includes("Endwort")).length;
    };
    await world.job("profile.remind-certificates");
    expect(await waiting()).toBe(1);
    expect((await factRow(id))?.remindedAt).not.toBeNull();
    await world.job("profile.remind-certificates");
    expect(await waiting()).toBe(1);
  });

  it("reminds of what is old once a month, with a link that confirms it from the letter", async () => {
    await world.house.gateway.system("a test goes back in time", ({ db }) =>
      db
        .updateTable("fact")
        .set({ statedAt: new Date("2020-01-01"), checkedAt: null })
        .where("id", "=", world.record.factPublic!)
        .execute(),
    );
    await world.job("profile.remind-stale");
    await world.job("profile.remind-stale");
    const told = (await notices()).filter((text) => text.includes("older than a year"));
    expect(told).toHaveLength(1);
    const act = world.house.features.find((feature) => feature.name === "registry")!.acts![
      "profile.still-true"
    ]!;
    const editor = await world.context("editor", "alpha");
    expect((await act.offer(editor, { organisation: "anker" }))?.button).toBe("Still true");
    expect(await act.offer(await world.context("rival", "alpha"), { organisation: "anker" })).toBeNull();
    expect((await act.perform(editor, { organisation: "anker" })).ok).toBe(true);
    expect((await factRow(world.record.factPublic!))?.checkedBy).toBe(world.person.editor);
  });
});

/** The sentences of the notices that wait to be told. */
async function notices(): Promise<string[]> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: world.adminUrl });
  await client.connect();
  const { rows } = await client.query(
    "select payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notices.deliver'",
  );
  await client.end();
  return rows.map((row) => row.payload);
}

describe("a person listed", () => {
  it("is told, takes themselves off without an account, and stands in no log", async () => {
    const id = await added({
      field: "people",
      value: "Ada Listenwort",
      detail: { email: "ada@elsewhere.example", title: "Sales" },
    });
    await world.job("profile.tell-listed", { clusterId: world.cluster.alpha, factId: id });
    const letter = (await letters()).find((one) => one.toAddress === "ada@elsewhere.example")!;
    expect(letter.body).toMatch(/lists you in its profile[\s\S]*Im Profil von/);
    const path = /\/listed\/\S+/.exec(letter.body)![0];
    const stranger = await world.as("stranger");
    expect((await stranger.get(path)).text).toContain("Ada Listenwort");
    expect((await stranger.get(`${path}x`)).text).not.toContain("Ada");

    const ofAda = () =>
      world.house.gateway.system("a test looks", ({ db }) => listingsOf(db, "Ada@Elsewhere.example"));
    expect((await ofAda()).map((one) => one.id)).toEqual([id]);
    expect((await stranger.post(path)).status).toBe(303);
    expect(await factRow(id)).toBeUndefined();
    expect(await ofAda()).toEqual([]);
    expect((await stranger.get(path)).text).toContain("Nothing is listed");
    const log = await world.house.gateway.system("a test looks", ({ db }) =>
      db.selectFrom("auditEntry").select("body").where("subjectId", "=", id).execute(),
    );
    expect(log.length).toBeGreaterThan(1);
    expect(JSON.stringify(log)).not.toMatch(/Listenwort|ada@/);
  });

  it("needs no letter about what they wrote of themselves", async () => {
    const { default: pg } = await import("pg");
    const count = async () => {
      const client = new pg.Client({ connectionString: world.adminUrl });
      await client.connect();
      const { rows } = await client.query(
        "select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'profile.tell-listed'",
      );
      await client.end();
      return rows[0].n;
    };
    const before = await count();
    await added({ field: "people", value: "Myself", detail: { email: emailOf("editor") } });
    expect(await count()).toBe(before);
    await added({ field: "people", value: "Somebody", detail: { email: "somebody@elsewhere.example" } });
    expect(await count()).toBe(before + 1);
  });
});
