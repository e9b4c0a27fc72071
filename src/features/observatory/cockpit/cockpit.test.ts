import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePool } from "../../../app/database/pool.ts";
import { makeWorld, type World } from "../../../app/testing/world.ts";
import { findCockpitHeadline } from "./headline.ts";
import { MEASURES, type Measure } from "./words.ts";

let world: World;
let admin: pg.Pool;
const BASE = "/clusters/alpha/observatory/cockpit";
const API = `/api/v1${BASE}`;

beforeAll(async () => {
  world = await makeWorld();
  admin = makePool(world.adminUrl, 1);
  // A questionnaire that one member answered and another did not, and a rival's sign of life behind a wall.
  for (const name of ["anker", "uni"] as const)
    await admin.query(
      `insert into campaign_ask (cluster_id, id, campaign_id, organisation_id, person_id, seat_id, asked_at)
       select $1, gen_random_uuid(), $2, $3, s.person_id, s.id, now() - interval '20 days' from seat s where s.organisation_id = $3 limit 1`,
      [world.cluster.alpha, world.record.campaign, world.organisation[name]],
    );
  await admin.query(
    `insert into campaign_answer (cluster_id, campaign_id, organisation_id, answered_at) values ($1, $2, $3, now() - interval '10 days')`,
    [world.cluster.alpha, world.record.campaign, world.organisation.anker],
  );
  await compute();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const compute = () => world.job("observatory.cockpit.compute", { clusterId: world.cluster.alpha });
const one = async (sql: string): Promise<number | null> =>
  (await admin.query(sql, [world.cluster.alpha])).rows[0].n as number | null;
const read = async (key: string, set = "") =>
  (await (await world.as("manager")).api("GET", `${API}/${key}${set ? `?set=${set}` : ""}`)).json;

/** What a set's form holds as it is opened. */
const formIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/name="((?:title|en-|de-|at-)[^"]*)"[^>]*?value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

/** The members of today that everybody here may know of. */
const MEMBERS = `(select m.organisation_id as id, o.kind, o.country, m.level_id from membership m join organisation o on o.id = m.organisation_id
  where m.cluster_id = $1 and m.role <> 'applicant' and m.wall = '{}' and m.since <= current_date and (m.until is null or m.until > current_date)) member`;
const OPEN = (alias: string) =>
  `${alias}.visibility in ('public', 'peers', 'cluster') and ${alias}.wall = '{}' and ${alias}.cluster_id in ($1, '00000000-0000-0000-0000-000000000000')`;
const LINK = `l.origin in ('confirmed', 'derived') and ${OPEN("l")} and (l.since is null or l.since <= current_date) and (l.until is null or l.until > current_date)`;
const PARTNER = (condition: string) =>
  `exists (select from link l join organisation p on p.id in (l.from_organisation_id, l.to_organisation_id) and p.id <> member.id
     where ${LINK} and member.id in (l.from_organisation_id, l.to_organisation_id) and ${condition})`;
const YEAR = (column: string) => `${column}::date > current_date - interval '12 months'`;
const ACT = `(exists (select from link l where l.cluster_id = $1 and ${OPEN("l")} and ${YEAR("coalesce(l.confirmed_at, l.created_at)")}
    and (l.origin = 'confirmed' and member.id in (l.from_organisation_id, l.to_organisation_id) or l.origin = 'declared' and l.declared_for = member.id))
  or exists (select from need n where n.organisation_id = member.id and ${OPEN("n")} and n.step = 'named' and n.state <> 'draft' and ${YEAR("n.opened_at")})
  or exists (select from offer b where b.organisation_id = member.id and ${OPEN("b")} and b.state <> 'draft' and ${YEAR("b.opened_at")})
  or ${"CONTACT"})`;
const CONTACT = `(exists (select from registration r join event v on v.id = r.event_id where r.organisation_id = member.id and r.cluster_id = $1
    and r.state = 'registered' and r.wall = '{}' and v.state not in ('draft', 'cancelled') and ${OPEN("v")} and ${YEAR("r.created_at")})
  or exists (select from campaign_answer a where a.cluster_id = $1 and a.organisation_id = member.id and ${YEAR("a.answered_at")}))`;
const acts = ACT.replace("CONTACT", CONTACT);
const share = (condition: string, of = "true") =>
  `select 100.0::float8 * count(*) filter (where ${condition}) / nullif(count(*), 0) as n from ${MEMBERS} where ${of}`;

/** Counted a second time, by other means. */
const COUNTS: Record<Measure, string> = {
  members: `select count(*)::int as n from ${MEMBERS}`,
  "committed-members": `select count(*)::int as n from ${MEMBERS} where ${acts}`,
  "committed-share": share(acts),
  // anker, rivale, gruendung; uni; amt.
  "actor-kinds": "select 3 as n where $1::uuid is not null",
  "sme-share": share("false", "kind = 'enterprise'"),
  // Hamburg thrice within 50 km of the middle, Stade 34 km and Lübeck 57 km from it.
  "near-share": "select 80 as n where $1::uuid is not null",
  "years-running": `select extract(year from age(founded))::int as n from cluster where id = $1`,
  "team-retention": `select 100.0::float8 * count(*) filter (where until is null) / count(*) as n from office where cluster_id = $1`,
  retention: "select 100 as n where $1::uuid is not null",
  "voting-share": share("level_id is not null"),
  "contacted-share": share(CONTACT),
  "cooperating-share": share(PARTNER(`p.id in (select id from ${MEMBERS.replace(") member", ") mate")})`)),
  "science-share": share(PARTNER("p.kind = 'research'"), "kind = 'enterprise'"),
  "abroad-share": share(PARTNER("p.country <> member.country")),
  "months-watched": "select 1 as n where $1::uuid is not null",
  // Nobody has said which fields the cluster has chosen.
  "focus-share": "select null::int as n where $1::uuid is not null",
  "events-held": `select count(*)::int as n from event v where v.cluster_id = $1 and v.state not in ('draft', 'cancelled') and ${OPEN("v")}
    and v.ends_at::date <= current_date and ${YEAR("v.ends_at")}`,
  "outcome-share": `select 100.0::float8 * count(*) filter (where exists (select from outcome o where o.introduction_id = i.id and o.kind <> 'nothing'))
    / nullif(count(*), 0) as n from introduction i where i.cluster_id = $1 and i.mediated and i.told_at is not null`,
  "outcomes-confirmed": `select count(*)::int as n from outcome where cluster_id = $1 and state = 'confirmed'`,
  "reached-share": share(
    "exists (select from seat s where s.organisation_id = member.id and s.role in ('owner', 'editor') and s.until is null)",
  ),
  "answer-share": share(
    "exists (select from campaign_answer a where a.cluster_id = $1 and a.organisation_id = member.id)",
    "exists (select from campaign_ask a where a.cluster_id = $1 and a.organisation_id = member.id)",
  ),
  "web-presence": `select (visibility = 'public')::int + (length(about_en) >= 100)::int + (length(about_de) >= 100)::int + (url is not null)::int
    + (exists (select from event v where v.cluster_id = c.id and ${YEAR("v.published_at")} and v.published_at <= now() and ${OPEN("v")}))::int as n from cluster c where id = $1`,
  "english-site": `select (length(about_en) >= 100)::int as n from cluster where id = $1`,
};

describe("a computed value", () => {
  it.each(MEASURES)("of %s is what an independent count finds", async (measure) => {
    const { rows } = await admin.query(
      "select value, part, whole from cockpit_result where cluster_id = $1 and measure = $2",
      [world.cluster.alpha, measure],
    );
    const expected = await one(COUNTS[measure]);
    if (expected === null) expect(rows[0].value).toBeNull();
    else expect(rows[0].value).toBeCloseTo(expected, 6);
  });

  it("has exactly the records it counts as its evidence", async () => {
    const { rows } = await admin.query(
      `select r.measure, r.value, r.part, r.whole, count(e.*)::int as looked, count(e.*) filter (where e.counts)::int as counted
       from cockpit_result r left join cockpit_evidence e on e.cluster_id = r.cluster_id and e.measure = r.measure
       where r.cluster_id = $1 group by r.cluster_id, r.measure`,
      [world.cluster.alpha],
    );
    expect(rows).toHaveLength(MEASURES.length);
    for (const { measure, value, part, whole, looked, counted } of rows) {
      if (whole !== null) expect([measure, part, whole]).toEqual([measure, counted, looked]);
      else if (!["actor-kinds", "years-running", "english-site"].includes(measure))
        expect([measure, value]).toEqual([measure, counted]);
    }
  });
});

describe("an evidence list", () => {
  it("names the members that count, and not the one behind a wall", async () => {
    const { evidence, value } = await read("members", "national");
    const names = evidence.map((proof: { organisation: { slug: string } }) => proof.organisation.slug);
    expect(names.sort()).toEqual(["amt", "anker", "gruendung", "rivale", "uni"]);
    expect(value).toBe(names.length);
    const page = await (await world.as("manager")).get(`${BASE}/members?set=national`);
    expect(page.text).toContain("The 5 records that count");
    expect(page.text).not.toContain("Verborgen");
  });

  it("of introductions is read by those who run the cluster alone", async () => {
    expect((await read("outcome-share")).evidence).toHaveLength(1);
    const analyst = await world.as("analyst");
    const { json } = await analyst.api("GET", `${API}/outcome-share`);
    expect([json.value, json.innerOnly, json.evidence]).toEqual([100, true, []]);
    const { actor } = await world.context("analyst", "alpha");
    const rows = await world.house.gateway.read(actor, (db) =>
      db.selectFrom("cockpitEvidence").select("measure").where("innerOnly", "=", true).execute(),
    );
    expect(rows).toEqual([]);
  });
});

describe("the walls", () => {
  it.each([
    ["stranger", 404],
    ["owner", 404],
    ["rival", 404],
    ["authority", 404],
    ["elsewhereManager", 404],
    ["auditor", 200],
    ["analyst", 200],
    ["facilitator", 200],
    ["manager", 200],
  ] as const)("answer a %s with %i", async (who, status) => {
    const visit = await world.as(who);
    for (const path of [BASE, `${BASE}/members?set=national`, `${BASE}/sets`, `${BASE}/documents`])
      expect([path, (await visit.get(path)).status]).toEqual([path, status]);
  });

  it("keep the headline from everybody but the team", async () => {
    const headline = async (who: Parameters<World["context"]>[0]) =>
      findCockpitHeadline(await world.context(who, "alpha"));
    const { rows } = await admin.query(
      "select reached, total from cockpit_snapshot where cluster_id = $1 and set_slug = 'excellence'",
      [world.cluster.alpha],
    );
    expect((await headline("analyst"))!.figure).toBe(`${rows[0].reached} of ${rows[0].total}`);
    for (const who of ["owner", "authority", "stranger"] as const) expect(await headline(who)).toBeNull();
  });

  it("let nobody but the team's offices read a row, whatever they ask the database", async () => {
    for (const who of ["owner", "authority", "elsewhereManager"] as const) {
      const { actor } = await world.context(who, "alpha");
      const count = await world.house.gateway.read(actor, async (db) => [
        await db.selectFrom("cockpitResult").select("measure").execute(),
        await db.selectFrom("cockpitEvidence").select("measure").execute(),
        await db.selectFrom("cockpitMonth").select("measure").execute(),
      ]);
      expect(count).toEqual([[], [], []]);
    }
  });

  it("keep a confidential need out of every figure", async () => {
    const before = await admin.query("select measure, value from cockpit_result order by 1");
    const silent = (await read("committed-share")).evidence.filter(
      ({ counts }: { counts: boolean }) => !counts,
    );
    expect(silent.map((proof: { organisation: { slug: string } }) => proof.organisation.slug)).toContain(
      "amt",
    );
    for (const step of ["match", "teaser"])
      await admin.query(
        `insert into need (cluster_id, id, organisation_id, kind, intent, title, teaser, state, step, visibility, opened_at)
         values ($1, gen_random_uuid(), $2, 'supplier', 'purchase', 'Second source', 'A yard looks for steel.', 'open', $3, 'cluster', now())`,
        [world.cluster.alpha, world.organisation.amt, step],
      );
    await compute();
    expect((await admin.query("select measure, value from cockpit_result order by 1")).rows).toEqual(
      before.rows,
    );
  });
});

describe("an entered value", () => {
  it("needs something that shows it, and keeps what was typed where it does not", async () => {
    const manager = await world.as("manager");
    const answer = await manager.post(`${BASE}/staff-fte/entries`, { value: "1,5", saidOn: "2026-01-31" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Say what shows it");
    expect(answer.text).toContain('value="1,5"');
  });

  it.each([
    [{ value: "abc", saidOn: "2026-01-31", note: "x" }, "training-days"],
    [{ value: "101", saidOn: "2026-01-31", note: "x" }, "private-share"],
    [{ value: "1", saidOn: "2099-01-01", note: "x" }, "training-days"],
    [{ saidOn: "2026-01-31", note: "x" }, "training-days"],
    [{ value: "1", saidOn: "31.01.2026", note: "x" }, "training-days"],
    [{ value: "1", saidOn: "2026-01-31", url: "javascript:alert(1)" }, "training-days"],
  ])("is refused as %j", async (form, key) => {
    const manager = await world.as("manager");
    expect((await manager.post(`${BASE}/${key}/entries`, form as Record<string, string>)).status).toBe(422);
    expect((await read(key)).entries).toEqual([]);
  });

  it("counts in every set that asks for it, with its file, until it is withdrawn", async () => {
    const facilitator = await world.as("facilitator");
    const sent = await facilitator.upload(
      `${BASE}/staff-fte/entries`,
      { value: "1,5", saidOn: "2026-01-31", note: "Two people" },
      { file: new File(["contract"], "stellen.txt", { type: "text/plain" }) },
    );
    expect(sent.status).toBe(303);
    const [excellence, admission] = [await read("staff-fte"), await read("staff-fte", "admission")];
    expect([excellence.how, excellence.value, excellence.reached]).toEqual(["entered", 1.5, true]);
    expect([admission.value, admission.threshold, admission.reached]).toEqual([1.5, 0.5, true]);
    const [entry] = excellence.entries;
    expect([entry.enteredBy, entry.fileName]).toEqual(["Person facilitator", "stellen.txt"]);
    const file = `${BASE}/staff-fte/entries/${entry.id}/file`;
    expect((await (await world.as("auditor")).get(file)).text).toBe("contract");
    expect((await (await world.as("owner")).get(file)).status).toBe(404);
    const auditor = await world.as("auditor");
    expect((await auditor.post(`${BASE}/staff-fte/entries/${entry.id}/withdraw`)).status).toBe(404);
    expect((await facilitator.post(`${BASE}/staff-fte/entries/${entry.id}/withdraw`)).status).toBe(303);
    const after = await read("staff-fte");
    // What was said before counts again.
    expect([after.value, after.entries.length, after.entries[0].withdrawnAt !== null]).toEqual([2, 2, true]);
  });
});

describe("what is missing", () => {
  it("is told with one click to somebody of the team, and to nobody else", async () => {
    const manager = await world.as("manager");
    const { text } = await manager.get(`${BASE}/training-days`);
    expect(text).toContain('id="ask"');
    expect((await manager.get(BASE)).text).toContain(`${BASE}/training-days#ask`);
    expect((await (await world.as("auditor")).get(BASE)).text).not.toContain("#ask");
    const { colleagues } = await read("training-days");
    expect(colleagues.map(({ office }: { office: string }) => office).sort()).toEqual([
      "analyst",
      "facilitator",
    ]);
    const ask = (person: string) => manager.post(`${BASE}/training-days/ask`, { person });
    expect((await ask(world.person.facilitator!)).status).toBe(303);
    for (const who of ["owner", "rival", "elsewhereManager", "auditor"] as const)
      expect([who, (await ask(world.person[who]!)).status]).toEqual([who, 422]);
    const { rows } = await admin.query(
      `select j.payload->'notice' as notice from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'notices.deliver' and j.payload->'notice'->>'topic' = 'cockpit'`,
    );
    expect(rows.map(({ notice }) => [notice.to, notice.href])).toEqual([
      [{ person: world.person.facilitator }, `${BASE}/training-days`],
    ]);
    expect((await (await world.as("auditor")).post(`${BASE}/training-days/ask`, {})).status).toBe(404);
    expect((await (await world.as("auditor")).get(`${BASE}/training-days`)).text).not.toContain('id="ask"');
  });
});

describe("a copied set", () => {
  it("changes names, thresholds and what is shown in new versions; kept months keep theirs", async () => {
    const manager = await world.as("manager");
    expect((await (await world.as("analyst")).post(`${BASE}/sets/admission/copy`)).status).toBe(404);
    const copied = await manager.post(`${BASE}/sets/admission/copy`);
    const slug = copied.headers.get("location")!.split("/").at(-1)!.split("?")[0]!;
    await compute();
    const set = (await manager.api("GET", `${API}/sets/${slug}`)).json;
    const body = {
      title: set.title,
      note: "Two are enough for us",
      indicators: set.indicators.map((indicator: { key: string }) => ({
        ...indicator,
        ...(indicator.key === "committed-members"
          ? { threshold: 2, name: { en: "Active", de: "Aktive" } }
          : {}),
        hidden: indicator.key === "staff-fte",
      })),
    };
    expect((await manager.api("PUT", `${API}/sets/${slug}`, body)).status).toBe(204);
    const cockpit = (await manager.api("GET", `${API}?set=${slug}`)).json;
    expect(cockpit.set.version).toBe(2);
    expect(cockpit.indicators.map(({ key }: { key: string }) => key)).not.toContain("staff-fte");
    expect(cockpit.indicators.find(({ key }: { key: string }) => key === "committed-members")).toMatchObject({
      threshold: 2,
      name: { en: "Active" },
    });
    expect(cockpit.months).toMatchObject([{ version: 1, total: 4 }]);
    expect((await manager.api("GET", `${API}/sets/${slug}?version=1`)).json.indicators[1].threshold).toBe(15);
    expect((await manager.get(`${BASE}/sets/${slug}`)).text).toContain('value="Aktive"');
    expect((await manager.api("PUT", `${API}/sets/admission`, body)).status).toBe(409);
  });

  it("takes an indicator of the cluster's own, entered by the team, which must not be above its threshold", async () => {
    const manager = await world.as("manager");
    const copied = await manager.post(`${BASE}/sets/admission/copy`);
    const path = new URL(copied.headers.get("location")!, "http://localhost").pathname;
    const form = formIn((await manager.get(path)).text);
    const own = {
      "own-en": "Days until an answer",
      "own-de": "Tage bis zur Antwort",
      "own-text-en": "Mean number of days until a request is answered.",
      "own-text-de": "Mittlere Zahl der Tage bis zur Antwort auf eine Anfrage.",
      "own-field": "management",
      "own-how": "entered",
      "own-unit": "number",
      "own-at": "3",
      "own-direction": "at-most",
    };
    const half = await manager.post(path, { ...form, ...own, "own-de": "", "own-at": "" });
    expect([half.status, half.text.includes('value="Days until an answer"')]).toEqual([422, true]);
    expect((await manager.post(path, { ...form, ...own })).status).toBe(303);
    const slug = path.split("/").at(-1)!;
    const key = "own-days-until-an-answer";
    expect(await read(key, slug)).toMatchObject({ direction: "at-most", threshold: 3, how: null });
    for (const [value, reached, lacks] of [
      ["5", false, 2],
      ["3", true, 0],
    ] as const) {
      const entry = { value, saidOn: "2026-01-31", note: "counted", set: slug };
      expect((await manager.post(`${BASE}/${key}/entries`, entry)).status).toBe(303);
      expect(await read(key, slug)).toMatchObject({ value: Number(value), reached, lacks });
    }
    const page = await manager.get(`${BASE}?set=${slug}&lang=de`);
    expect(page.text).toContain("≤ 3");
    // A measure under a name of the cluster's own is computed like any other.
    const now = formIn((await manager.get(path)).text);
    const computed = { ...now, ...own, "own-how": "members", "own-at": "50" };
    expect((await manager.post(path, { ...computed, base: "2" })).status).toBe(303);
    const members = await read("members", slug);
    expect([members.how, members.value, members.lacks]).toEqual(["computed", 5, 0]);
    expect((await manager.get(`${BASE}?set=${slug}`)).text).toContain("Days until an answer");
  });

  it("is changed by the form too, which says what is wrong at its field", async () => {
    const manager = await world.as("manager");
    const copied = await manager.post(`${BASE}/sets/admission/copy`);
    const path = new URL(copied.headers.get("location")!, "http://localhost").pathname;
    const { text } = await manager.get(path);
    const form = formIn(text);
    const wrong = await manager.post(path, { ...form, "at-staff-fte": "viel" });
    expect([wrong.status, wrong.text.includes("Say a number"), wrong.text.includes('value="viel"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await manager.post(path, { ...form, "at-staff-fte": "0,75", more: "members" })).status).toBe(303);
    const slug = path.split("/").at(-1)!;
    const { indicators } = (await manager.api("GET", `${API}/sets/${slug}`)).json;
    expect(indicators.find(({ key }: { key: string }) => key === "staff-fte").threshold).toBe(0.75);
    expect(indicators.at(-1).key).toBe("members");
  });
});

describe("files", () => {
  it("of the table hold every indicator of the set", async () => {
    const manager = await world.as("manager");
    const { text } = await manager.get(`${BASE}?format=csv`);
    expect(text.trim().split("\r\n")).toHaveLength(32);
    await admin.query(
      "update cockpit_month set value = 3 where measure = 'members' and month = (select min(month) from cockpit_month where measure = 'members')",
    );
    const trend = await manager.get(`${BASE}/members?set=national&chart=trend.csv`);
    expect(trend.text.trim().split("\r\n")[1]).toMatch(/,3$/);
    expect((await manager.get(`${BASE}?format=xlsx`)).headers.get("content-type")).toContain("spreadsheetml");
    expect(
      (await manager.get(`${BASE}/members?set=national&format=csv`)).text.trim().split("\r\n"),
    ).toHaveLength(6);
  });

  it("of the document tell every indicator, its evidence and the checksum, in German, and nothing that is kept", async () => {
    const manager = await world.as("manager");
    const asked = await manager.api("POST", `${API}/documents`, { set: "national", locale: "de" });
    expect(asked.status).toBe(201);
    await world.job("observatory.cockpit.document", {
      clusterId: world.cluster.alpha,
      documentId: asked.json.id,
    });
    const [made] = (await manager.api("GET", `${API}/documents`)).json.items;
    expect(made).toMatchObject({ id: asked.json.id, state: "done", version: 1, locale: "de" });
    const { rows } = await admin.query("select bytes from cockpit_document where id = $1", [made.id]);
    const pdf = await getDocument({ data: new Uint8Array(rows[0].bytes), verbosity: 0 }).promise;
    expect(pdf.numPages).toBe(made.pages);
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
    }
    const text = pages.join("\n").replaceAll(/\s+/g, " ");
    expect(text).toContain(made.checksum);
    expect(text).toContain("kein Label");
    expect(text).toContain("Räumliche Nähe");
    expect(text).toContain("Universitaet Nord");
    expect(text).not.toContain("Verborgen");
    expect(pages[1]).toContain(`2 / ${pdf.numPages}`);
    const metadata = (await pdf.getMetadata()).info as { Title?: string; Language?: string };
    expect([metadata.Title, metadata.Language]).toEqual([
      "Cluster alpha: Selbstprüfung nach nationalen Kriterien (Beispiel)",
      "de-DE",
    ]);
    const answer = await manager.get(`${BASE}/documents/${made.id}`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    expect((await (await world.as("owner")).get(`${BASE}/documents/${made.id}`)).status).toBe(404);
  });
});

describe("every page", () => {
  it.each([
    ["excellence", "de"],
    ["national", "en"],
  ])("of the set %s opens in %s", async (set, language) => {
    const manager = await world.as("manager");
    const { indicators } = (await manager.api("GET", `${API}?set=${set}`)).json;
    for (const { key, name } of indicators) {
      const { status, text } = await manager.get(`${BASE}/${key}?set=${set}&lang=${language}`);
      expect([key, status]).toEqual([key, 200]);
      expect(text).toContain(name[language].replaceAll("'", "&#39;"));
    }
  });
});
