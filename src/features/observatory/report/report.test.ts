import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type PersonaName, type World } from "../../../app/testing/world.ts";
import { uuidv7 } from "../../../kernel/ids.ts";
import type { Figure } from "./words.ts";

let world: World;
let admin: pg.Pool;
const BASE = "/clusters/alpha/observatory/reports";
const API = `/api/v1${BASE}`;
const TITLE = { en: "A good year", de: "Ein gutes Jahr" };
const today = () => new Date().toISOString().slice(0, 10);
const PERIOD = { periodFrom: `${today().slice(0, 4)}-01-01`, periodTo: `${today().slice(0, 4)}-12-31` };

beforeAll(async () => {
  world = await makeWorld();
  admin = makePool(world.adminUrl, 1);
  await world.job("observatory.health.compute", { clusterId: world.cluster.alpha });
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

type Who = PersonaName | "stranger";
const as = (who: Who) => world.as(who);
const manager = () => as("manager");

async function begin(visibility = "public"): Promise<string> {
  const { status, json } = await (await manager()).api("POST", API, { title: TITLE, ...PERIOD, visibility });
  expect(status).toBe(201);
  return json.slug;
}

const idOf = async (slug: string): Promise<string> =>
  (await admin.query("select id from report where slug = $1", [slug])).rows[0].id;

/** Asks for a version as the manager does, and lets the job make it. */
async function freeze(slug: string, publish = false): Promise<number> {
  const asked = await (await manager()).api("POST", `${API}/${slug}/draft/freeze`, { on: today(), publish });
  expect(asked.status).toBe(200);
  await world.job("observatory.report.freeze", {
    ...{ clusterId: world.cluster.alpha, reportId: await idOf(slug), number: asked.json.number },
    publishedBy: publish ? world.person.manager : null,
    // Nobody computes the pictures of the world's dataset.
    patience: 0,
  });
  return asked.json.number;
}

async function figures(slug: string, version?: number): Promise<Record<string, Figure>> {
  const { json } = await (await manager()).api(
    "GET",
    `${API}/${slug}${version ? `?version=${version}` : ""}`,
  );
  return Object.fromEntries(json.figures.map((figure: Figure) => [figure.key, figure]));
}

const draft = async (slug: string) => (await (await manager()).api("GET", `${API}/${slug}/draft`)).json;
const sectionOf = async (slug: string, kind: string) =>
  (await draft(slug)).sections.find((section: { kind: string }) => section.kind === kind);

async function need(organisation: string, change: Record<string, unknown> = {}): Promise<void> {
  await world.house.gateway.system("a need", ({ db }) =>
    db
      .insertInto("need")
      .values({
        ...{ clusterId: world.cluster.alpha, id: crypto.randomUUID(), organisationId: organisation },
        ...{ kind: "supplier", intent: "purchase", title: "Tresorwort", step: "named" },
        ...{ state: "open", openedAt: new Date(), ...change },
      })
      .execute(),
  );
}

async function link(change: Record<string, unknown>): Promise<void> {
  const { anker, uni } = world.organisation;
  await world.house.gateway.system("a link", ({ db }) =>
    db
      .insertInto("link")
      .values({
        ...{ clusterId: world.cluster.alpha, id: uuidv7(), type: "production", nature: "supplies" },
        ...{ fromOrganisationId: anker, toOrganisationId: uni, origin: "confirmed", since: today() },
        ...{ confirmedAt: new Date(), visibility: "public", ...change },
      })
      .execute(),
  );
}

const remeasure = () => world.job("observatory.health.compute", { clusterId: world.cluster.alpha });

describe("a public report", () => {
  it("tells the same whether there is something confidential, walled or kept in the cluster, and names nobody of it", async () => {
    const slug = await begin();
    const first = await figures(slug, await freeze(slug));
    const { anker, uni, gruendung, kunde, rivale, verborgen } = world.organisation;
    // Enough of each that it would show in any count.
    for (const organisation of [anker, uni, gruendung]) {
      await need(organisation, { step: "match" });
      await need(organisation, { step: "teaser", teaser: "Somebody looks for something." });
      await need(organisation, { wall: [rivale] });
      await need(organisation, { visibility: "organisation" });
    }
    for (let n = 0; n < 3; n += 1) await need(verborgen);
    await link({ wall: [rivale] });
    await link({ visibility: "cluster", type: "informal" });
    await link({ toOrganisationId: gruendung, type: "formal", visibility: "organisation" });
    await world.house.gateway.system("a member the cluster alone knows of", async ({ db }) => {
      await db
        .insertInto("membership")
        .values({
          ...{ clusterId: world.cluster.alpha, id: uuidv7(), organisationId: kunde, role: "core" },
          ...{ since: today(), visibility: "cluster" },
        })
        .execute();
      for (const [title, visibility, wall] of [
        ["Tresortag", "cluster", []],
        ["Mauertag", "public", [rivale]],
      ] as const)
        await db
          .insertInto("event")
          .values({
            ...{
              clusterId: world.cluster.alpha,
              id: uuidv7(),
              title,
              visibility,
              wall: [...wall],
              state: "over",
            },
            ...{ startsAt: `${today()}T00:00:00Z`, endsAt: `${today()}T00:30:00Z`, talkMinutes: 15 },
            ...{ registerUntil: "2020-01-01", wishUntil: "2020-01-02" },
          })
          .execute();
    });
    await need(kunde);
    await remeasure();
    const number = await freeze(slug, true);
    expect(await figures(slug, number)).toEqual(first);
    const { text } = await (await as("stranger")).get(`${BASE}/${slug}`);
    for (const word of ["Tresor", "Mauertag", "Verborgen", "VERBORGEN", "Kunde"])
      expect(text).not.toContain(word);
    await admin.query("delete from membership where organisation_id = $1", [kunde]);
  });

  it("tells of what is open to everybody: another member, another link, needs of three members", async () => {
    const slug = await begin();
    const first = await figures(slug, await freeze(slug));
    const { anker, uni, gruendung, stiftung } = world.organisation;
    await world.house.gateway.system("a new member", ({ db }) =>
      db
        .insertInto("membership")
        .values({
          ...{ clusterId: world.cluster.alpha, id: uuidv7(), organisationId: stiftung, role: "core" },
          since: today(),
        })
        .execute(),
    );
    await link({ type: "formal", fromOrganisationId: uni, toOrganisationId: gruendung });
    await need(anker);
    await need(uni);
    await remeasure();
    const two = await figures(slug, await freeze(slug));
    expect(two.members!.value).toBe(first.members!.value! + 1);
    expect(two.members).toMatchObject({ before: first.members!.value });
    expect(two["members-joined"]!.rows.map(({ label }) => label.en)).toEqual(["Stiftung Elbe"]);
    expect(two["links-new"]!.value).toBe(first["links-new"]!.value! + 1);
    // The need of the world and these are needs of two: nothing is said of them, not even that there are any.
    expect([first, two].map((one) => one["needs-opened"]!.kept)).toEqual([true, true]);
    await need(gruendung);
    const three = await figures(slug, await freeze(slug));
    const { rows } = await admin.query(
      `select count(*)::int as n from need where cluster_id = $1 and step = 'named' and wall = '{}' and visibility = 'cluster'
         and state <> 'draft' and opened_at::date >= $2 and organisation_id = any ($3)`,
      [world.cluster.alpha, PERIOD.periodFrom, [anker, uni, gruendung]],
    );
    expect(three["needs-opened"]).toMatchObject({ value: rows[0].n, kept: false });
  });

  it("leads strangers only to pages that are there for them", async () => {
    const slug = await begin();
    await freeze(slug, true);
    const stranger = await as("stranger");
    const { text } = await stranger.get(`${BASE}/${slug}`);
    const [, main] = /<main[^>]*>([\s\S]*)<\/main>/.exec(text)!;
    const links = [...main!.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
    expect(links.length).toBeGreaterThan(8);
    for (const href of new Set(links)) expect([href, (await stranger.get(href)).status]).toEqual([href, 200]);
  });
});

describe("who reads a report", () => {
  const INSIDE: readonly Who[] = ["reader", "rival"];
  const TEAM: readonly Who[] = ["facilitator", "auditor"];
  const OUTSIDE: readonly Who[] = [
    "stranger",
    "customer",
    "applicant",
    "elsewhere",
    "elsewhereManager",
    "operator",
  ];
  const EVERYBODY: readonly Who[] = [...INSIDE, ...TEAM, ...OUTSIDE, "authority"];

  it.each([
    ["public", EVERYBODY],
    ["peers", [...TEAM, ...INSIDE, "authority"]],
    ["cluster", [...TEAM, ...INSIDE]],
  ] as const)("at the level %s is whom it is for, behind every door", async (level, readers) => {
    const slug = await begin(level);
    await freeze(slug, true);
    for (const who of EVERYBODY) {
      const visit = await as(who);
      const expected = (readers as readonly Who[]).includes(who) ? 200 : 404;
      const program =
        who === "operator" ? await visit.get(`${BASE}/${slug}`) : await visit.api("GET", `${API}/${slug}`);
      expect([who, program.status]).toEqual([who, expected]);
      for (const path of ["/document.pdf", "/figures?format=csv", "/versions"])
        expect([who, path, (await visit.get(`${BASE}/${slug}${path}`)).status]).toEqual([
          who,
          path,
          expected,
        ]);
      expect([who, (await visit.get(BASE)).text.includes(`reports/${slug}"`)]).toEqual([
        who,
        expected === 200,
      ]);
    }
  });

  it("is the team alone while it is written, and while a version is not out or withdrawn", async () => {
    const slug = await begin();
    const number = await freeze(slug);
    const hidden = async () => {
      for (const who of EVERYBODY) {
        const visit = await as(who);
        const expected = TEAM.includes(who) ? 200 : 404;
        for (const path of ["/draft", "?version=1", "/versions"])
          expect([who, path, (await visit.get(`${BASE}/${slug}${path}`)).status]).toEqual([
            who,
            path,
            expected,
          ]);
        if (expected === 404) expect((await visit.get(BASE)).text).not.toContain(`reports/${slug}`);
      }
    };
    await hidden();
    const visit = await manager();
    expect((await visit.post(`${BASE}/${slug}/versions/${number}/publish`)).status).toBe(303);
    expect((await (await as("stranger")).get(`${BASE}/${slug}`)).status).toBe(200);
    expect((await visit.post(`${BASE}/${slug}/versions/${number}/withdraw`)).status).toBe(303);
    await hidden();
    const { rows } = await admin.query(
      "select action from audit_entry where subject_id = $1 and action like 'report.%' order by seq",
      [await idOf(slug)],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "report.begin",
      "report.freeze",
      "report.publish",
      "report.withdraw",
    ]);
  });

  it("writes it from the team, freezes it as manager or analyst, and gives it out as manager", async () => {
    const slug = await begin();
    const section = await sectionOf(slug, "outlook");
    const change = { title: TITLE, text: { en: "Soon", de: "Bald" }, figures: [], revision: 1 };
    for (const who of ["auditor", "authority", "owner", "rival", "elsewhereManager"] as const)
      expect([
        who,
        (await (await as(who)).api("PUT", `${API}/${slug}/draft/sections/${section.id}`, change)).status,
      ]).toEqual([who, 404]);
    const facilitator = await as("facilitator");
    expect((await facilitator.api("PUT", `${API}/${slug}/draft/sections/${section.id}`, change)).status).toBe(
      204,
    );
    expect((await facilitator.api("POST", `${API}/${slug}/draft/freeze`, { on: today() })).status).toBe(404);
    const analyst = await as("analyst");
    const eager = await analyst.api("POST", `${API}/${slug}/draft/freeze`, { on: today(), publish: true });
    expect([eager.status, eager.json.fields]).toEqual([422, [{ field: "publish", problem: "for-managers" }]]);
    const number = await freeze(slug);
    expect((await analyst.api("POST", `${API}/${slug}/versions/${number}/publish`)).status).toBe(404);
  });
});

describe("a version", () => {
  it("waits behind others for what is still being computed", async () => {
    const slug = await begin("cluster");
    await (await manager()).api("POST", `${API}/${slug}/draft/freeze`, { on: today() });
    const job = { clusterId: world.cluster.alpha, reportId: await idOf(slug), number: 1, patience: 1 };
    await world.job("observatory.report.freeze", job);
    const state = async () =>
      (await admin.query("select state from report_version where report_id = $1", [job.reportId])).rows[0]
        .state;
    expect(await state()).toBe("making");
    const again = await (await manager()).post(`${BASE}/${slug}/draft/freeze`, { on: today() });
    expect(again.text).toContain("A version is being made right now");
    const { rows } = await admin.query(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'observatory.report.freeze' and j.payload ->> 'patience' = '0'`,
    );
    expect(rows.map(({ payload }) => payload)).toEqual([{ ...job, patience: 0 }]);
    await world.job("observatory.report.compute", {
      clusterId: job.clusterId,
      reportId: job.reportId,
      patience: 1,
    });
    const drafts = await admin.query(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'observatory.report.compute' and j.payload ->> 'patience' is not null`,
    );
    expect(drafts.rows.map(({ payload }) => payload)).toEqual([
      { clusterId: job.clusterId, reportId: job.reportId, patience: 0 },
    ]);
    await world.job("observatory.report.freeze", rows[0].payload);
    expect(await state()).toBe("done");
  });

  it("stays as it was frozen; the team sees what has changed since, and two versions side by side", async () => {
    const slug = await begin();
    const one = await freeze(slug);
    const frozen = await figures(slug, one);
    await admin.query("update membership set until = current_date where organisation_id = $1", [
      world.organisation.uni,
    ]);
    await world.job("observatory.report.compute", {
      clusterId: world.cluster.alpha,
      reportId: await idOf(slug),
    });
    expect(await figures(slug, one)).toEqual(frozen);
    const { changedSince } = await draft(slug);
    expect(changedSince.number).toBe(one);
    expect(changedSince.figures).toEqual(
      expect.arrayContaining(["members", "members-left", "members-kinds"]),
    );
    const page = await (await manager()).get(`${BASE}/${slug}/draft`);
    expect(page.text).toContain(`Version ${one} and the records of now`);

    const two = await freeze(slug);
    const compared = await (await manager()).api("GET", `${API}/${slug}/differences?a=${one}&b=${two}`);
    const members = compared.json.differences.find(({ key }: { key: string }) => key === "members");
    expect(members).toEqual({ key: "members", was: frozen.members!.value, is: frozen.members!.value! - 1 });
    expect((await draft(slug)).changedSince.figures).toEqual([]);
    const versions = await (await manager()).get(`${BASE}/${slug}/versions?a=${one}&b=${two}`);
    expect(versions.text).toContain("Members that left");
    await admin.query("update membership set until = null where organisation_id = $1", [
      world.organisation.uni,
    ]);
  });

  it("counts nothing that happened after its day", async () => {
    const slug = await begin();
    const asked = await (await manager()).api("POST", `${API}/${slug}/draft/freeze`, {
      on: PERIOD.periodFrom,
    });
    await world.job("observatory.report.freeze", {
      ...{ clusterId: world.cluster.alpha, reportId: await idOf(slug), number: asked.json.number },
    });
    const all = await figures(slug, asked.json.number);
    expect(all.members!.to).toBe(PERIOD.periodFrom);
    expect(all["links-new"]!.value).toBe(0);
    expect(all["members-trend"]!.rows).toHaveLength(1);
  });

  it("is a page, a PDF in both languages and an annex with the same figures, each with source and formula", async () => {
    const slug = await begin();
    const exchange = await sectionOf(slug, "members");
    const text = {
      en: "First paragraph.\n\nSecond <b>paragraph</b>.",
      de: "Erster Absatz.\n\nZweiter Absatz.",
    };
    const { title, figures: chosen } = exchange;
    await (await manager()).api("PUT", `${API}/${slug}/draft/sections/${exchange.id}`, {
      ...{ title, text, figures: chosen, revision: exchange.revision },
    });
    await freeze(slug, true);
    const all = await figures(slug);
    const stranger = await as("stranger");
    const page = await stranger.get(`${BASE}/${slug}`);
    expect(page.text).toContain("<p>First paragraph.</p>");
    expect(page.text).toContain("Second &lt;b&gt;paragraph");
    for (const { name, formula, source } of Object.values(all))
      for (const words of [name.en, formula.en, source.en]) expect(page.text).toContain(escaped(words));

    for (const [locale, heading, paragraph] of [
      ["en", "Figures and sources", "First paragraph."],
      ["de", "Zahlen und Quellen", "Erster Absatz."],
    ] as const) {
      const pdf = await words(`${BASE}/${slug}/document.pdf?locale=${locale}`);
      for (const expected of [
        heading,
        paragraph,
        TITLE[locale],
        ...Object.values(all).map(({ name }) => name[locale]),
      ])
        expect(pdf.replaceAll(/\s+/g, "")).toContain(expected.replaceAll(/\s+/g, ""));
    }
    const csv = await stranger.get(`${BASE}/${slug}/figures?format=csv`);
    const rows = Object.values(all).reduce((sum, figure) => sum + 1 + figure.rows.length, 0);
    expect(csv.text.trim().split("\r\n")).toHaveLength(rows + 1);
    expect(csv.text).toContain(all.members!.formula.en.split(",")[0]);
    const xlsx = await stranger.get(`${BASE}/${slug}/figures?format=xlsx`);
    expect(xlsx.text.slice(0, 2)).toBe("PK");
  });

  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll('"', "&quot;");

  async function words(path: string): Promise<string> {
    const response = await world.app.request(new Request(`http://localhost:3000${path}`));
    expect(response.headers.get("content-type")).toBe("application/pdf");
    const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 })
      .promise;
    let text = "";
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      text += `${items.map((item) => ("str" in item ? item.str : "")).join(" ")}\n`;
    }
    return text;
  }
});

describe("writing a report", () => {
  it("begins with every section of the template, the self-check not among them", async () => {
    const kinds = (await draft(await begin())).sections.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toContain("stories");
    expect(kinds).toHaveLength(10);
    expect(kinds).not.toContain("self-check");
  });

  it("loses no text where two write at once", async () => {
    const slug = await begin();
    const { id } = await sectionOf(slug, "outlook");
    const at = `${BASE}/${slug}/draft/sections/${id}`;
    const form = (en: string) => ({
      ...{ "title.en": "Outlook", "title.de": "Ausblick", "text.en": en, "text.de": "" },
      revision: "1",
    });
    expect((await (await as("facilitator")).post(at, form("What the facilitator wrote"))).status).toBe(303);
    const late = await (await manager()).post(at, form("What the manager wrote"));
    expect(late.status).toBe(422);
    expect(late.text).toContain("Somebody else has changed this in the meantime");
    for (const said of ["What the manager wrote", "What the facilitator wrote"])
      expect(late.text).toContain(said);
    expect(late.text).toContain('name="revision" value="2"');
    expect((await sectionOf(slug, "outlook")).text.en).toBe("What the facilitator wrote");
  });

  it("moves, puts away and puts back; what was put away is gone with the freeze", async () => {
    const slug = await begin();
    const visit = await manager();
    const order = async () =>
      (await draft(slug)).sections.map(({ kind }: { kind: string }) => kind).slice(0, 3);
    const { id } = await sectionOf(slug, "network");
    const at = `${BASE}/${slug}/draft/sections/${id}`;
    await visit.post(`${at}/move`, { direction: "up" });
    expect(await order()).toEqual(["year", "network", "members"]);
    await visit.post(`${at}/remove`);
    expect((await visit.get(`${BASE}/${slug}/draft`)).text).toContain("can be put back until");
    await visit.post(`${at}/restore`);
    expect(await order()).toEqual(["year", "network", "members"]);
    await visit.post(`${at}/remove`);
    await freeze(slug);
    expect(await order()).toEqual(["year", "members", "exchange"]);
    expect((await visit.post(`${at}/restore`)).status).toBe(404);
  });

  it("names in stories only whom all readers may know to be members, and warns where a text names others", async () => {
    const slug = await begin();
    const { id } = await sectionOf(slug, "stories");
    const visit = await manager();
    const at = `${BASE}/${slug}/draft/sections/${id}/stories`;
    const story = (organisation: string, en = "It went well.") => ({
      ...{
        "title.en": "A story",
        "title.de": "Eine Geschichte",
        "text.en": en,
        "text.de": "Gut.",
        organisation,
      },
    });
    const wrong = await visit.post(at, story("verborgen"));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("may not be named to these readers");
    expect((await visit.post(at, story("anker", "Together with Verborgen GmbH."))).status).toBe(303);
    expect((await visit.get(`${BASE}/${slug}/draft`)).text).toContain("A text names Verborgen GmbH");
    await freeze(slug, true);
    const { json } = await (await as("stranger")).api("GET", `${API}/${slug}`);
    const told = json.sections.find(({ kind }: { kind: string }) => kind === "stories").stories;
    expect(told).toMatchObject([{ organisation: { slug: "anker", name: "Anker GmbH" } }]);
  });

  it("says at the field what is wrong, and keeps what was typed", async () => {
    const visit = await manager();
    const form = { "title.en": "A year", "title.de": "", periodFrom: "2025-12-31", periodTo: "2025-01-01" };
    const wrong = await visit.post(BASE, { ...form, visibility: "public" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#field-title.de"');
    expect(wrong.text).toContain('value="A year"');
    const turned = await visit.post(BASE, { ...form, "title.de": "Ein Jahr", visibility: "public" });
    expect(turned.text).toContain("The period ends before it begins.");
    expect((await visit.post(BASE, { ...form, periodTo: "9999-01-01", visibility: "all" })).status).toBe(422);
    const slug = await begin();
    const early = await visit.post(`${BASE}/${slug}/draft/freeze`, { on: "1999-01-01" });
    expect([early.status, early.text.includes("before the report")]).toEqual([422, true]);
    const late = await visit.post(`${BASE}/${slug}/draft/freeze`, { on: "2099-01-01" });
    expect(late.text).toContain("That day has not come yet.");
    const odd = await visit.api("POST", API, { title: TITLE, ...PERIOD, visibility: "private", more: 1 });
    expect(odd.status).toBe(422);
    expect(odd.json.fields.map(({ field }: { field: string }) => field)).toContain("visibility");
  });
});
