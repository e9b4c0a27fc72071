import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, SECRETS, type World } from "../../../app/testing/world.ts";
import { listLabels } from "../labels/actions.ts";
import { listFields, usedChoices } from "../own-fields/actions.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

const API = "/api/v1/clusters/alpha";
const HOME = "/clusters/alpha";
const OUTSIDE = [
  "stranger",
  "reader",
  "owner",
  "rival",
  "authority",
  "applicant",
  "elsewhere",
  "elsewhereManager",
  "operator",
  "auditor",
] as const;

describe("notes of the team", () => {
  it("are written, changed with their old words kept, removed and brought back", async () => {
    const team = await world.as("facilitator");
    const made = await team.api("POST", `${API}/organisations/uni/notes`, { text: "Wants a test bed" });
    expect(made.status).toBe(201);
    const at = `${API}/notes/${made.json.id}`;
    const changed = await team.api("PATCH", at, { text: "Wants a test bed for hulls", version: 1 });
    expect(changed.json).toMatchObject({ text: "Wants a test bed for hulls", version: 2 });
    expect((await team.api("PATCH", at, { text: "Too late", version: 1 })).status).toBe(409);
    const versions = await team.api("GET", `${at}/versions`);
    expect(versions.json.items).toMatchObject([{ version: 1, text: "Wants a test bed" }]);
    expect((await team.api("DELETE", at)).status).toBe(204);
    expect((await team.api("GET", at)).status).toBe(404);
    expect((await team.api("GET", `${API}/notes?query=hulls`)).json.total).toBe(0);
    expect((await team.api("POST", `${at}/restore`)).status).toBe(200);
    expect((await team.api("GET", `${API}/notes?query=hulls`)).json.total).toBe(1);
  });

  it("are changed by their writer and by the manager, by no other facilitator", async () => {
    const manager = await world.as("manager");
    const made = await manager.api("POST", `${API}/organisations/anker/notes`, { text: "By the manager" });
    const facilitator = await world.as("facilitator");
    const at = `${API}/notes/${made.json.id}`;
    expect((await facilitator.api("GET", at)).status).toBe(200);
    expect((await facilitator.api("DELETE", at)).status).toBe(404);
    const page = await facilitator.get(`${HOME}/notes/${made.json.id}`);
    expect(page.text).toContain("By the manager");
    expect(page.text).not.toContain("<textarea");
    expect(
      (await manager.api("PATCH", `${API}/notes/${world.record.note}`, { text: "Called", version: 1 }))
        .status,
    ).toBe(200);
    await manager.api("PATCH", `${API}/notes/${world.record.note}`, {
      text: `Call ${SECRETS.note}`,
      version: 2,
    });
  });

  it("are undone by a button after a form removed one, and a long note keeps what was typed", async () => {
    const manager = await world.as("manager");
    const long = "x".repeat(8001);
    const refused = await manager.post(`${HOME}/organisations/anker/team/notes`, { text: long });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(long);
    await manager.post(`${HOME}/organisations/anker/team/notes`, { text: "Shortlived" });
    const { json } = await manager.api("GET", `${API}/organisations/anker/notes`);
    const { id } = json.items.find((note: { text: string }) => note.text === "Shortlived");
    const gone = await manager.post(`${HOME}/notes/${id}/remove`);
    const page = await manager.get(gone.headers.get("location")!);
    expect(page.text).not.toContain("Shortlived");
    expect(page.text).toContain(`/notes/${id}/restore`);
    await manager.post(`${HOME}/notes/${id}/restore`);
    expect((await manager.get(`${HOME}/organisations/anker/team`)).text).toContain("Shortlived");
  });

  it.each(OUTSIDE)("do not exist for %s, nor do labels and fields, at any door", async (persona) => {
    const visit = await world.as(persona);
    for (const path of [
      "/organisations/anker/team",
      "/notes",
      `/notes/${world.record.note}`,
      "/labels",
      `/labels/${world.record.label}`,
      "/fields",
      `/fields/${world.record.ownField}`,
    ]) {
      const here = await visit.get(HOME + path);
      expect([path, here.status]).toEqual([path, 404]);
    }
    if (persona === "stranger") return;
    for (const path of [
      "/notes",
      "/organisations/anker/notes",
      "/labels",
      "/organisations/anker/labels",
      "/fields",
      "/organisations/anker/fields",
    ])
      expect([path, (await visit.api("GET", API + path)).status]).toEqual([path, 404]);
    const asked = await visit.api("GET", `${API}/organisations?label=${world.record.label}`);
    const nothing = await visit.api("GET", `${API}/organisations?label=${world.record.projectOne}`);
    // A label that exists answers like one that does not.
    expect([asked.status, asked.text]).toEqual([
      nothing.status,
      nothing.text.replaceAll(world.record.projectOne!, world.record.label!),
    ]);
    const list = await visit.get(`${HOME}/organisations?own=visit:~feld&view=table`);
    const all = await visit.get(`${HOME}/organisations?view=table`);
    const namesIn = (text: string) =>
      [...text.matchAll(/organisations\/([a-z]+)"/g)].map((match) => match[1]);
    expect(namesIn(list.text)).toEqual(namesIn(all.text));
  });

  it("stay closed in the database for every office but those two", async () => {
    for (const [persona, notes, labels] of [
      ["manager", true, true],
      ["facilitator", true, true],
      ["analyst", false, true],
      ["auditor", false, false],
      ["rival", false, false],
      ["owner", false, false],
      ["elsewhereManager", false, false],
    ] as const) {
      const ctx = await world.context(persona, "alpha");
      const [seen, put, values] = await ctx.read((db) =>
        Promise.all([
          db.selectFrom("note").select("id").execute(),
          db.selectFrom("organisationLabel").select("labelId").execute(),
          db.selectFrom("ownValue").select("fieldId").execute(),
        ]),
      );
      expect([persona, seen.length > 0, put.length > 0, values.length > 0]).toEqual([
        persona,
        notes,
        labels,
        labels,
      ]);
    }
  });

  it("are not told by the log, which only says that there was one", async () => {
    for (const persona of ["manager", "auditor"] as const) {
      const log = (await (await world.as(persona)).get(`${HOME}/audit`)).text;
      expect(log).not.toContain("test bed");
      expect(log).not.toContain("Shortlived");
    }
  });
});

describe("labels", () => {
  it("go on and off organisations, vanish from all when removed, and come back on all", async () => {
    const team = await world.as("manager");
    const { json: label } = await team.api("POST", `${API}/labels`, { name: "To visit", tone: "wait" });
    expect((await team.api("POST", `${API}/labels`, { name: "to VISIT" })).status).toBe(422);
    for (const slug of ["anker", "uni"])
      await team.api("PUT", `${API}/organisations/${slug}/labels/${label.id}`);
    const having = async () =>
      (await team.api("GET", `${API}/organisations?label=${label.id}`)).json.items?.map(
        (one: { slug: string }) => one.slug,
      );
    expect((await having()).sort()).toEqual(["anker", "uni"]);
    await team.api("DELETE", `${API}/organisations/uni/labels/${label.id}`);
    expect(await having()).toEqual(["anker"]);
    await team.api("DELETE", `${API}/labels/${label.id}`);
    expect(await having()).toBeUndefined();
    await team.api("POST", `${API}/labels/${label.id}/restore`);
    expect(await having()).toEqual(["anker"]);
  });

  it("are chosen on the page of an organisation", async () => {
    const team = await world.as("facilitator");
    await team.post(`${HOME}/organisations/gruendung/team/labels`, { label: [world.record.label!] });
    const { json } = await team.api("GET", `${API}/organisations/gruendung/labels`);
    expect(json.items).toMatchObject([{ name: SECRETS.label }]);
    await team.post(`${HOME}/organisations/gruendung/team/labels`, {});
    expect((await team.api("GET", `${API}/organisations/gruendung/labels`)).json.items).toEqual([]);
  });

  it("count no organisation that is walled off from who asks, nor do the team's fields", async () => {
    const manager = await world.as("manager");
    const { json: label } = await manager.api("POST", `${API}/labels`, { name: "Counted" });
    const { json: field } = await manager.api("POST", `${API}/fields`, {
      nameEn: "Counted",
      nameDe: "Gezählt",
      kind: "choice",
      choices: ["one"],
    });
    await manager.api("PUT", `${API}/organisations/uni/labels/${label.id}`);
    const change = <T>(query: string, values: string[]) =>
      world.house.gateway.system("a test", ({ client }) => client.query<T & object>(query, values));
    await change(
      "insert into own_value (cluster_id, organisation_id, field_id, text_value) values ($1, $2, $3, 'one')",
      [world.cluster.alpha, world.organisation.uni, field.id],
    );
    const counted = async () => {
      const ctx = await world.context("manager", "alpha");
      const [labels, fields] = [await listLabels(ctx), await listFields(ctx)];
      const own = fields.find((one) => one.id === field.id)!;
      return [
        labels.find((one) => one.id === label.id)?.organisations,
        own.organisations,
        (await usedChoices(ctx, own)).get("one") ?? 0,
      ];
    };
    expect(await counted()).toEqual([1, 1, 1]);
    await change("update organisation set wall = array[$2::uuid] where id = $1", [
      world.organisation.uni,
      world.organisation.rivale,
    ]);
    const seat = crypto.randomUUID();
    await change(
      "insert into seat (id, organisation_id, person_id, role, since) values ($1, $2, $3, 'reader', '2024-01-01')",
      [seat, world.organisation.rivale, world.person.manager],
    );
    expect(await counted()).toEqual([0, 0, 0]);
    await change("delete from seat where id = $1", [seat]);
    await change("update organisation set wall = '{}' where id = $1", [world.organisation.uni]);
    await manager.api("DELETE", `${API}/labels/${label.id}`);
  });

  it("are read by the analyst, and put on by others", async () => {
    const analyst = await world.as("analyst");
    expect((await analyst.api("GET", `${API}/organisations/anker/labels`)).json.items.length).toBeGreaterThan(
      0,
    );
    const put = await analyst.api("PUT", `${API}/organisations/uni/labels/${world.record.label}`);
    expect(put.status).toBe(404);
    const page = await analyst.get(`${HOME}/organisations/anker/team`);
    expect(page.text).toContain(SECRETS.ownField);
    expect(page.text).not.toContain(SECRETS.note);
  });
});

describe("fields of the team's own", () => {
  it("hold values of their kind and refuse others with a reason, all or none", async () => {
    const team = await world.as("manager");
    const add = (nameEn: string, kind: string, choices: string[] = []) =>
      team.api("POST", `${API}/fields`, { nameEn, nameDe: `${nameEn} de`, kind, choices });
    expect((await add("Share", "number")).json.key).toBe("share");
    expect((await add("Stage", "choice", ["Seed", "Grown"])).status).toBe(201);
    expect((await add("Met on", "date")).status).toBe(201);
    expect((await add("Empty", "choice")).status).toBe(422);
    const at = `${API}/organisations/anker/fields`;
    const set = await team.api("PATCH", at, {
      values: { share: "12.5", stage: "seed", "met-on": "2026-02-28" },
    });
    expect(set.json.values).toMatchObject({ share: 12.5, stage: "Seed", "met-on": "2026-02-28" });
    const refused = await team.api("PATCH", at, {
      values: { share: "much", stage: "Old", "met-on": "2026-02-30", visit: "new" },
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("not-a-number");
    expect(refused.text).toContain("not-a-choice");
    expect(refused.text).toContain("not-a-date");
    expect((await team.api("GET", at)).json.values.visit).toBe(SECRETS.ownField);
    const form = await team.post(`${HOME}/organisations/anker/team/fields`, { "field-share": "lots" });
    expect(form.status).toBe(422);
    expect(form.text).toContain("Please write a number");
    expect(form.text).toContain("lots");
  });

  it("keep their values when choices are renamed, swapped or left out, and when they end", async () => {
    const team = await world.as("manager");
    const { json: fields } = await team.api("GET", `${API}/fields`);
    const stage = fields.items.find((field: { key: string }) => field.key === "stage");
    await team.api("PATCH", `${API}/organisations/uni/fields`, { values: { stage: "Grown" } });
    const held = async (slug: string) =>
      (await team.api("GET", `${API}/organisations/${slug}/fields`)).json.values.stage;
    await team.api("PATCH", `${API}/fields/${stage.id}`, {
      choices: [
        { name: "Grown", was: "Seed" },
        { name: "Seed", was: "Grown" },
      ],
    });
    expect([await held("anker"), await held("uni")]).toEqual(["Grown", "Seed"]);
    const form = {
      nameEn: "Stage",
      nameDe: "Stufe",
      "choice-0": "",
      "was-0": "Grown",
      "choice-1": "Early",
      "was-1": "Seed",
      choices: "Late",
    };
    expect((await team.post(`${HOME}/fields/${stage.id}`, form)).status).toBe(303);
    expect([await held("anker"), await held("uni")]).toEqual(["Grown", "Early"]);
    await team.api("PATCH", `${API}/fields/${stage.id}`, { ended: true });
    expect(await held("anker")).toBe("Grown");
    await team.api("PATCH", `${API}/fields/${stage.id}`, { ended: false, move: "up" });
    expect((await team.get(`${HOME}/organisations/anker/team`)).text).toContain("Grown");
  });

  it("stand in the table, in files and in answers for the team", async () => {
    const team = await world.as("manager");
    const table = await team.get(`${HOME}/organisations?view=table`);
    expect(table.text).toContain("Stage");
    const csv = await team.get(`${HOME}/organisations?format=csv`);
    const [head, ...rows] = csv.text.split("\r\n");
    expect(head).toContain("Labels,");
    expect(head).toContain("Share");
    expect(rows.find((row) => row.startsWith("Anker"))).toContain("12.5");
    const rival = await (await world.as("rival")).get(`${HOME}/organisations?format=csv`);
    expect(rival.text.split("\r\n")[0]).not.toContain("Share");
  });
});

describe("acts on many", () => {
  const slugsWith = async (query: string) => {
    const { json } = await (await world.as("manager")).api("GET", `${API}/organisations?${query}`);
    return json.items.map((one: { slug: string }) => one.slug).sort();
  };

  it("put a label on those ticked, and undo it only where it was new", async () => {
    const team = await world.as("manager");
    const { json: label } = await team.api("POST", `${API}/labels`, { name: "Summer fair" });
    await team.api("PUT", `${API}/organisations/uni/labels/${label.id}`);
    const sent = await team.post(`${HOME}/bulk/labels`, {
      label: label.id,
      on: "put",
      organisation: ["uni", "anker", "fern"],
      address: "kind=enterprise",
    });
    const back = sent.headers.get("location")!;
    expect(back).toMatch(/^\/clusters\/alpha\/organisations\?done=[0-9a-f-]+&kind=enterprise/);
    // `fern` is no member here.
    expect(await slugsWith(`label=${label.id}`)).toEqual(["anker", "uni"]);
    const page = await team.get(back);
    expect(page.text).toContain("One organisation was changed.");
    const undo = /bulk\/[0-9a-f-]+\/undo/.exec(page.text)![0];
    await team.post(`${HOME}/${undo}`, { address: "kind=enterprise" });
    expect(await slugsWith(`label=${label.id}`)).toEqual(["uni"]);
  });

  it("set a field for all found, and undo all of it or, where somebody wrote anew, nothing", async () => {
    const team = await world.as("manager");
    await team.api("PATCH", `${API}/organisations/uni/fields`, { values: { share: 3 } });
    const form = { field: "share", all: "on", address: "kind=enterprise" };
    const step = await team.post(`${HOME}/bulk/field`, form);
    expect(step.status).toBe(200);
    expect((await team.post(`${HOME}/bulk/value`, { ...form, value: "x" })).status).toBe(422);
    const before = await slugsWith("own=share:*");
    const done = await team.post(`${HOME}/bulk/value`, { ...form, value: "7,5" });
    const act = new URL(done.headers.get("location")!, "http://x").searchParams.get("done");
    const enterprises = await slugsWith("kind=enterprise");
    expect(await slugsWith("own=share:7.5")).toEqual(enterprises);
    await team.api("PATCH", `${API}/organisations/rivale/fields`, { values: { share: 99 } });
    const refused = await team.api("POST", `${API}/bulk/${act}/undo`);
    expect([refused.status, refused.json.detail]).toEqual([
      409,
      expect.stringContaining("Nothing was undone"),
    ]);
    const page = await team.post(`${HOME}/bulk/${act}/undo`, { address: "kind=enterprise" });
    expect([page.status, page.text.includes("Nothing was undone")]).toEqual([409, true]);
    expect(await slugsWith("own=share:7.5")).toEqual(enterprises.filter((slug: string) => slug !== "rivale"));
    await team.api("PATCH", `${API}/organisations/rivale/fields`, { values: { share: 7.5 } });
    const undone = await team.api("POST", `${API}/bulk/${act}/undo`);
    expect(undone.json.changed).toBe(enterprises.length);
    expect(await slugsWith("own=share:*")).toEqual(before);
    expect((await team.api("POST", `${API}/bulk/${act}/undo`)).status).toBe(409);
  });

  it("reach five hundred at once, and say so of more", async () => {
    const team = await world.as("manager");
    await world.house.gateway.system("a large cluster", ({ client }) =>
      client.query(
        `with o as (insert into organisation (id, slug, name, kind)
           select gen_random_uuid(), 'viele-' || n, 'Viele ' || n, 'enterprise' from generate_series(1, 501) n returning id)
         insert into membership (cluster_id, id, organisation_id, role, since)
         select $1, gen_random_uuid(), id, 'associate', '2024-01-01' from o`,
        [world.cluster.alpha],
      ),
    );
    const all = { label: world.record.label!, on: "put", all: "on", address: "query=viele" };
    const page = await team.post(`${HOME}/bulk/labels`, all);
    expect([page.status, page.text.includes("At most 500 organisations")]).toEqual([422, true]);
    const asked = { act: "put", label: world.record.label };
    const filter = await team.api("POST", `${API}/bulk`, { ...asked, filter: { query: "viele" } });
    expect([filter.status, JSON.stringify(filter.json)]).toEqual([422, expect.stringContaining("too-many")]);
    expect(await slugsWith(`label=${world.record.label}&query=viele`)).toEqual([]);
    const file = await team.post(`${HOME}/bulk/file`, { ...all, format: "csv" });
    expect(file.text.trim().split("\r\n").length).toBeGreaterThan(500);
    await world.house.gateway.system("and small again", ({ client }) =>
      client.query(
        `with gone as (delete from membership where organisation_id in (select id from organisation where slug like 'viele-%'))
         delete from organisation where slug like 'viele-%'`,
      ),
    );
  });

  it("take those ticked out as a file, and are nobody's but the team's", async () => {
    const form = { organisation: ["anker", "uni"], format: "csv" };
    const file = await (await world.as("analyst")).post(`${HOME}/bulk/file`, form);
    expect(file.text.trim().split("\r\n")).toHaveLength(3);
    for (const persona of ["owner", "rival", "auditor", "elsewhereManager"] as const)
      expect((await (await world.as(persona)).post(`${HOME}/bulk/file`, form)).status).toBe(404);
    expect(
      (await (await world.as("analyst")).post(`${HOME}/bulk/labels`, { ...form, label: world.record.label! }))
        .status,
    ).toBe(404);
  });
});
