import { statSync } from "node:fs";
import { glob } from "node:fs/promises";
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
      people: DEMO_LOGINS.length,
      offices: 9,
      seats: 9,
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

  it("weighs less than 3 MB", async () => {
    let bytes = 0;
    for await (const path of glob(`${import.meta.dirname}/**/*`))
      if (statSync(path).isFile()) bytes += statSync(path).size;
    expect(bytes).toBeLessThan(3_000_000);
  });
});
