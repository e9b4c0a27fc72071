import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeGateway } from "../../app/database/gateway.ts";
import { makePool } from "../../app/database/pool.ts";
import { migratedDatabase, type TestDatabase } from "../../app/testing/database.ts";
import type { Gateway } from "../../kernel/gateway.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { importCordis, type Stage } from "./actions.ts";
import { problemSentence } from "./problems.ts";
import { ImportStopped } from "./stopped.ts";
import { anOrganisation, aParticipation, aProject, csv, editionFolder, ndjson } from "./testing.ts";

let database: TestDatabase;
let pool: ReturnType<typeof makePool>;
let gateway: Gateway;

beforeAll(async () => {
  database = await migratedDatabase();
  pool = makePool(database.url, 2);
  gateway = makeGateway(pool);
});

beforeEach(async () => {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query("truncate organisation, project, cluster, audit_entry, audit_head cascade");
  await admin.end();
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const YARD = anOrganisation("900000001", {
  name: "NORDWERFT GMBH",
  short: "NORDWERFT",
  url: "www.nordwerft.example",
});
const UNI = anOrganisation("900000002", {
  name: "UNIVERSITÄT FÖRDE",
  short: "UF",
  type: "HES",
  sme: false,
  country: "EL",
  nuts: "EL301",
});
const PORT = anOrganisation("900000003", {
  name: "Hafenamt der Stadt",
  type: "PUB",
  sme: false,
  country: "UK",
  nuts: "UK",
});
const FIRMS = [YARD, UNI, PORT];
// Naval engineering: /25/75/461/1237 "naval engineering", below it "sea vessels".
const VESSELS = "/25/75/461/1237/1735";
const TWO = aProject("101000002", {
  acronym: "HULL",
  euroSciVoc: [VESSELS],
  signed: "2022-03-01",
  end: "2024-06-30",
});
const THREE = aProject("101000003", {
  acronym: "Größe 3",
  euroSciVoc: ["/25/75"],
  signed: "2023-05-01",
  end: "2026-06-30",
});
const PARTS = [
  aParticipation("101000002", "900000001", { role: "coordinator", order: 1, netEcContribution: 60.25 }),
  aParticipation("101000002", "900000002"),
  aParticipation("101000003", "900000001"),
  aParticipation("101000003", "900000002", { role: "thirdParty" }),
  aParticipation("101000003", "900000003", { role: "associatedPartner", terminated: true }),
];

const heFolder = (organisations = FIRMS, projects = [TWO, THREE], participations = PARTS) =>
  editionFolder({
    "organizations.ndjson.gz": ndjson(organisations),
    "projects.ndjson.gz": ndjson(projects),
    "participations.csv.gz": csv(participations),
  });

const run = async (folder: string | Promise<string>) => importCordis({ gateway, folder: await folder });

const rows = async (query: string) =>
  (await gateway.system("test", ({ client }) => client.query(query))).rows;

/** Everything the import writes, without what differs from run to run. */
const everything = async () => ({
  organisations: await rows("select slug, name, kind, pic, source from organisation order by slug"),
  projects: await rows("select slug, title, competences from project order by slug"),
  participations: await rows(
    "select p.slug as project, o.slug as organisation, pa.role, pa.contribution_cents from participation pa join project p on p.id = pa.project_id join organisation o on o.id = pa.organisation_id order by 1, 2, 3",
  ),
  links: await rows(
    "select least(a.slug, b.slug) as one, greatest(a.slug, b.slug) as other, l.strength, l.since, l.until, cardinality(l.evidence) as projects from link l join organisation a on a.id = l.from_organisation_id join organisation b on b.id = l.to_organisation_id order by 1, 2",
  ),
  competences: await rows(
    "select o.slug, oc.code, oc.projects, oc.direct from organisation_competence oc join organisation o on o.id = oc.organisation_id order by 1, 2",
  ),
  words: await rows(
    "select o.slug, s.label from organisation_search s join organisation o on o.id = s.organisation_id order by 1",
  ),
});

describe("importing an edition of Horizon Europe", () => {
  it("brings organisations with kind, size, place and a readable address", async () => {
    const report = await run(heFolder());
    expect(report.organisations).toEqual({ added: 3, changed: 0, same: 0 });
    expect(
      await rows(
        "select slug, name, short_name, kind, size_class, country, nuts, city, url, pic from organisation order by pic",
      ),
    ).toEqual([
      {
        slug: "nordwerft",
        name: "NORDWERFT GMBH",
        short_name: "NORDWERFT",
        kind: "enterprise",
        size_class: "sme",
        country: "DE",
        nuts: "DEF02",
        city: "KIEL",
        url: "https://www.nordwerft.example/",
        pic: "900000001",
      },
      {
        slug: "universitaet-foerde",
        name: "UNIVERSITÄT FÖRDE",
        short_name: "UF",
        kind: "research",
        size_class: null,
        country: "GR",
        nuts: "EL301",
        city: "KIEL",
        url: null,
        pic: "900000002",
      },
      {
        slug: "hafenamt-der-stadt",
        name: "Hafenamt der Stadt",
        short_name: null,
        kind: "authority",
        size_class: null,
        country: "GB",
        nuts: null,
        city: "KIEL",
        url: null,
        pic: "900000003",
      },
    ]);
  });

  it("brings projects with money in cents and keywords apart", async () => {
    await run(heFolder());
    expect(
      await rows(
        "select slug, keywords, starts, signed, status, total_cost_cents, contribution_cents, competences from project order by slug limit 1",
      ),
    ).toEqual([
      {
        slug: "groesse-3-101000003",
        keywords: ["ship", "hull"],
        starts: "2022-01-01",
        signed: "2023-05-01",
        status: "signed",
        total_cost_cents: 10_050,
        contribution_cents: 9_000,
        competences: ["/25/75"],
      },
    ]);
  });

  it("brings participations in the four roles and says which ended", async () => {
    await run(heFolder());
    expect(
      await rows(
        "select o.pic, pa.role, pa.contribution_cents, pa.ended from participation pa join organisation o on o.id = pa.organisation_id join project p on p.id = pa.project_id order by p.signed, o.pic",
      ),
    ).toEqual([
      { pic: "900000001", role: "coordinator", contribution_cents: 6025, ended: false },
      { pic: "900000002", role: "participant", contribution_cents: 1000, ended: false },
      { pic: "900000001", role: "participant", contribution_cents: 1000, ended: false },
      { pic: "900000002", role: "third-party", contribution_cents: 1000, ended: false },
      { pic: "900000003", role: "associated-partner", contribution_cents: 1000, ended: true },
    ]);
  });

  it("adds up entries of one organisation in one role, and counts an entry written twice once", async () => {
    const again = aParticipation("101000002", "900000002", {
      order: 7,
      netEcContribution: 5,
      terminated: true,
    });
    const report = await run(heFolder(FIRMS, [TWO, THREE], [...PARTS, again, again]));
    expect(report.participations).toEqual({ added: 5, changed: 0, same: 0 });
    expect(
      await rows(
        "select pa.contribution_cents, pa.position, pa.ended from participation pa join project p on p.id = pa.project_id join organisation o on o.id = pa.organisation_id where o.pic = '900000002' and p.source_key = '101000002'",
      ),
    ).toEqual([{ contribution_cents: 1500, position: 2, ended: false }]);
  });

  it("links organisations that share projects, with dates, evidence and a weight of 1/(k-1) for each", async () => {
    const report = await run(heFolder());
    expect(report.links).toMatchObject({ added: 3, changed: 0, removed: 0 });
    const { links } = await everything();
    expect(links).toEqual([
      {
        one: "hafenamt-der-stadt",
        other: "nordwerft",
        strength: 0.5,
        since: "2023-05-01",
        until: "2026-06-30",
        projects: 1,
      },
      {
        one: "hafenamt-der-stadt",
        other: "universitaet-foerde",
        strength: 0.5,
        since: "2023-05-01",
        until: "2026-06-30",
        projects: 1,
      },
      {
        one: "nordwerft",
        other: "universitaet-foerde",
        strength: 1.5,
        since: "2022-03-01",
        until: "2026-06-30",
        projects: 2,
      },
    ]);
    expect(
      await rows(
        "select distinct type, nature, issue, origin, evidence_kind, visibility, from_organisation_id < to_organisation_id as ordered from link",
      ),
    ).toEqual([
      {
        type: "formal",
        nature: "joint-project",
        issue: "technology",
        origin: "derived",
        evidence_kind: "project",
        visibility: "public",
        ordered: true,
      },
    ]);
  });

  it("does not show in a link an organisation that is not public", async () => {
    const folder = await heFolder();
    await run(folder);
    const cluster = uuidv7();
    await rows(
      `insert into cluster (id, slug, name_en, name_de, place) values ('${cluster}', 'c', 'C', 'C', 'Kiel')`,
    );
    await rows(
      `update organisation set cluster_id = '${cluster}', visibility = 'cluster' where pic = '900000003'`,
    );
    const report = await run(folder);
    expect(report.links).toMatchObject({ added: 0, removed: 2, same: 1 });
  });

  it("rolls the competences of projects up to all ancestors", async () => {
    await run(heFolder());
    const { competences } = await everything();
    expect(competences.filter((row) => row.slug === "nordwerft")).toEqual([
      { slug: "nordwerft", code: "/25", projects: 2, direct: false },
      { slug: "nordwerft", code: "/25/75", projects: 2, direct: true },
      { slug: "nordwerft", code: "/25/75/461", projects: 1, direct: false },
      { slug: "nordwerft", code: "/25/75/461/1237", projects: 1, direct: false },
      { slug: "nordwerft", code: VESSELS, projects: 1, direct: true },
    ]);
  });

  it("makes organisations findable by name and by what they do", async () => {
    await run(heFolder());
    const found = (words: string) =>
      rows(
        `select o.slug from organisation_search s join organisation o on o.id = s.organisation_id where words @@ websearch_to_tsquery('english', '${words}') order by 1`,
      );
    expect(await found("nordwerft")).toEqual([{ slug: "nordwerft" }]);
    expect(await found("vessels")).toEqual([{ slug: "nordwerft" }, { slug: "universitaet-foerde" }]);
  });

  it("tells each stage as it goes, and notes the whole in the log", async () => {
    const seen = new Set<Stage>();
    await importCordis({
      gateway,
      folder: await heFolder(),
      onProgress: ({ stage, done, total }) => done === total && seen.add(stage),
    });
    expect([...seen].sort()).toEqual([
      "competences",
      "links",
      "organisations",
      "participations",
      "projects",
      "search",
    ]);
    expect(
      await rows("select action, body::json #>> '{after,organisations,added}' as added from audit_entry"),
    ).toEqual([{ action: "cordis.import", added: "3" }]);
  });

  it("counts the commons' version up, so that kept counts are dropped", async () => {
    const version = async () => (await rows("select version from commons_version"))[0].version;
    const before = await version();
    await run(heFolder());
    expect(await version()).toBeGreaterThan(before);
  });
});

describe("a repeated import", () => {
  it("adds nothing, changes nothing and says so", async () => {
    const folder = await heFolder();
    await run(folder);
    const before = await everything();
    const second = await run(folder);
    expect(second).toMatchObject({
      organisations: { added: 0, changed: 0, same: 3 },
      projects: { added: 0, changed: 0, same: 2 },
      participations: { added: 0, changed: 0, same: 5 },
      links: { added: 0, changed: 0, removed: 0, same: 3 },
      indexed: 0,
    });
    expect(await everything()).toEqual(before);
  });

  it("knows what was merged meanwhile as the one that was kept", async () => {
    await run(heFolder());
    // What a merge leaves behind of the port: its work belongs to the university, and its keys lead there.
    await gateway.system("a merge", async ({ client }) => {
      await client.query(`
        with kept as (select id from organisation where pic = '900000002'), gone as (select * from organisation where pic = '900000003'),
          alias as (insert into organisation_alias (id, slug, pic, source, source_key, organisation_id)
            select gone.id, gone.slug, gone.pic, gone.source, gone.source_key, kept.id from gone, kept)
        update participation set organisation_id = (select id from kept) where organisation_id = (select id from gone)`);
      await client.query("delete from link; delete from organisation_competence");
      await client.query("delete from organisation where pic = '900000003'");
    });
    const again = await run(heFolder());
    expect(again).toMatchObject({
      organisations: { added: 0, changed: 0, same: 3 },
      participations: { added: 0, changed: 0, same: 5 },
    });
    expect(await rows("select pic from organisation order by pic")).toEqual([
      { pic: "900000001" },
      { pic: "900000002" },
    ]);
  });

  it("updates what changed since, and what follows from it, and keeps addresses", async () => {
    await run(heFolder());
    const moved = { ...YARD, name: "SÜDWERFT GMBH", short: "SÜDWERFT" };
    const longer = { ...TWO, title: "Better hulls", signed: "2020-01-01" };
    const report = await run(heFolder([moved, UNI, PORT], [longer, THREE], PARTS.slice(0, -1)));
    expect(report).toMatchObject({
      organisations: { added: 0, changed: 1, same: 2 },
      projects: { changed: 1, same: 1 },
      links: { added: 0, changed: 1, removed: 0, same: 2 },
    });
    expect(
      await rows("select slug, version, folded(name) as name from organisation where pic = '900000001'"),
    ).toEqual([{ slug: "nordwerft", version: 2, name: "sudwerft gmbh" }]);
    expect(
      await rows(
        "select label from organisation_search s join organisation o on o.id = organisation_id where pic = '900000001'",
      ),
    ).toEqual([{ label: "sudwerft gmbh sudwerft kiel" }]);
  });

  it("drops links and competences whose project is gone", async () => {
    const folder = await heFolder();
    await run(folder);
    await rows("delete from project where source_key = '101000003'");
    const report = await run(heFolder(FIRMS, [TWO], PARTS.slice(0, 2)));
    expect(report.links).toEqual({ added: 0, changed: 1, removed: 2, same: 0 });
    expect((await everything()).competences.filter((row) => row.slug === "hafenamt-der-stadt")).toEqual([]);
  });

  it("fills the blanks of what a person declared and overwrites nothing", async () => {
    await rows(
      `insert into organisation (id, slug, name, kind, city, pic, source) values ('${uuidv7()}', 'our-yard', 'Our Yard', 'service', null, '900000001', 'declared')`,
    );
    const report = await run(heFolder());
    expect(report.organisations).toEqual({ added: 2, changed: 1, same: 0 });
    expect(
      await rows("select slug, name, kind, city, source from organisation where pic = '900000001'"),
    ).toEqual([{ slug: "our-yard", name: "Our Yard", kind: "service", city: "KIEL", source: "declared" }]);
  });
});

describe("an import that is cut short", () => {
  it.each([1, 2, 3, 4, 5])("in stage %i is completed by the next one", async (stage) => {
    const folder = await heFolder();
    let begun = 0;
    const failing: Gateway = {
      ...gateway,
      system: (reason, work) =>
        gateway.system(reason, async (unit) => {
          const result = await work(unit);
          if (++begun === stage) throw new Error("power cut");
          return result;
        }),
    };
    await expect(importCordis({ gateway: failing, folder })).rejects.toThrow("power cut");
    await run(folder);
    const completed = await everything();
    expect(completed.organisations).toHaveLength(3);
    expect(completed.links).toHaveLength(3);
    expect(completed.competences.length).toBeGreaterThan(0);
    expect(completed.words).toHaveLength(3);
    expect(await run(folder)).toMatchObject({ links: { added: 0, changed: 0, removed: 0 }, indexed: 0 });
  });

  it("by a damaged file says which, keeps what is in, and goes on with a good one", async () => {
    const good = csv(PARTS);
    const folder = await editionFolder({
      "organizations.ndjson.gz": ndjson(FIRMS),
      "projects.ndjson.gz": ndjson([TWO, THREE]),
      "participations.csv.gz": good.subarray(0, good.length - 20),
    });
    const error = await run(folder).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ImportStopped);
    expect(error.message).toBe(
      "participations.csv.gz cannot be read to its end (unexpected end of file). Fetch it again and repeat the import: what was already imported stays and is not doubled.",
    );
    expect(error.in("de")).toMatch(/^participations\.csv\.gz lässt sich nicht bis zum Ende lesen/);
    const report = await run(heFolder());
    expect(report.organisations).toEqual({ added: 0, changed: 0, same: 3 });
    expect(report.participations.added).toBe(5);
  });

  it("by a folder that holds no edition says what is expected", async () => {
    await expect(run(editionFolder({ "readme.txt": "nothing" }))).rejects.toThrow(
      /holds no CORDIS edition: expected/,
    );
  });

  it("by a quotation mark that is never closed stops instead of losing the rest of the file", async () => {
    const folder = await editionFolder({
      "organizations.ndjson.gz": ndjson(FIRMS),
      "projects.ndjson.gz": ndjson([TWO, THREE]),
      "participations.csv":
        'project,org,role\n101000002,900000001,"coordinator\n101000002,900000002,participant\n',
    });
    await expect(run(folder)).rejects.toThrow(ImportStopped);
  });
});

describe("rows that are wrong", () => {
  const wrong = () =>
    editionFolder({
      "organizations.ndjson.gz": ndjson([
        "{ not json",
        JSON.stringify(YARD),
        JSON.stringify({ ...UNI, name: " " }),
        JSON.stringify({ ...PORT, id: "" }),
        JSON.stringify({ ...PORT, lat: 95, lon: 10 }),
        JSON.stringify({ ...YARD, name: "AGAIN GMBH" }),
      ]),
      "projects.ndjson.gz": ndjson([
        { ...TWO, euroSciVoc: [VESSELS, "/99/1"] },
        { ...THREE, start: "2023-02-30" },
        aProject("101000004", { ecContribution: -1 }),
        aProject("101000005", { totalCost: "many" }),
        aProject("101000006", { title: "" }),
      ]),
      "participations.csv.gz": csv([
        aParticipation("101000002", "900000001"),
        aParticipation("101000009", "900000001"),
        aParticipation("101000002", "900000009"),
        aParticipation("101000002", "900000003", { role: "friend" }),
        aParticipation("101000002", "900000003", { order: 3 }),
      ]),
    });

  it("are left out and told with file, row and reason, in both languages", async () => {
    const { problems } = await run(wrong());
    expect(problems.items.map((problem) => problemSentence(problem, "en"))).toEqual([
      "organizations.ndjson.gz:1: The row cannot be read: { not json",
      "organizations.ndjson.gz:3: name is missing.",
      "organizations.ndjson.gz:4: id is missing.",
      "organizations.ndjson.gz:5: No such place on earth: 95, 10. Kept without coordinates.",
      "organizations.ndjson.gz:6: 900000001 stands in an earlier row already, which counts.",
      "projects.ndjson.gz:1: Not in the vocabulary: /99/1. Kept without this competence.",
      "projects.ndjson.gz:2: Not a date: start 2023-02-30",
      "projects.ndjson.gz:3: A negative amount: ecContribution -1",
      "projects.ndjson.gz:4: Not a number: totalCost many",
      "projects.ndjson.gz:5: title is missing.",
      "participations.csv.gz:4: Unknown role: friend",
      "participations.csv.gz:2: Unknown project: 101000009",
      "participations.csv.gz:3: Unknown organisation: 900000009",
    ]);
    expect(problems).toMatchObject({ total: 13, skipped: 11 });
    expect(problemSentence(problems.items[1]!, "de")).toBe("organizations.ndjson.gz:3: name fehlt.");
  });

  it("cost nothing else", async () => {
    const report = await run(wrong());
    expect(report).toMatchObject({
      organisations: { added: 2 },
      projects: { added: 1 },
      participations: { added: 2 },
      links: { added: 1 },
    });
    expect(await rows("select name, lat from organisation order by pic")).toEqual([
      { name: "NORDWERFT GMBH", lat: 54.32 },
      { name: "Hafenamt der Stadt", lat: null },
    ]);
  });

  it("by the thousand are counted, and the first thousand told", async () => {
    const { problems } = await run(
      editionFolder({
        "organizations.ndjson.gz": ndjson(Array.from({ length: 1500 }, () => "broken")),
        "projects.ndjson.gz": ndjson([TWO]),
        "participations.csv.gz": csv([PARTS[0]!]),
      }),
    );
    expect(problems.total).toBe(1501);
    expect(problems.items).toHaveLength(1000);
  });
});

describe("importing earlier programmes", () => {
  const HASH = "0002ed6e6953fbf120f6ac982c803700";
  const h2020 = () =>
    editionFolder({
      "organizations.csv.gz": csv([
        { org: "900000001", name: "OLD NAME OF THE YARD", short: "ONY", country: "DE" },
        { org: HASH, name: "BÜRO FÜR SCHIFFE GMBH", short: "", country: "UK" },
      ]),
      "projects.csv.gz": csv([
        {
          rcn: "193157",
          id: "632927",
          acronym: "KEEL",
          status: "SIGNED",
          programme: "H2020-EU.1.1.",
          start: "2014-01-01",
          end: "2016-03-31",
          totalCost: "230000.00",
          ecContribution: "230000.00",
          coordinator: "BÜRO FÜR SCHIFFE GMBH",
        },
      ]),
      "participations.csv.gz": csv([
        { rcn: "193157", org: "900000001" },
        { rcn: "193157", org: HASH },
      ]),
    });
  const fp7 = () =>
    editionFolder({
      "organizations.csv.gz": csv([
        {
          org: "1",
          pic: "900000001",
          name: "THE YARD IN FP7",
          short: "",
          url: '"http://yard.example',
          nuts: "DEF02",
          country: "DE",
          city: "KIEL",
          postal: "",
        },
        {
          org: "2",
          pic: "",
          name: "MINISTRY OF THE SEA",
          short: "",
          url: "",
          nuts: "",
          country: "EL",
          city: "",
          postal: "",
        },
      ]),
      "briefs.csv.gz": csv([{ rcn: "74419", title: "Quieter ships", teaser: "Less noise.", topic: "SST" }]),
      "participations.csv.gz": csv([
        { rcn: "74419", org: "1" },
        { rcn: "74419", org: "2" },
        { rcn: "74420", org: "2" },
      ]),
    });

  it("finds Horizon 2020 organisations by participant code or by the key of the edition", async () => {
    const folder = await h2020();
    const report = await run(folder);
    expect(report).toMatchObject({
      source: "cordis-h2020",
      organisations: { added: 2 },
      projects: { added: 1 },
      links: { added: 1 },
    });
    expect(
      await rows("select slug, pic, source_key, country, kind, size_class from organisation order by slug"),
    ).toEqual([
      {
        slug: "buero-fuer-schiffe",
        pic: null,
        source_key: `cordis-h2020:${HASH}`,
        country: "GB",
        kind: "enterprise",
        size_class: null,
      },
      {
        slug: "ony",
        pic: "900000001",
        source_key: null,
        country: "DE",
        kind: "enterprise",
        size_class: null,
      },
    ]);
    expect(
      await rows(
        "select o.slug, role from participation join organisation o on o.id = organisation_id order by 1",
      ),
    ).toEqual([
      { slug: "buero-fuer-schiffe", role: "coordinator" },
      { slug: "ony", role: "participant" },
    ]);
    expect(await run(folder)).toMatchObject({
      organisations: { added: 0, changed: 0, same: 2 },
      participations: { added: 0, changed: 0 },
    });
  });

  it("makes projects of the record numbers of FP7, with a brief's title where there is one", async () => {
    const folder = await fp7();
    const report = await run(folder);
    expect(report).toMatchObject({
      source: "cordis-fp7",
      organisations: { added: 2 },
      projects: { added: 2 },
      participations: { added: 3 },
      links: { added: 1 },
    });
    expect(await rows("select slug, title, objective from project order by slug")).toEqual([
      { slug: "fp7-74419", title: "Quieter ships", objective: "Less noise." },
      { slug: "fp7-74420", title: "FP7, CORDIS record 74420", objective: null },
    ]);
    expect(await rows("select name, kind, country, url from organisation order by name")).toEqual([
      { name: "MINISTRY OF THE SEA", kind: "authority", country: "GR", url: null },
      { name: "THE YARD IN FP7", kind: "enterprise", country: "DE", url: "http://yard.example/" },
    ]);
    expect(await run(folder)).toMatchObject({
      organisations: { same: 2 },
      projects: { same: 2 },
      links: { same: 1 },
    });
  });

  it("knows one organisation across programmes, in whatever order they come, and believes the newest", async () => {
    for (const folder of [await fp7(), await heFolder(), await h2020(), await fp7()]) await run(folder);
    expect(
      await rows("select name, short_name, url, source, slug from organisation where pic = '900000001'"),
    ).toEqual([
      {
        name: "NORDWERFT GMBH",
        short_name: "NORDWERFT",
        url: "https://www.nordwerft.example/",
        source: "cordis-he",
        slug: "the-yard-in-fp7",
      },
    ]);
    expect(
      await rows(
        "select count(*)::int as n from participation join organisation o on o.id = organisation_id where pic = '900000001'",
      ),
    ).toEqual([{ n: 4 }]);
  });
});
