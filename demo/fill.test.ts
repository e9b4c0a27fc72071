import { statSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeGateway } from "../src/app/database/gateway.ts";
import { makePool } from "../src/app/database/pool.ts";
import { migratedDatabase, type TestDatabase } from "../src/app/testing/database.ts";
import type { Gateway } from "../src/kernel/gateway.ts";
import { uuidv7 } from "../src/kernel/ids.ts";
import { type FillRequest, fillDemo } from "./fill.ts";
import { INVENTED } from "./invented.ts";
import { INVENTED_MEMBERSHIPS } from "./invented-members.ts";
import { INVENTED_ORGANISATIONS } from "./invented-organisations.ts";
import { INVENTED_PEOPLE } from "./invented-people.ts";
import { DEMO_LOGINS } from "./people.ts";

let database: TestDatabase;
let pool: ReturnType<typeof makePool>;
let gateway: Gateway;

const addAccount: FillRequest["addAccount"] = ({ name, email, locale, operator }) =>
  gateway.system("test", async ({ db }) => {
    const known = await db.selectFrom("person").select("id").where("email", "=", email).executeTakeFirst();
    if (known) return known.id;
    const id = uuidv7();
    await db.insertInto("person").values({ id, name, email, locale, operator }).execute();
    return id;
  });

const rows = async (query: string) =>
  (await gateway.system("test", ({ client }) => client.query(query))).rows;
const counts = async () =>
  (
    await rows(
      `select (select count(*)::int from organisation) as organisations, (select count(*)::int from project) as projects,
         (select count(*)::int from participation) as participations, (select count(*)::int from membership) as memberships,
         (select count(*)::int from link) as links, (select count(*)::int from fact) as facts,
         (select count(*)::int from seat) as seats, (select count(*)::int from office) as offices,
         (select count(*)::int from person) as people`,
    )
  )[0];

beforeAll(async () => {
  database = await migratedDatabase();
  pool = makePool(database.url, 2);
  gateway = makeGateway(pool);
  // The first start is cut short after the people, before anything they say.
  let systems = 0;
  const failing: Gateway = {
    ...gateway,
    system: (reason, work) =>
      gateway.system(reason, async (unit) => {
        const result = await work(unit);
        if (reason === "demo region" && ++systems === 3) throw new Error("power cut");
        return result;
      }),
  };
  await expect(fillDemo({ gateway: failing, addAccount })).rejects.toThrow("power cut");
  expect(await rows("select from installation where key = 'demo'")).toEqual([]);
  await fillDemo({ gateway, addAccount });
}, 120_000);

afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe("the demo region", () => {
  it("is complete after a start that was cut short", async () => {
    expect(await counts()).toMatchObject({
      organisations: 228 + 4969 + INVENTED_ORGANISATIONS.length,
      projects: 606,
      // An applicant is one of them.
      memberships: 293 + INVENTED_MEMBERSHIPS.length + 1,
      people: DEMO_LOGINS.length + INVENTED_PEOPLE.length,
      offices: 9,
      seats: 9 + INVENTED_PEOPLE.length,
    });
  });

  it("is filled once: a later start changes nothing", async () => {
    const before = await counts();
    await fillDemo({ gateway, addAccount });
    expect(await counts()).toEqual(before);
  });

  it("has eight clusters of organisations of the region alone", async () => {
    const clusters = await rows(
      `select c.slug, count(*)::int as members, bool_and(o.nuts ~ '^(DE6|DEF|DE93|DE80)') as near
       from membership m join cluster c on c.id = m.cluster_id join organisation o on o.id = m.organisation_id group by 1 order by 1`,
    );
    expect(clusters).toHaveLength(8);
    for (const { members, near } of clusters) {
      expect(members).toBeGreaterThanOrEqual(11);
      expect(near).toBe(true);
    }
  });

  it("says of everything that no source tells that it is invented, and shows nothing of it about real ones outside the cluster", async () => {
    expect(
      await rows(
        `select field from fact f join organisation o on o.id = f.organisation_id
         where f.source is distinct from '${INVENTED}' or f.visibility = 'public' and o.source <> '${INVENTED}'`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        "select type from link where origin <> 'derived' and (note not like 'Invented for the demonstration%' or visibility = 'public')",
      ),
    ).toEqual([]);
    expect(
      await rows(
        "select name from organisation where source not like 'cordis%' and name not like '%(invented)'",
      ),
    ).toEqual([]);
    for (const { email } of DEMO_LOGINS) expect(email).toMatch(/@(example\.org|elbwerk\.example)$/);
  });

  it("has links of every type and of every digital level", async () => {
    const [all] = await rows(
      "select array_agg(distinct type order by type) as types, array_agg(distinct digital_level order by digital_level) filter (where digital_level is not null) as levels from link where origin <> 'derived'",
    );
    expect(all).toEqual({
      types: ["formal", "geographic", "industry", "informal", "production"],
      levels: ["mail", "none", "portal", "shared-file", "system"],
    });
  });

  it("has two rivals, each with something the other never sees", async () => {
    expect(
      await rows(
        `select o.slug as of, w.slug as walled from fact f join organisation o on o.id = f.organisation_id
         join organisation w on w.id = any (f.wall) where o.pic is not null order by 1`,
      ),
    ).toEqual([
      { of: "atlantec-enterprise-solutions", walled: "napa-software-germany" },
      { of: "napa-software-germany", walled: "atlantec-enterprise-solutions" },
    ]);
  });

  it("gives every member a level that lets it in, and shows who renews, who left and who applies", async () => {
    expect(
      await rows(
        `select m.id from membership m left join membership_level_term t on t.cluster_id = m.cluster_id and t.level_id = m.level_id
         where m.role <> 'applicant' and (m.dues_class_id is null or not coalesce('inner-space' = any (t.benefits), false))`,
      ),
    ).toEqual([]);
    const [terms] = await rows(
      `select count(*) filter (where renews_on < current_date)::int as overdue,
         count(*) filter (where renews_on between current_date and current_date + 31)::int as soon,
         count(distinct reason)::int as reasons, count(*) filter (where reason is not null and source <> '${INVENTED}')::int as said_of_real
       from membership m join organisation o on o.id = m.organisation_id`,
    );
    expect(terms).toMatchObject({ overdue: 2, soon: 4, reasons: 6, said_of_real: 0 });
    expect(
      await rows("select state, count(*)::int as count from membership_application group by 1 order by 1"),
    ).toEqual([
      { state: "asked-back", count: 2 },
      { state: "sent", count: 3 },
    ]);
  });

  it("has firms that belong through their association, one of them by itself as well", async () => {
    expect(
      await rows(
        `select c.slug, count(distinct l.from_organisation_id)::int as firms, count(distinct m.id)::int as direct from link l
         join cluster c on c.id = l.cluster_id cross join inherited_memberships(l.from_organisation_id, current_date) i
         left join membership m on m.cluster_id = l.cluster_id and m.organisation_id = l.from_organisation_id
         where l.nature = 'member' and i.cluster_id = l.cluster_id group by 1 order by 1`,
      ),
    ).toEqual([
      { slug: "aviation", firms: 3, direct: 1 },
      { slug: "maritime", firms: 3, direct: 1 },
    ]);
  });

  it("has profiles with what ends, what is fresh and what has been silent for long", async () => {
    const [facts] = await rows(
      `select count(*) filter (where valid_until < current_date)::int as expired,
         count(*) filter (where valid_until - current_date = 40)::int as expiring,
         count(*) filter (where checked_at > stated_at)::int as still_true, count(distinct visibility)::int as levels from fact`,
    );
    expect(facts).toMatchObject({ expired: 2, expiring: 2, levels: 4 });
    expect(facts.still_true).toBeGreaterThan(2);
    expect(
      await rows(
        "select slug from organisation where touched_at < now() - interval '18 months' order by slug",
      ),
    ).toEqual([{ slug: "flugfeld-analytik-invented" }, { slug: "lotsenkai-software-invented" }]);
    expect((await rows("select hash from logo group by hash")).length).toBe(5);
  });

  it("has the team say what it keeps of invented organisations alone", async () => {
    expect(
      await rows(
        `select o.slug from organisation o where o.source <> '${INVENTED}' and (o.id in (select organisation_id from note)
         or o.id in (select organisation_id from organisation_label) or o.id in (select organisation_id from own_value))`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        "select f.kind, count(v)::int as held from own_field f join own_value v on v.field_id = f.id group by 1 order by 1",
      ),
    ).toEqual([
      { kind: "choice", held: 9 },
      { kind: "date", held: 8 },
      { kind: "number", held: 7 },
      { kind: "text", held: 7 },
    ]);
    expect((await rows("select id from saved_search where alert <> 'off'")).length).toBe(4);
  });

  it("has unread notices, invitations and a request that wait for somebody who is there", async () => {
    const [waits] = await rows(
      `select (select count(distinct person_id)::int from notice where read_at is null) as told,
         (select count(*)::int from invitation where expires_at > now()) as invited,
         (select count(*)::int from invitation where expires_at <= now()) as expired,
         (select count(*)::int from join_request r join seat s on s.organisation_id = r.organisation_id and s.role = 'owner'
          join mail_domain d on d.organisation_id = r.organisation_id and r.email like '%@' || d.domain where r.state = 'waiting') as joining`,
    );
    expect(waits).toEqual({ told: 6, invited: 3, expired: 3, joining: 1 });
  });

  it("has needs and offers in every cluster, each with where it comes from, and none of a real organisation outside its cluster", async () => {
    const told = await rows(
      `select c.slug, (select count(*)::int from need n where n.cluster_id = c.id) as needs,
         (select count(*)::int from offer o where o.cluster_id = c.id) as offers from cluster c order by 1`,
    );
    for (const { slug, needs, offers } of told) {
      expect([slug, needs > 0]).toEqual([slug, true]);
      expect([slug, offers >= 10]).toEqual([slug, true]);
    }
    expect(
      await rows(
        `select x.title from (select organisation_id, title, origin, origin_note, visibility, step from need
           union all select organisation_id, title, origin, origin_note, visibility, 'full' from offer) x
         join organisation o on o.id = x.organisation_id
         where x.origin <> 'demo' or coalesce(x.origin_note, '') = '' or o.source <> '${INVENTED}'
           and (x.origin_note not like '%CORDIS, CC BY 4.0' or x.visibility <> 'cluster' or x.step <> 'full')`,
      ),
    ).toEqual([]);
    expect(
      await rows("select step, count(*)::int as count from need where step <> 'full' group by 1 order by 1"),
    ).toEqual([
      { step: "match", count: 1 },
      { step: "teaser", count: 1 },
    ]);
  });

  it("has an exchange in every state, about invented firms alone", async () => {
    const of = (table: string, column = "state") =>
      rows(`select distinct ${column} as one from ${table} order by 1`).then((all) =>
        all.map(({ one }) => one),
      );
    expect(await of("introduction")).toEqual([
      "accepted",
      "asked",
      "closed",
      "declined",
      "expired",
      "met",
      "proposed",
      "withdrawn",
    ]);
    expect(await of("introduction", "origin")).toEqual(["event", "member", "team"]);
    expect(await of("outcome", "kind || ' ' || state")).toEqual([
      ...["contract confirmed", "nothing confirmed", "order confirmed", "project confirmed"],
      ...["talks confirmed", "talks stated"],
    ]);
    expect(await of("need_release")).toEqual(["asked", "granted"]);
    expect(await of("campaign")).toEqual(["closed", "open"]);
    expect(await of("event")).toEqual(["open", "over"]);
    expect(await of("meeting")).toEqual(["held", "no-show"]);
    expect(
      await rows(
        `select o.name from organisation o where o.source <> '${INVENTED}' and o.id in (
           select organisation_id from introduction_side union select organisation_id from match_suggestion
           union select organisation_id from need_release union select organisation_id from campaign_ask
           union select organisation_id from registration)`,
      ),
    ).toEqual([]);
  });

  it("has nothing of the exchange that should have happened by itself already", async () => {
    const [late] = await rows(
      `select (select count(*)::int from introduction where expires_at <= now()) as lapsed,
         (select count(*)::int from introduction where state = 'met' and first_asked_at is null
            and met_at < now() - interval '14 days') as unasked,
         (select count(*)::int from talk_slot s join talk t on t.cluster_id = s.cluster_id and t.id = s.talk_id
            where t.state = 'agreed' and s.ends_at <= now()) as unheld,
         (select count(*)::int from event where state = 'open' and wish_until <= now()) as running,
         (select count(*)::int from campaign where state = 'open' and due <= current_date) as due`,
    );
    expect(late).toEqual({ lapsed: 0, unasked: 0, unheld: 0, running: 0, due: 0 });
  });

  it("has a professor with three dated roles and a person for each door", async () => {
    expect(
      await rows(
        "select s.role, s.since from seat s join person p on p.id = s.person_id where p.email = 'professor@example.org' order by since",
      ),
    ).toEqual([
      { role: "editor", since: "2021-10-01" },
      { role: "owner", since: "2023-04-01" },
      { role: "reader", since: "2025-01-01" },
    ]);
    expect(await rows("select distinct role from office order by role")).toEqual([
      { role: "analyst" },
      { role: "auditor" },
      { role: "facilitator" },
      { role: "manager" },
    ]);
    expect(await rows("select email from person where operator")).toEqual([
      { email: "operator@example.org" },
    ]);
  });

  it("does not come into an installation that somebody works with", async () => {
    const other = await migratedDatabase();
    const otherPool = makePool(other.url, 2);
    const used = makeGateway(otherPool);
    try {
      await used.system("somebody's own", ({ db }) =>
        db
          .insertInto("person")
          .values({ id: uuidv7(), name: "Somebody", email: "somebody@example.net" })
          .execute(),
      );
      expect(await fillDemo({ gateway: used, addAccount })).toEqual([]);
      const counted = await used.system("what is there", ({ db }) =>
        db.selectFrom("cluster").select("id").execute(),
      );
      expect(counted).toEqual([]);
    } finally {
      await otherPool.end();
      await other.drop();
    }
  });

  it("has a sheet to import, the same in both forms", async () => {
    const book = new excel.Workbook();
    await book.xlsx.readFile(`${import.meta.dirname}/sheets/members.xlsx`);
    const cells: string[][] = [];
    book.worksheets[0]!.eachRow((row) => cells.push((row.values as string[]).slice(1)));
    const text = await readFile(`${import.meta.dirname}/sheets/members.csv`, "utf8");
    expect(parse(text, { bom: true, delimiter: ";" })).toEqual(
      cells.map((row) => Array.from({ length: cells[0]!.length }, (_, at) => row[at] ?? "")),
    );
    expect(cells).toHaveLength(31);
  });

  it("weighs less than 3 MB", async () => {
    let bytes = 0;
    for await (const path of glob(`${import.meta.dirname}/**/*`))
      if (statSync(path).isFile()) bytes += statSync(path).size;
    expect(bytes).toBeLessThan(3_000_000);
  });
});
